import { BILLING_MID, type Channel, resolveChannel } from '../gateway/resolveChannel.js'

/** What an API charge without a channel for it is refused with (observed). */
export const NO_BILLING_CHANNEL = '비인증결제모듈 사용정보를 찾을 수 없습니다.'

/**
 * The channel of an API charge; null when there is none: only the new module takes typed cards and billing keys. `pg`
 * is `tosspayments` or `tosspayments.MID`, the older selector beside `channel_key`. Neither is needed, as in the 2022
 * documentation.
 */
export function billingChannel(pg: string | null, channelKey: string | null): Channel | null {
  const channel = resolveChannel(
    { ...(pg !== null && { pg }), ...(channelKey !== null && { channelKey }) },
    'new',
    'tosspayments',
  )
  if (channel?.module !== 'tosspayments') return null
  const mid = channelKey === null ? pg?.split('.').slice(1).join('.') : null
  return { module: 'tosspayments', mid: mid || BILLING_MID }
}
