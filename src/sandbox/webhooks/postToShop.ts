import type { WebhookType } from './webhook.types.js'

/** What the shop's server is sent. */
export interface ShopPost {
  url: string
  type: WebhookType
  body: Record<string, unknown>
  send: (request: Request) => Promise<Response>
  /** Real ms for the whole exchange. */
  limit: number
  /** Ends it early. */
  signal: AbortSignal
}

/** What the shop's server said; `status` null means that no answer came, and `error` says why. */
export type ShopAnswer =
  | { status: number; text: string; error: null }
  | { status: null; text: ''; error: string }

/** One POST to the shop's server. It never rejects, and a `send` that forgets the signal cannot hold it up. */
export async function postToShop({ url, type, body, send, limit, signal }: ShopPost): Promise<ShopAnswer> {
  const end = new AbortController()
  const stop = () => end.abort(new Error('the sandbox was closed'))
  const timer = setTimeout(() => end.abort(new Error(`no answer within ${limit / 1000} s`)), limit)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  const exchange = async (): Promise<ShopAnswer> => {
    const response = await send(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': contentTypes[type] },
        body: type === 'json' ? JSON.stringify(body) : writeForm(body),
        // A redirect would turn the POST into a GET.
        redirect: 'manual',
        // A phone leaves the page at the very moment its payment is approved.
        keepalive: true,
        signal: end.signal,
      }),
    )
    if (response.status === 0) throw new Error('the address answered with a redirect')
    return { status: response.status, text: await response.text(), error: null }
  }
  try {
    return await Promise.race([exchange(), untilAborted(end.signal)])
  } catch (error) {
    return { status: null, text: '', error: explain(error) }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

const contentTypes: Record<WebhookType, string> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
}

function writeForm(body: Record<string, unknown>): string {
  const fields = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return new URLSearchParams(fields).toString()
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason)
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
}

/** Node hides the reason of a failed fetch (`ECONNREFUSED`) in its cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message
}
