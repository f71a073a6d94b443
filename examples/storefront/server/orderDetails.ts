import type { CheckoutOrder } from 'react-toss-checkout/server'
import type { OrderLine } from '../shop/goods.types.js'
import type { Delivery } from '../shop/order.types.js'
import { chargeName } from './offers.js'

/** What the shop keeps with an order. Never leaves the server, but to the buyer who made it and to the shopkeeper. */
export interface OrderDetails {
  lines: OrderLine[]
  /** Won. */
  shippingFee: number
  delivery: Delivery
}

/** Of a membership's charge billing keeps no details: it is one line of its own, and goes where the member lives. */
export function detailsOf(
  { details, name, amount }: Pick<CheckoutOrder<OrderDetails | null>, 'details' | 'name' | 'amount'>,
  member?: Delivery,
): OrderDetails {
  if (details) return details
  const delivery = member ?? { name: '', tel: '', email: '', postcode: '', address: '', memo: '' }
  const line = { id: 'membership', name: chargeName(name), price: amount, count: 1 }
  return { lines: [line], shippingFee: 0, delivery }
}
