import { PortOneError } from '../../PortOneError.js'
import type { ClientSettings } from '../clientSettings.js'
import type { SecretKeeper } from './secretKeeper.js'

/** One HTTP request, before it is one. */
export interface Outgoing {
  operation: string
  method: string
  /** Query included. */
  path: string
  /** JSON text. */
  body?: string
  token?: string
}

/** What came back. `body` is undefined when it is no JSON. */
export interface Incoming {
  status: number
  body: unknown
}

/** One HTTP exchange within the time allowed, body included. Raises `UNREACHABLE` and `TIMEOUT`, nothing else. */
export async function exchange(
  outgoing: Outgoing,
  settings: ClientSettings,
  secrets: SecretKeeper,
): Promise<Incoming> {
  const { operation } = outgoing
  const leaving = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new PortOneError('TIMEOUT', { operation, message: `no answer within ${settings.timeout} ms` }))
      leaving.abort()
    }, settings.timeout)
  })
  const answered = (async () => {
    const response = await settings.fetch(toRequest(outgoing, settings, leaving.signal))
    return { status: response.status, body: readJson(await response.text()) }
  })()
  try {
    return await Promise.race([answered, late])
  } catch (thrown) {
    if (thrown instanceof PortOneError) throw thrown
    throw new PortOneError('UNREACHABLE', { operation, cause: harmless(thrown, secrets) })
  } finally {
    clearTimeout(timer)
  }
}

function toRequest(outgoing: Outgoing, settings: ClientSettings, signal: AbortSignal): Request {
  const { method, path, body, token } = outgoing
  const headers = new Headers({ Accept: 'application/json' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
  if (settings.tierCode !== undefined) headers.set('Tier', settings.tierCode)
  // A redirect that is followed would carry the keys to another host.
  return new Request(`${settings.baseUrl}${path}`, { method, headers, body, signal, redirect: 'manual' })
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What was thrown, as a fresh error: the original may hold the request and with it the token. */
function harmless(thrown: unknown, secrets: SecretKeeper): Error {
  const say = (error: unknown): string => {
    try {
      return error instanceof Error ? `${error.name}: ${error.message}` : typeof error
    } catch {
      return 'something that cannot be printed'
    }
  }
  const reason = thrown instanceof Error && thrown.cause ? ` (${say(thrown.cause)})` : ''
  return new Error(secrets.hide(`${say(thrown)}${reason}`))
}
