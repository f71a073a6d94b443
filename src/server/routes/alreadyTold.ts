import type { CheckoutOrder } from '../orders/checkoutOrder.js'

/**
 * Does the order say already what a webhook claims? The claim is not believed: it is compared with what the gateway itself
 * answered before, and one that is covered moves nothing, whoever sent it. So a duplicate needs no gateway, and is 200 with
 * the gateway down, too.
 *
 * `paid`, where the order is paid by this very payment and nothing was given back; `cancelled`, where all of it was. What
 * else there might be to learn has a webhook of its own and the sweep. Everything else may be news and is asked about:
 * `ready` is also what a deposit says that was taken back, `cancelled` any further refund (PortOne V1 docs).
 */
export function alreadyTold(order: CheckoutOrder, impUid: string, claimed: unknown): boolean {
  if (order.impUid !== impUid) return false
  if (claimed === 'paid') return order.status === 'paid'
  return claimed === 'cancelled' && order.status === 'refunded'
}
