import type { Refusal } from '../shop/order.types.js'

/** The shop's server said no. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** What the buyer may read, in Korean. */
    readonly buyerMessage?: string,
  ) {
    super(message)
  }
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/** Calls the shop's own server. @throws ApiError when it answers with a refusal; a TypeError when it cannot be reached */
export async function callShop<Answer>(
  path: string,
  { method = 'GET', body, signal }: Call = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const answer = await response.json().catch(() => null)
  if (response.ok) return answer
  const { code = 'UNKNOWN', message, buyerMessage } = (answer ?? {}) as Partial<Refusal>
  throw new ApiError(response.status, code, message || buyerMessage || code, buyerMessage)
}
