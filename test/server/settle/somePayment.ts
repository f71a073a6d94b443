import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { Payment, PaymentCancel } from '../../../src/server/rest/payments/payment.types.js'
import { readPayment } from '../../../src/server/rest/payments/readPayment.js'

export const NOW = new Date('2026-11-23T03:00:00Z')
export const seconds = (after: number): Date => new Date(NOW.getTime() + after * 1000)
const DAY = 86_400

/** An order of 10,000 won that nobody paid yet. */
export function someOrder(changes: Partial<CheckoutOrder> = {}): CheckoutOrder {
  return {
    merchantUid: 'order-1',
    name: '신발',
    amount: 10_000,
    taxFree: 0,
    currency: 'KRW',
    status: 'pending',
    impUid: null,
    cancelAmount: 0,
    flag: null,
    failReason: null,
    record: null,
    details: null,
    sessionHash: null,
    tokenHash: null,
    depositRound: 0,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    checkAt: null,
    ...changes,
  }
}

const opened = readPayment({
  imp_uid: 'imp_1',
  merchant_uid: 'order-1',
  status: 'ready',
  amount: 10_000,
  cancel_amount: 0,
  currency: 'KRW',
  sandbox: false,
  started_at: NOW.getTime() / 1000,
})

/** A window that was opened for it. */
export function some(changes: Partial<Payment> = {}): Payment {
  return { ...opened, ...changes }
}

export function approved(changes: Partial<Payment> = {}): Payment {
  return some({ status: 'paid', payMethod: 'card', cardName: '신한카드', paidAt: seconds(60), ...changes })
}

export function declined(changes: Partial<Payment> = {}): Payment {
  return some({ status: 'failed', failedAt: seconds(60), failReason: '한도초과', ...changes })
}

/** A virtual account; the deadline in a week. */
export function account(changes: Partial<Payment> = {}): Payment {
  const issued = { vbankNum: '12345678901234', vbankDate: seconds(7 * DAY), vbankIssuedAt: seconds(30) }
  return some({ payMethod: 'vbank', ...issued, ...changes })
}

/** The same payment after refunds of these amounts; `cancelled`, as the gateway says after a partial one too. */
export function refunded(payment: Payment, ...amounts: number[]): Payment {
  const cancelHistory: PaymentCancel[] = amounts.map((amount, index) => ({
    cancellationId: `${payment.impUid}-cancel-${index}`,
    pgTid: 'tid',
    amount,
    cancelledAt: seconds(120 + index),
    reason: '변심',
    receiptUrl: null,
  }))
  const cancelAmount = amounts.reduce((sum, amount) => sum + amount, 0)
  return { ...payment, status: 'cancelled', cancelAmount, cancelHistory, cancelledAt: seconds(120) }
}
