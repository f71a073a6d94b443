import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { RouteError, RouteErrorCode } from './checkoutRoutes.types.js'
import type { OrderRefused } from './OrderRefused.js'
import { routeErrorCodes } from './routeErrorCodes.js'

/** Why a route does not do what was asked, in words that anybody may read. */
export class RouteRefusal extends Error {
  override readonly name = 'RouteRefusal'
  readonly code: RouteErrorCode
  readonly status: number
  /** For the buyer. */
  readonly buyerMessage?: string

  constructor(
    code: RouteErrorCode,
    { message, status, buyerMessage }: { message?: string; status?: number; buyerMessage?: string } = {},
  ) {
    super(message ?? routeErrorCodes[code].message)
    this.code = code
    this.status = status ?? routeErrorCodes[code].status
    if (buyerMessage !== undefined) this.buyerMessage = buyerMessage
  }
}

const STOPPED = '상점에서 결제를 확인하지 못해 진행하지 않았어요. 잠시 후 다시 시도해 주세요.'

/** A refusal as JSON. Where the gateway is the reader, with the `reason` that it shows to the buyer. */
export function answerRefusal(context: Context, refusal: RouteRefusal | OrderRefused): Response {
  const { code, message, buyerMessage } = refusal
  const status = refusal instanceof RouteRefusal ? refusal.status : 422
  const confirming = context.req.path === '/confirm'
  const answer: RouteError = {
    code,
    message,
    ...(confirming ? { reason: buyerMessage ?? STOPPED } : buyerMessage !== undefined && { buyerMessage }),
  }
  return context.json(answer, status as ContentfulStatusCode)
}
