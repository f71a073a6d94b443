import { RouteRefusal } from './RouteRefusal.js'

const merchantUidForm = /^[^\p{Cc}\p{Cs}]{1,40}$/u
/** `imp_` and 12 digits from a browser, `imps_` from an API payment (PortOne V1 docs); test tools vary the digits. */
const impUidForm = /^imps?_[A-Za-z0-9_-]{1,60}$/

/** Could this be an order number? Also the ones a merchant stored without our routes. */
export function isMerchantUid(given: unknown): given is string {
  return typeof given === 'string' && merchantUidForm.test(given)
}

/** An order number as anybody may send it. Raises `INVALID_BODY`. */
export function readMerchantUid(name: string, given: unknown): string {
  if (isMerchantUid(given)) return given
  throw new RouteRefusal('INVALID_BODY', { message: `${name} should be an order number, 1 to 40 characters` })
}

/** Could this be one of the gateway's payment numbers? */
export function isImpUid(given: unknown): given is string {
  return typeof given === 'string' && impUidForm.test(given)
}

/** A payment number as the gateway sends it. Raises `INVALID_BODY`. */
export function readImpUid(given: unknown): string {
  if (isImpUid(given)) return given
  throw new RouteRefusal('INVALID_BODY', { message: 'imp_uid should be a payment number, imp_000000000000' })
}
