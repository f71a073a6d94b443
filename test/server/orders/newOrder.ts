import type { CheckoutOrder, NewOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'
import type { NewOrderEvent, OrderHappening } from '../../../src/server/orders/orderEvent.js'

export const START = new Date('2026-11-23T03:00:00.123Z')
let count = 0

/** A pair of shoes, ordered at `START`. */
export function newOrder(changes: Partial<NewOrder> = {}): NewOrder {
  count += 1
  return {
    merchantUid: `20261123-${count}`,
    name: '신발',
    amount: 59_000,
    taxFree: 0,
    currency: 'KRW',
    details: { lines: [{ id: 'shoes', count: 1 }] },
    sessionHash: null,
    tokenHash: 'a'.repeat(64),
    createdAt: START,
    checkAt: null,
    ...changes,
  }
}

/** `START` and so many seconds. */
export function at(seconds: number): Date {
  return new Date(START.getTime() + seconds * 1000)
}

export function event(
  key: string,
  happening: OrderHappening = { kind: 'paid', again: false },
): NewOrderEvent {
  return { key, impUid: 'imp_000000000001', happening }
}

/** What `paid` changes about an order. */
export function paid(order: CheckoutOrder): Partial<CheckoutOrder> {
  return { status: 'paid', impUid: `imp_${order.merchantUid}` }
}

/** An order that was paid at `START`, with these events in the outbox. */
export async function paidOrder(
  orders: Pick<OrderStore, 'create' | 'advance'>,
  ...keys: string[]
): Promise<CheckoutOrder> {
  const order = await orders.create(newOrder())
  const told = await orders.advance(
    order,
    paid(order),
    keys.map((key) => event(key)),
    at(0),
  )
  if (!told) throw new Error('somebody was first')
  return told
}
