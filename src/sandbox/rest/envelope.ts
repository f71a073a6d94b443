import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isRefused, type Refused } from './outcome.js'

/** An answer: code 0, and then there is no message. */
export function ok(context: Context, response: unknown, status: ContentfulStatusCode = 200): Response {
  return context.json({ code: 0, message: null, response }, status)
}

/** A refusal: with HTTP 200 the code is 1, else -1 (PortOne V1 docs: a caller has to check both). */
export function refuse(context: Context, status: ContentfulStatusCode, message: string): Response {
  return context.json({ code: status === 200 ? 1 : -1, message, response: null }, status)
}

/** Whichever of the two an operation came to. */
export function respond(context: Context, outcome: object | Refused): Response {
  return isRefused(outcome) ? refuse(context, outcome.status, outcome.refused) : ok(context, outcome)
}
