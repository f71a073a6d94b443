// What the server bench measures itself against: Hono, one route, one insert.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = new Hono()
app.post('/', async (context) => {
  const { id } = await context.req.json()
  await pool.query('INSERT INTO bare_insert (id) VALUES ($1)', [id])
  return context.json({ ok: true })
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(JSON.stringify({ ready: true, url: `http://127.0.0.1:${port}` }))
})
process.on('SIGTERM', () => process.exit(0))
