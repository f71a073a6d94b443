import type { ShopOrder } from '../shop/order.types.js'

/** How many of each of the order's goods were not given back yet, nor asked to be. */
export function keptCounts({ lines, refunds }: Pick<ShopOrder, 'lines' | 'refunds'>): Record<string, number> {
  return Object.fromEntries(
    lines.map(({ id, count }) => [id, refunds.reduce((left, { counts }) => left - (counts[id] ?? 0), count)]),
  )
}

/** Won that the server will give back for these: with the last of the goods, all that is left. */
export function refundWorth(order: ShopOrder, counts: Record<string, number>): number {
  const left = order.amount - order.cancelAmount
  const kept = keptCounts(order)
  if (Object.entries(kept).every(([id, count]) => count === (counts[id] ?? 0))) return left
  return Math.min(
    left,
    order.lines.reduce((sum, { id, price }) => sum + price * (counts[id] ?? 0), 0),
  )
}
