import type { ShopOrder } from '../shop/order.types.js'
import { useSpeech } from './language.js'

export type ShownStatus = Pick<ShopOrder, 'status' | 'flag' | 'misfits' | 'parcel'>

/** Is there money that does not fit, and is still here? */
export function needsLook({ flag, misfits }: Pick<ShopOrder, 'flag' | 'misfits'>): boolean {
  return misfits.length > 0 ? misfits.some(({ returnedAt }) => returnedAt === null) : flag !== null
}

/** Every status in the words of a shop. */
export function useStatusWords(): Record<ShopOrder['status'], string> {
  const { say } = useSpeech()
  return {
    pending: say('결제 전', 'Not paid yet'),
    'awaiting-deposit': say('입금 대기', 'Awaiting deposit'),
    paid: say('결제 완료', 'Paid'),
    'partly-refunded': say('일부 환불', 'Partly refunded'),
    refunded: say('환불 완료', 'Refunded'),
    failed: say('결제 실패', 'Not paid'),
  }
}
