import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { createSandboxCore, type SandboxCoreParts } from '../createSandboxCore.js'
import type { SandboxCore, SandboxOptions } from '../sandbox.types.js'
import { createControlApi } from './controlApi.js'
import { createFileStorage } from './fileStorage.js'
import { createPageRoutes } from './pageRoutes.js'

export interface SandboxServerOptions extends Omit<SandboxOptions, 'windowUrl'> {
  /** Default 0: any free port. */
  port?: number
  /** Default `127.0.0.1`: this machine only. */
  host?: string
  /** Keeps payments in this file across restarts. Default: memory. Webhooks under way and their log are not kept. */
  stateFile?: string
  /** The bundle of `page.ts` to serve. Default: the one the package was built with. */
  pageScript?: string
}

export interface SandboxServer {
  /** `http://127.0.0.1:4010`, without a slash at its end; what `baseUrl` of a REST client takes. */
  readonly url: string
  readonly port: number
  readonly sandbox: SandboxCore
  /** Stops listening, cuts open connections and drops webhooks still to be sent. */
  close(): Promise<void>
}

/**
 * The sandbox over HTTP, for Node: the SDK at `/js/iamport.payment-1.2.0.js` and `/v1/iamport.js`, the phone's payment
 * page at `/pay`, the control API under `/sandbox`, and the REST half everywhere else, as `https://api.iamport.kr` has
 * it. Scheduled charges are made when their time comes, whether or not anybody calls. Rejects when the port is taken, and with a `StateFileError` when the state file cannot be used.
 */
export async function startSandboxServer(given: SandboxServerOptions = {}): Promise<SandboxServer> {
  const { port: wanted = 0, host = '127.0.0.1', stateFile, pageScript, ...options } = given
  const storage = stateFile === undefined ? options.storage : createFileStorage(stateFile)
  const parts = createSandboxCore({ ...options, storage })

  const app = new Hono()
  app.route('/', createPageRoutes(parts, pageScript))
  app.mount('/sandbox', createControlApi(parts).fetch)
  app.all('*', (context) => parts.core.fetch(context.req.raw))

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, host, () => resolve())
  })
  const { port } = server.address() as AddressInfo
  const stopCharging = keepCharging(parts)
  return {
    url: `http://${reachable(host)}:${port}`,
    port,
    sandbox: parts.core,
    close: () =>
      new Promise<void>((resolve) => {
        stopCharging()
        parts.close()
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** How often the clock is looked at for scheduled charges, ms. */
const CHARGE_INTERVAL = 1000

/** Makes scheduled charges as time passes; one that cannot be stored is tried again. Returns how to stop. */
function keepCharging({ chargeDue }: Pick<SandboxCoreParts, 'chargeDue'>): () => void {
  const timer = setInterval(() => {
    try {
      chargeDue()
    } catch (error) {
      console.error(error)
    }
  }, CHARGE_INTERVAL)
  timer.unref()
  return () => clearInterval(timer)
}

/** Where this machine reaches a server that listens on `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
