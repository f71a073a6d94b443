import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { OrderStoreError } from '../../orders/OrderStoreError.js'
import { PortOneError } from '../../PortOneError.js'
import { RouteRefusal } from '../../routes/RouteRefusal.js'
import { SettleError } from '../../settle/SettleError.js'
import { BillingError } from '../BillingError.js'
import { type BillingRouteError, billingRouteErrorCodes } from './billingRoutes.types.js'

/** Why a billing route does not do what was asked, where neither the kit's routes nor billing itself have a code for it. */
export class BillingRefusal extends Error {
  override readonly name = 'BillingRefusal'
  readonly code: keyof typeof billingRouteErrorCodes
  readonly status: number

  constructor(code: keyof typeof billingRouteErrorCodes) {
    super(billingRouteErrorCodes[code].message)
    this.code = code
    this.status = billingRouteErrorCodes[code].status
  }
}

type Refusal = BillingRefusal | BillingError | RouteRefusal

/** Turns whatever was thrown into a refusal that anybody may read. `own` when it is not one already: then it is reported. */
export function toRefusal(thrown: unknown): { refusal: Refusal; own: boolean } {
  if (thrown instanceof BillingRefusal || thrown instanceof BillingError)
    return { refusal: thrown, own: true }
  if (thrown instanceof RouteRefusal) return { refusal: thrown, own: thrown.code !== 'BODY_ALREADY_READ' }
  if (thrown instanceof SettleError) return { refusal: new RouteRefusal('CONTENDED'), own: true }
  if (thrown instanceof PortOneError) {
    // A question, or a write that can be made again by asking for the same once more: the routes' own are.
    const again = thrown.retryable || thrown.code === 'UNKNOWN_RESULT'
    return { refusal: new RouteRefusal(again ? 'GATEWAY_UNAVAILABLE' : 'GATEWAY_REFUSED'), own: false }
  }
  const judged =
    thrown instanceof OrderStoreError || thrown instanceof TypeError || thrown instanceof RangeError
  return { refusal: new RouteRefusal(judged ? 'INTERNAL_ERROR' : 'STORE_UNAVAILABLE'), own: false }
}

export function answerBillingRefusal(context: Context, refusal: Refusal): Response {
  const { code, status } = refusal
  // Without the "CODE: what:" in front, which quotes ids.
  const message =
    refusal instanceof BillingError ? refusal.message.replace(/^[A-Z_]+: /, '') : refusal.message
  const reason = refusal instanceof BillingError ? refusal.reason : undefined
  const answer: BillingRouteError = { code, message, ...(reason && { buyerMessage: reason }) }
  return context.json(answer, status as ContentfulStatusCode)
}
