import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { NewOrderEvent } from '../orders/orderEvent.js'
import type { OrderMove } from './orderMove.js'

const KEY = 'flagged:order:'

/**
 * An order was paid for what another order had been paid for already, such as a subscription's period. Told and, where the
 * policy says so, given back as a second payment is, though it is the one its order rests on.
 */
export function secondOrderMove({ impUid, amount, currency, flag: present }: CheckoutOrder): OrderMove {
  const flag = 'second-payment'
  return {
    change: present === null ? { flag } : {},
    events: [{ key: `${KEY}${impUid}`, impUid, happening: { kind: 'flagged', flag, amount, currency } }],
  }
}

export function isSecondOrder({ key }: Pick<NewOrderEvent, 'key'>): boolean {
  return key.startsWith(KEY)
}
