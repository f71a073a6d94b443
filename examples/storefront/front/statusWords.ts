import type { OrderStatus } from 'react-toss-checkout/server'
import type { ShopOrder } from '../shop/order.types.js'
import { useSpeech } from './language.js'

export type StatusFacts = Pick<ShopOrder, 'status' | 'failReason' | 'flag' | 'misfits' | 'parcel'>

/** An order's status, with what failed told apart: `unpaid` nobody paid for it, `withdrawn` it was never to be charged. */
export type ShownStatus = OrderStatus | 'unpaid' | 'withdrawn'

/** The gateways' own words for a buyer who gave up, and the kit's for an order that nobody came back to. */
const gaveUp = /CANCEL|결제포기|사용자.*취소|^(abandoned|expired|revoked)$/

export function shownStatus({ status, failReason }: Pick<ShopOrder, 'status' | 'failReason'>): ShownStatus {
  if (status !== 'failed') return status
  if (failReason === 'withdrawn') return 'withdrawn'
  return gaveUp.test(failReason ?? '') ? 'unpaid' : 'failed'
}

/** Is there money that does not fit, and is still here? */
export function needsLook({ flag, misfits }: Pick<ShopOrder, 'flag' | 'misfits'>): boolean {
  return misfits.length > 0 ? misfits.some(({ returnedAt }) => returnedAt === null) : flag !== null
}

/** Every status in the words of a shop. */
export function useStatusWords(): Record<ShownStatus, string> {
  const { say } = useSpeech()
  return {
    // The gateway may have approved it already.
    pending: say('결제 확인 전', 'Not confirmed yet'),
    'awaiting-deposit': say('입금 대기', 'Awaiting deposit'),
    paid: say('결제 완료', 'Paid'),
    'partly-refunded': say('일부 환불', 'Partly refunded'),
    refunded: say('환불 완료', 'Refunded'),
    failed: say('결제 실패', 'Payment failed'),
    unpaid: say('결제 안 됨', 'Not paid'),
    withdrawn: say('취소된 예약', 'Withdrawn'),
  }
}
