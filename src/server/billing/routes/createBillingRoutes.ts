import { billingApp } from './billingApp.js'
import type { BillingRoutes, BillingRoutesOptions } from './billingRoutes.types.js'

const BODY_LIMIT = 16_384

/**
 * Cards and subscriptions as one web-standard handler for the page: what `useBillingKey` and `BillingKeyRegister` call, and what a
 * membership page needs. Give it to `createCheckoutRoutes` as `billing`, and the page needs one `endpoint` for both. See
 * `BillingRoutes` for the routes.
 *
 * The page never says whose card it is, what a plan costs or that a card is registered: the customer comes from
 * `customerOf`, plans from `billing`, everything else from the gateway. Put a rate limit of your own in front of
 * `register-billing-key`: it is a way to try card numbers.
 *
 * @throws TypeError for options that cannot work (`origins`, `bodyLimit`)
 *
 * @example
 * const billingRoutes = createBillingRoutes({ billing, customerOf: async (request) => (await sessionOf(request))?.memberId ?? null })
 * const routes = createCheckoutRoutes({ client, orders, priceOrder, ...billing.handlers, billing: billingRoutes })
 * app.all('/api/checkout/*', (c) => routes(c.req.raw))
 */
export function createBillingRoutes(options: BillingRoutesOptions): BillingRoutes {
  const { bodyLimit = BODY_LIMIT, registrationName = '카드 등록', onError, ...rest } = options
  if (!(Number.isSafeInteger(bodyLimit) && bodyLimit > 0)) {
    throw new TypeError(
      `createBillingRoutes: bodyLimit is ${bodyLimit}; a whole number of bytes above 0 is allowed.`,
    )
  }
  const report = (error: unknown, where: string): void => {
    try {
      if (onError) onError(error, where)
      else console.error(`[react-toss-checkout] ${where}:`, error)
    } catch {
      // Somebody waits for an answer, and the reporter is not what they asked about.
    }
  }
  const app = billingApp({ ...rest, bodyLimit, registrationName, onError: report })
  return async (request) => app.fetch(request)
}
