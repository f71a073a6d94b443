import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import { hasMoney } from '../../settle/orderState.js'
import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { chargeNumber } from './chargeNumber.js'

/** When the period before the present one was paid, by the gateway's clock; null when that is not known. */
export async function lastPaidAt(
  { orders }: Pick<BillingParts, 'orders'>,
  { id: subscriptionId, period }: Pick<Subscription, 'id' | 'period'>,
): Promise<Date | null> {
  for (let count = 1; period > 1; count++) {
    const order = await orders.find(chargeNumber({ subscriptionId, period: period - 1, count }))
    if (!order) break
    if (hasMoney(order)) return paidAtOf(order)
  }
  return null
}

/** When an order was paid, by the gateway's clock; null when that is not known. */
export function paidAtOf({ record }: Pick<CheckoutOrder, 'record'>): Date | null {
  return record?.paidAt ? new Date(record.paidAt * 1000) : null
}
