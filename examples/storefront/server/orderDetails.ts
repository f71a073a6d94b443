import type { OrderLine } from '../shop/goods.types.js'
import type { Delivery } from '../shop/order.types.js'

/** What the shop keeps with an order. Never leaves the server, but to the buyer who made it and to the shopkeeper. */
export interface OrderDetails {
  lines: OrderLine[]
  /** Won. */
  shippingFee: number
  delivery: Delivery
}
