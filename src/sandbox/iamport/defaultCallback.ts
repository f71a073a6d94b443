import type { CallbackResponse } from '../../portone/iamport.types.js'
import { leaveFor } from './leaveFor.js'

/**
 * What the legacy SDK does on a phone when the page gave no callback: a failure before the redirect goes to
 * `m_redirect_url`, or to the gateway's own page. Its appender forgets the `&` after an existing `a=1&b=2`, encodes no
 * single value and sends no error code; a page that reads the query has to live with that.
 */
export function defaultCallback(
  target: Window,
  redirectUrl: string | undefined,
): (response: CallbackResponse) => void {
  return ({ success, imp_uid, merchant_uid, error_msg }) => {
    if (success) return
    if (!redirectUrl) {
      const fail = `https://service.iamport.kr/payments/fail?imp_uid=${imp_uid}&success=false&error_msg=${error_msg}`
      return leaveFor(target, encodeURI(fail))
    }
    const [address = '', hash] = redirectUrl.split('#')
    const joint = !address.includes('?') ? '?' : address.includes('&') ? '' : '&'
    const result = `imp_uid=${imp_uid}&merchant_uid=${merchant_uid}&imp_success=false&error_msg=${error_msg}`
    leaveFor(target, encodeURI(`${address}${joint}${result}${hash === undefined ? '' : `#${hash}`}`))
  }
}
