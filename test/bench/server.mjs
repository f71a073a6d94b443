// `npm run bench:server`: 1,000 webhooks and completes at once for 200 paid orders, on two instances of the storefront
// over one PostgreSQL; its throughput beside a bare Hono handler doing one insert, as a ratio of the same run.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { buildStorefront } from '../../examples/storefront/build.mjs'
import { startPostgres } from '../postgres.mjs'

const ORDERS = 200
const REQUESTS = 1_000
const root = fileURLToPath(new URL('../..', import.meta.url))
const children = new Map()
const folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-bench-'))

await buildStorefront(console.log)
const postgres = await startPostgres()
const pool = new pg.Pool({ connectionString: postgres.url, max: 4 })
pool.on('error', () => {})
let failed = true
try {
  failed = await measure()
} finally {
  for (const child of children.values()) child.kill('SIGTERM')
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

async function measure() {
  const gateway = await start('dist/sandbox/cli.js', ['sandbox', '--port', '0'])
  const shopEnv = { PORT: '0', PORTONE_URL: gateway, DATA_FOLDER: folder, DATABASE_URL: postgres.url }
  const shops = [await start('examples/storefront/dist/server.js', [], shopEnv)]
  shops.push(await start('examples/storefront/dist/server.js', [], shopEnv))
  await pool.query('CREATE TABLE bare_insert (id integer PRIMARY KEY)')
  const bareEnv = { DATABASE_URL: postgres.url }
  const bares = [
    await start('test/bench/bareInsert.mjs', [], bareEnv),
    await start('test/bench/bareInsert.mjs', [], bareEnv),
  ]

  await put(`${gateway}/sandbox/faults`, { faults: ['webhook-lost'] })
  const stockBefore = await stock()
  const { orders, cookie } = await makePaidOrders(shops[0], gateway)

  // The first answers of a process are slow in any server.
  await Promise.all(shops.map((shop) => fetch(`${shop}/healthz`)))
  await Promise.all(bares.map((bare, index) => post(bare, { id: -index })))
  const bare = await rate(REQUESTS, (n) => post(bares[n % 2], { id: n + 1 }))
  const settled = await rate(REQUESTS, (n) => {
    const { merchantUid, impUid } = orders[n % ORDERS]
    const shop = shops[Math.floor(n / ORDERS) % 2]
    return Math.floor(n / ORDERS) % 5 < 3
      ? post(`${shop}/api/checkout/webhook`, { imp_uid: impUid, merchant_uid: merchantUid, status: 'paid' })
      : post(`${shop}/api/checkout/complete`, { merchantUid, impUid }, cookie)
  })
  await untilFulfilled()
  // Ended in order, so that nothing is on its way any more.
  await Promise.all(shops.map((shop) => end(shop)))
  const { parcels, told, tried } = await fulfilments()
  const taken = stockBefore - (await stock())

  console.log(`\n${ORDERS} orders, ${REQUESTS} webhooks and completes at once, two instances, one PostgreSQL`)
  console.log(
    `  load          ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${availableParallelism()} cores`,
  )
  console.log(
    `  fulfilments   ${parcels} parcels, ${told} paid events, ${taken} taken from stock, ${tried} tried again`,
  )
  console.log(`  errors        ${settled.errors}`)
  console.log(
    `  settle        ${settled.perSecond.toFixed(0)} requests/s; a duplicate of what is booked by then asks no gateway`,
  )
  console.log(`  bare insert   ${bare.perSecond.toFixed(0)} requests/s, ${bare.errors} errors`)
  console.log(
    `  ratio         ${(bare.perSecond / settled.perSecond).toFixed(1)}× slower than one bare insert`,
  )
  // Parcels and events are unique by constraint: that nobody was told twice, the stock and the attempts say.
  return [parcels, told, taken].some((count) => count !== ORDERS) || tried > 0 || settled.errors > 0
}

async function fulfilments() {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM shop_parcel WHERE state = 'preparing') AS parcels, count(*)::int AS told,
       coalesce(sum(attempts), 0)::int AS tried
     FROM toss_checkout_events WHERE key LIKE 'paid:%' AND delivered_at IS NOT NULL`,
  )
  return rows[0]
}

async function stock() {
  const { rows } = await pool.query(`SELECT count FROM shop_stock WHERE goods_id = 'sejak'`)
  return rows[0].count
}

async function makePaidOrders(shop, gateway) {
  const delivery = {
    name: '김다도',
    tel: '01012345678',
    email: '',
    postcode: '04783',
    address: '서울',
    memo: '',
  }
  const orders = []
  let cookie
  for (let n = 0; n < ORDERS; n++) {
    const body = { items: [{ id: 'sejak', count: 1 }], delivery, total: 27_000 }
    const response = await post(`${shop}/api/checkout/orders`, body, cookie)
    if (!response.ok) throw new Error(`order ${n}: ${response.status} ${await response.text()}`)
    cookie ??= response.headers.get('set-cookie')?.split(';')[0]
    const { merchantUid, amount, name } = await response.json()
    const params = {
      pg: 'tosspayments',
      pay_method: 'card',
      merchant_uid: merchantUid,
      amount,
      name,
      m_redirect_url: `${shop}/checkout/complete`,
    }
    const { offer } = await (await post(`${gateway}/sandbox/payments`, { params })).json()
    const choice = { method: 'card', cardCode: '366', quota: 0 }
    await post(`${gateway}/sandbox/payments/${offer.impUid}/approve`, { choice })
    orders.push({ merchantUid, impUid: offer.impUid })
  }
  return { orders, cookie }
}

async function untilFulfilled() {
  for (let look = 0; look < 300; look++) {
    if ((await fulfilments()).told >= ORDERS) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function rate(count, ask) {
  const from = performance.now()
  const answers = await Promise.all(
    Array.from({ length: count }, (_, n) =>
      ask(n).then(
        async (answer) => {
          await answer.text()
          return answer.ok
        },
        () => false,
      ),
    ),
  )
  const seconds = (performance.now() - from) / 1000
  return { perSecond: count / seconds, errors: answers.filter((ok) => !ok).length }
}

function post(url, body, cookie) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  })
}

function put(url, body) {
  return fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

function end(url) {
  const child = children.get(url)
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

function start(file, args, env = {}) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.set(file, child)
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) return
      const { url } = JSON.parse(line)
      children.delete(file)
      children.set(url, child)
      resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
}
