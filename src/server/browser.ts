/**
 * What a browser bundle gets for `react-toss-checkout/server`: the reason why not, as soon as it loads.
 *
 * @packageDocumentation
 */
function refuse(): never {
  throw new Error(
    'react-toss-checkout/server must not run in a browser: it holds the API secret, with which anyone could refund payments; import it on the server only, and let the page talk to your server (the endpoint or confirm of TossCheckoutProvider).',
  )
}

// Every name of the real entry: a bundler that finds one missing would stop with its own words instead of ours.
export const createPortOneClient: never = refuse()
export const PortOneError: never = refuse()
export const portOneErrorCodes: never = refuse()
export const toPaymentRecord: never = refuse()
export const createCheckoutRoutes: never = refuse()
export const createSettlement: never = refuse()
export const memoryOrderStore: never = refuse()
export const OrderRefused: never = refuse()
export const OrderStoreError: never = refuse()
export const pgliteOrderStore: never = refuse()
export const portOneAddresses: never = refuse()
export const postgresOrderStore: never = refuse()
export const routeErrorCodes: never = refuse()
export const SettleError: never = refuse()
export const BillingError: never = refuse()
export const billingErrorCodes: never = refuse()
export const billingRouteErrorCodes: never = refuse()
export const createBilling: never = refuse()
export const createBillingRoutes: never = refuse()
export const memorySubscriptionStore: never = refuse()
export const pgliteSubscriptionStore: never = refuse()
export const postgresSubscriptionStore: never = refuse()
