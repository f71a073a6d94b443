import type { PaymentRecord } from 'react-toss-checkout'
import { stillNow } from './stillClock.js'

const usual: PaymentRecord = {
  impUid: 'imp_000000000001',
  merchantUid: 'order-20261123-000001',
  status: 'paid',
  amount: 55_000,
  currency: 'KRW',
  payMethod: 'card',
  name: '손뜨개 울 머플러 외 1건',
}

/** A card payment, with everything that a record may hold. */
export const cardRecord = (more: Partial<PaymentRecord> = {}): PaymentRecord => ({
  ...usual,
  card: {
    code: '366',
    name: '신한카드',
    quota: 3,
    number: '433012******1234',
    approvalNumber: '00812345',
  },
  paidAt: stillNow - 3_600,
  receiptUrl: 'https://dashboard.tosspayments.com/receipt',
  ...more,
})

/** An issued account, due in a day and two hours. */
export const accountRecord = (
  more: Partial<PaymentRecord> = {},
  account: Partial<NonNullable<PaymentRecord['virtualAccount']>> = {},
): PaymentRecord => ({
  ...usual,
  status: 'ready',
  payMethod: 'vbank',
  virtualAccount: {
    bankCode: '088',
    bankName: '신한은행',
    number: '56211023456789',
    holder: '모과상점',
    dueAt: stillNow + 26 * 3_600 + 5 * 60,
    ...account,
  },
  ...more,
})
