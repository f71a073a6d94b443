import type { DeliveryOptions, OrderQuery } from './OrderStore.js'

/** How many orders a list may hold: 1–500, 50 when not said. */
export function listLimit({ limit = 50 }: OrderQuery): number {
  return within(limit, 500)
}

/** How many events one call hands out: 1–1,000, 100 when not said. */
export function deliveryLimit({ limit = 100 }: DeliveryOptions): number {
  return within(limit, 1000)
}

function within(limit: number, most: number): number {
  return Math.min(Math.max(Math.trunc(limit) || 1, 1), most)
}
