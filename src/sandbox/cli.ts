#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CliUsageError, readCliOptions } from './cliOptions.js'
import { allFaults } from './faults.js'
import { StateFileError } from './http/fileStorage.js'
import { type SandboxServerOptions, startSandboxServer } from './http/startSandboxServer.js'

const HELP = `react-toss-checkout sandbox: Toss Payments by way of PortOne V1 on this machine. No keys, no money.

  npx react-toss-checkout sandbox [options]

  --port <n>                 default 4010; 0 picks a free one
  --host <address>           default 127.0.0.1, this machine only
  --merchant-code <code>     default imp00000000
  --merchant-name <name>     shop name in the window
  --imp-key <key>            REST key, default sandbox_key
  --imp-secret <secret>      REST secret, default sandbox_secret
  --webhook-url <url>        where webhooks go when a payment has no notice_url
  --confirm-url <url>        asked just before an approval
  --webhook-type <type>      json (default) or form
  --webhook-retries <n>      0 (default) to 5, on 5xx and network errors
  --webhook-retry-delay <ms> default 60000
  --sdk <generation>         new (default) or legacy, for payments opened through /sandbox/payments
  --module <code>            tosspayments (default) or uplus, when a request names no pg
  --latency <ms>             before the window or an answer appears, default 0
  --fault <name>             a mishap to start with; may be repeated:
${inColumns(allFaults)}
  --state <file>             keep payments in this file across restarts
  --help, --version

When it is ready it prints one line of JSON with its address. SIGTERM and SIGINT end it.

While it runs, JSON over HTTP drives it:

  GET  /sandbox/state                       faults, clock, settings
  PUT  /sandbox/faults                      {"faults": ["webhook-lost"]}; [] ends them
  PUT  /sandbox/settings                    {"webhookUrl": "http://…"}, confirmUrl, webhookType, webhookRetries
  POST /sandbox/clock                       {"advance": 86400000}: ms, schedules fire
  GET  /sandbox/payments                    all of them; /sandbox/payments/{imp_uid} for one
  POST /sandbox/payments/{imp_uid}/deposit  pays a virtual account; …/deposit/rollback takes it back
  POST /sandbox/payments/{imp_uid}/cancel   a refund in the console: {"amount": 1000}, or {} for all of it
  GET  /sandbox/webhooks                    those that were sent; POST /sandbox/webhooks/{id}/resend sends one again
  POST /sandbox/webhooks                    a forged one, with this body
`

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20) fail(2, `Node 20.19 or newer is needed; this is ${process.version}.`)
await main()

async function main(): Promise<void> {
  try {
    const request = readCliOptions(process.argv.slice(2))
    if (request.run === 'help') process.stdout.write(HELP)
    else if (request.run === 'version') process.stdout.write(`${readVersion()}\n`)
    else await run(request.options)
  } catch (error) {
    if (error instanceof CliUsageError)
      fail(2, `${error.message}\nSee: npx react-toss-checkout sandbox --help`)
    if (error instanceof StateFileError) fail(2, error.message)
    throw error
  }
}

async function run(options: SandboxServerOptions): Promise<void> {
  const server = await startSandboxServer(options).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) {
      fail(1, `Cannot listen on ${options.host ?? '127.0.0.1'} port ${options.port}: ${explain(error.code)}.`)
    }
    throw error
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)))
  }
  const { url, port } = server
  const ready = {
    ready: true,
    url,
    port,
    sdkUrl: `${url}/v1/iamport.js`,
    legacySdkUrl: `${url}/js/iamport.payment-1.2.0.js`,
    merchantCode: options.merchantCode ?? 'imp00000000',
  }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

function explain(code: unknown): string {
  if (code === 'EADDRINUSE') return 'it is in use. Choose another with --port, or 0 for a free one'
  if (code === 'EACCES') return 'it is not allowed. Choose a port from 1024'
  return String(code)
}

function inColumns(words: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at < words.length; at += 3) lines.push(`      ${words.slice(at, at + 3).join(', ')}`)
  return lines.join('\n')
}

function readVersion(): string {
  const manifest = join(dirname(fileURLToPath(import.meta.url)), '../../package.json')
  return String((JSON.parse(readFileSync(manifest, 'utf8')) as { version: unknown }).version)
}

function fail(code: number, sentence: string): never {
  process.stderr.write(`react-toss-checkout: ${sentence}\n`)
  process.exit(code)
}
