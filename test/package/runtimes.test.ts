import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

// Reads dist/, as package.test.ts does. Bun is not among them: the program of its npm package cannot be had everywhere.
const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const shopFile = (name: string) => join(root, 'test/package/runtimes', name)
const folder = mkdtempSync(join(tmpdir(), 'react-toss-checkout-runtimes-'))
const running: ChildProcess[] = []
let gateway: string

/** Starts a program and waits for the line that says where it listens. */
function start(
  command: string,
  args: string[],
  isReady: (line: string) => string | undefined,
): Promise<string> {
  const env = { PATH: process.env.PATH, NO_COLOR: '1' }
  const child = spawn(command, args, { cwd: root, env, stdio: 'pipe', detached: true })
  running.push(child)
  let said = ''
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said += `${line}\n`
        const address = isReady(line)
        if (address) resolve(address)
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said}`)))
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // Its whole group: some programs are started by a script of their package.
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await ended
}

const jsonUrl = (line: string): string | undefined =>
  line.startsWith('{"') ? JSON.parse(line).url : undefined

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** As an edge deployment is made: one file, for the conditions that its runtime has, and no Node anywhere. */
async function bundleFor(conditions: string[], file: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: shopFile(file), formats: ['es'], fileName: 'worker' },
      rolldownOptions: { external: /^cloudflare:/ },
    },
  })
  return 'worker.js'
}

async function startWorkerd(): Promise<string> {
  const worker = await bundleFor(['workerd', 'worker', 'import'], 'worker.mjs')
  const port = await freePort()
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "shop", worker = (
      modules = [(name = "worker", esModule = embed "${worker}")],
      compatibilityDate = "2026-01-01",
      bindings = [(name = "GATEWAY", text = "${gateway}")],
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "shop")],
);
`,
  )
  return start(bin('workerd'), ['serve', join(folder, 'config.capnp'), '--control-fd=1'], (line) =>
    line.includes('"listen"') ? `http://127.0.0.1:${port}` : undefined,
  )
}

const runtimes: Record<string, () => Promise<string>> = {
  Node: () => start(process.execPath, [shopFile('node.mjs'), gateway], jsonUrl),
  Deno: () =>
    start(
      bin('deno'),
      // Neither files nor environment, and no module from anywhere but here.
      [
        'run',
        '--no-remote',
        '--cached-only',
        '--no-prompt',
        '--allow-net=127.0.0.1',
        shopFile('deno.mjs'),
        gateway,
      ],
      jsonUrl,
    ),
  'workerd (Cloudflare Workers)': startWorkerd,
}

beforeAll(async () => {
  gateway = await start(process.execPath, ['dist/sandbox/cli.js', 'sandbox', '--port', '0'], jsonUrl)
})
afterEach(async () => {
  await Promise.all(running.splice(1).map(end))
})
afterAll(async () => {
  await Promise.all(running.splice(0).map(end))
  rmSync(folder, { recursive: true, force: true })
})

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

describe.each(Object.keys(runtimes))('the server half on %s', (runtime) => {
  it('sells: orders, the window, webhooks and the page at once, a refund', async () => {
    const shop = await (runtimes[runtime] as () => Promise<string>)()
    const orders = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const made = await post(`${shop}/api/checkout/orders`, {})
        expect(made.status).toBe(201)
        const token = made.headers.get('x-checkout-token') ?? ''
        const order = await made.json()
        const params = {
          ...{ pg: 'tosspayments', pay_method: 'card', merchant_uid: order.merchantUid },
          ...{ amount: order.amount, name: order.name, m_redirect_url: `${shop}/done` },
        }
        const { offer } = await (await post(`${gateway}/sandbox/payments`, { params })).json()
        const choice = { method: 'card', cardCode: '366', quota: 0 }
        await post(`${gateway}/sandbox/payments/${offer.impUid}/approve`, { choice })
        return { merchantUid: order.merchantUid as string, impUid: offer.impUid as string, token }
      }),
    )
    const answers = await Promise.all(
      orders.flatMap(({ merchantUid, impUid, token }) => [
        post(`${shop}/api/checkout/webhook`, { imp_uid: impUid, merchant_uid: merchantUid, status: 'paid' }),
        post(`${shop}/api/checkout/webhook`, { imp_uid: impUid }),
        post(`${shop}/api/checkout/complete`, { merchantUid, impUid }, { 'x-checkout-token': token }),
      ]),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const heard = async (): Promise<string[]> => (await fetch(`${shop}/heard`)).json()
    await expect.poll(heard).toHaveLength(3)
    expect((await heard()).sort()).toEqual(orders.map(({ merchantUid }) => `paid ${merchantUid}`).sort())
    const [first] = orders
    const refund = await post(`${shop}/refund`, { merchantUid: first?.merchantUid, amount: 9_000 })
    expect([refund.status, await refund.json()]).toEqual([200, 0])
    expect(await heard()).toContain(`refunded ${first?.merchantUid} 9000`)
    const status = await fetch(`${shop}/api/checkout/status?merchantUid=${first?.merchantUid}`, {
      headers: { 'x-checkout-token': first?.token ?? '' },
    })
    expect(await status.json()).toMatchObject({ status: 'partly-refunded', cancelAmount: 9_000 })
    expect((await fetch(`${shop}/api/checkout/status?merchantUid=${first?.merchantUid}`)).status).toBe(403)
  })
})
