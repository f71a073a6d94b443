import type { CheckoutOrder, OrderFlag } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import { type OrderMove, recordMove } from './orderMove.js'
import { heldOf } from './paymentMoney.js'

/** How a payment does not fit its order; null when it does. */
export function misfitOf(order: CheckoutOrder, { amount, currency }: Payment): OrderFlag | null {
  if (currency !== order.currency) return 'currency-differs'
  return amount === order.amount ? null : 'amount-differs'
}

/**
 * A payment that does not fit: flagged while money is held, told once; an account for the wrong amount is told when it is
 * issued and once more when somebody has paid into it. The order itself stays where it is.
 */
export function misfitMove(order: CheckoutOrder, payment: Payment, flag: OrderFlag): OrderMove | null {
  const { impUid, amount, currency, status } = payment
  const shown = order.impUid === null && [undefined, impUid].includes(order.record?.impUid)
  const record = shown ? recordMove(order, payment) : null
  const waiting = status === 'ready'
  if (!waiting && heldOf(payment) === 0) return order.record?.impUid === impUid ? record : null
  return {
    change: { ...record?.change, ...(order.flag === null && { flag }) },
    events: [
      {
        key: `flagged:${impUid}${waiting ? ':account' : ''}`,
        impUid,
        happening: { kind: 'flagged', flag, amount, currency },
      },
    ],
  }
}
