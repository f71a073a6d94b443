import type { RequestPayParams } from '../../portone/iamport.types.js'

/**
 * Completes the page's own object, as the SDK does, and writes the string that goes to the frame. JSON decides what
 * arrives: functions and `undefined` vanish, a `Date` becomes a string, `NaN` becomes null. Raises a `TypeError` for
 * null or a cycle.
 */
export function writeRequest(
  params: RequestPayParams,
  about: { tier: string | undefined; origin: string; version: string },
): { message: string; requestId: string } {
  const now = Date.now()
  const requestId = `req_${now}`
  params.merchant_uid ||= `nobody_${now}`
  params.pay_method ||= 'card'
  params.request_id = requestId
  params.tier_code = about.tier
  const { origin, version } = about
  const message = JSON.stringify({ action: 'payment', data: params, origin, from: 'iamport-sdk', version })
  return { message, requestId }
}
