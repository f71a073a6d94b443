import {
  createPortOneClient,
  type PortOneClient,
  type PortOneClientOptions,
} from '../../../src/server/index.js'

/** One request as it left the client. */
export interface Sent {
  method: string
  path: string
  query: [string, string][]
  body: Record<string, unknown> | undefined
  headers: Headers
  signal: AbortSignal
  redirect: string
}

export const keys = { impKey: 'merchant-key-0123456789', impSecret: 'very-secret-0123456789abcdef' }
/** 2026-11-23 00:00 UTC, unix seconds, by the gateway's clock. */
export const GATEWAY_NOW = 1_795_392_000

/** An answer in the gateway's envelope: HTTP 200 and code 0 unless told otherwise. */
export function answer(response: unknown, status = 200, code = 0, message: string | null = null): Response {
  return Response.json({ code, message, response }, { status })
}

export function refusal(status: number, message: string): Response {
  return answer(null, status, status === 200 ? 1 : -1, message)
}

export function tokenAnswer(token: string, life = 1800, now = GATEWAY_NOW): Response {
  return answer({ access_token: token, expired_at: now + life, now })
}

/**
 * A client whose gateway answers what the script says. Tokens are answered by `getToken` (default: one that lives half an
 * hour); everything else by `respond`, which gets the request and how many were sent before it.
 */
export function scriptedClient(
  respond: (sent: Sent, before: number) => unknown,
  {
    getToken = () => tokenAnswer('token-1'),
    ...options
  }: Partial<PortOneClientOptions> & {
    getToken?: (before: number) => unknown
  } = {},
): { client: PortOneClient; sent: Sent[]; tokensAsked: () => number } {
  const sent: Sent[] = []
  let tokens = 0
  const client = createPortOneClient({
    ...keys,
    retryDelay: 0,
    fetch: async (request) => {
      const url = new URL(request.url)
      const text = await request.text()
      const { method, headers, signal, redirect } = request
      const path = url.href.slice(url.origin.length).split('?')[0] as string
      if (path === '/users/getToken') return (await getToken(tokens++)) as Response
      const query = [...url.searchParams] as [string, string][]
      const one = {
        method,
        path,
        query,
        headers,
        signal,
        redirect,
        body: text ? JSON.parse(text) : undefined,
      }
      sent.push(one)
      return (await respond(one, sent.length - 1)) as Response
    },
    ...options,
  })
  return { client, sent, tokensAsked: () => tokens }
}
