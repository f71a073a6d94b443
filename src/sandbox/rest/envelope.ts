import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An answer: code 0, and then there is no message. */
export function ok(context: Context, response: unknown, status: ContentfulStatusCode = 200): Response {
  return context.json({ code: 0, message: null, response }, status)
}

/** A refusal: with HTTP 200 the code is 1, else -1 (PortOne V1 docs: a caller has to check both). */
export function refuse(context: Context, status: ContentfulStatusCode, message: string): Response {
  return context.json({ code: status === 200 ? 1 : -1, message, response: null }, status)
}
