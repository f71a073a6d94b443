// `npm run storefront`: the shop and its sandbox, on this machine alone. `--json` prints one line for programs.
// With IMP_KEY or PORTONE_URL set, no sandbox is started: the shop talks to that gateway.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from '../../test/ensureInstalled.mjs'
import { whenNpmEnds } from '../../test/whenNpmEnds.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))
const asJson = process.argv.includes('--json')
const say = (text) => asJson || console.log(text)

ensureInstalled()
const { buildStorefront } = await import('./build.mjs')

const children = []
let ending = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0))
whenNpmEnds(() => end(0))

try {
  const wanted = process.env.PORT?.trim() || '4020'
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65_535)
    throw new Error(`PORT is "${wanted}". Give a whole number from 0 (picks a free one) to 65535.`)
  await buildStorefront(say)
  const host = process.env.HOST || '127.0.0.1'
  // Webhooks need the address before anything listens on it.
  const port = Number(wanted) || (await freePort(host))
  const url = `http://${host}:${port}`
  const data = process.env.DATA_FOLDER || join(here, '.data')
  mkdirSync(data, { recursive: true })

  const ownGateway = process.env.PORTONE_URL || process.env.IMP_KEY
  const sandbox = ownGateway ? undefined : await startSandbox(url, data)
  const adminPassword = process.env.ADMIN_PASSWORD || randomBytes(12).toString('base64url')
  await startChild(join(here, 'dist/server.js'), [], {
    HOST: host,
    PORT: String(port),
    DATA_FOLDER: data,
    ADMIN_PASSWORD: adminPassword,
    ...(sandbox && {
      PORTONE_URL: sandbox.url,
      CONFIRM_URL: process.env.CONFIRM_URL || `${url}/api/checkout/confirm`,
    }),
  })

  const made = process.env.ADMIN_PASSWORD ? {} : { adminPassword }
  if (asJson) console.log(JSON.stringify({ ready: true, url, sandboxUrl: sandbox?.url ?? null, ...made }))
  say(`\n  The shop        ${url}`)
  say(`  Its admin       ${url}/admin${made.adminPassword ? `   password: ${adminPassword}` : ''}`)
  say(
    sandbox
      ? `  The sandbox     ${sandbox.url}   no money moves`
      : '  The gateway is your own: money may move',
  )
  say('\n  Ctrl+C ends it.\n')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await end(1)
}

/** The state file keeps the sandbox's payments beside the orders they belong to. */
function startSandbox(shopUrl, data) {
  const bin = join(root, 'dist/sandbox/cli.js')
  return startChild(bin, [
    'sandbox',
    ...['--host', '127.0.0.1', '--port', process.env.SANDBOX_PORT || '0', '--merchant-name', '물빛찻장'],
    ...['--webhook-url', `${shopUrl}/api/checkout/webhook`, '--state', join(data, 'sandbox.json')],
  ])
}

/** Starts a program of ours and answers the line in which it says that it is ready. */
function startChild(file, args, env = {}) {
  if (ending) return Promise.reject(new Error('told to end before it was ready'))
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const message = line.startsWith('{') ? JSON.parse(line) : null
      if (message?.ready) resolve(message)
      else say(line)
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      reject(new Error(`${file} ended with ${code} before it was ready`))
      // One of them alone is no shop.
      if (!ending) end(code || 1)
    })
  })
}

/** Ends the shop before the gateway that it may still be talking to. */
async function end(code) {
  if (ending) return
  ending = true
  for (const child of children.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
  process.exit(code)
}

function freePort(host) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
