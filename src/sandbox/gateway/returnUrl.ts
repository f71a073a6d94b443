import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { SandboxPayment } from './sandboxPayment.js'

/**
 * Where a redirecting window goes: `m_redirect_url` with its own query kept and the result appended, percent-encoded;
 * `imp_success` only where that generation still sends it. Null without a return URL: the real gateway then shows a page
 * of its own.
 */
export function returnUrlOf(payment: SandboxPayment, response: CallbackResponse): string | null {
  if (!payment.redirectUrl) return null
  const [address = '', ...hash] = payment.redirectUrl.split('#')
  const failed = Boolean(response.error_code) || response.success === false || response.imp_success === false
  const says = payment.sdk === 'legacy' || payment.module === 'uplus'
  const result: [string, unknown][] = [
    ['imp_uid', response.imp_uid ?? payment.record.imp_uid],
    ['merchant_uid', response.merchant_uid ?? payment.record.merchant_uid],
    ['imp_success', says ? String(!failed) : null],
    ['error_code', response.error_code],
    ['error_msg', response.error_msg],
  ]
  const query = result
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
  const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
  return [`${address}${joint}${query}`, ...hash].join('#')
}
