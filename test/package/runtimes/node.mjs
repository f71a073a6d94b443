import { serve } from '@hono/node-server'
import { openShop } from './shop.mjs'

serve({ fetch: openShop(process.argv[2]), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` })),
)
