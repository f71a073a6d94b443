import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { NewOrderEvent } from '../orders/orderEvent.js'
import type { OrderMove } from './orderMove.js'

const KEY = 'flagged:order:'

/**
 * An order was paid for what order `besides` had been paid for already, such as a subscription's period. Told and, where the
 * policy says so, given back as a second payment is, though it is the one its order rests on.
 */
export function secondOrderMove(order: CheckoutOrder, besides: string): OrderMove {
  const { impUid, amount, currency } = order
  const flag = 'second-payment'
  return {
    change: order.flag === flag ? {} : { flag },
    events: [
      { key: `${KEY}${impUid}`, impUid, happening: { kind: 'flagged', flag, amount, currency, besides } },
    ],
  }
}

export function isSecondOrder({ key }: Pick<NewOrderEvent, 'key'>): boolean {
  return key.startsWith(KEY)
}

/** Whether money is held for the order, some of it at least. */
export function holdsMoney({ status }: Pick<CheckoutOrder, 'status'>): boolean {
  return status === 'paid' || status === 'partly-refunded'
}
