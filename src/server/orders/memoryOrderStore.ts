import type { CheckoutOrder, NewOrder } from './checkoutOrder.js'
import { checkOrder } from './memory/checkOrder.js'
import { checkOrderMove } from './memory/checkOrderMove.js'
import { memoryOutbox } from './memory/memoryOutbox.js'
import type { OrderStore } from './OrderStore.js'
import { OrderStoreError } from './OrderStoreError.js'
import { listLimit } from './storeLimits.js'

/**
 * Orders in this process's memory, gone with it: for tests and trials. Behaves as the databases do, constraints included;
 * there is no transaction, so handlers get `null` for one.
 */
export function memoryOrderStore<Details = unknown>(): OrderStore<Details, null> {
  type Order = CheckoutOrder<Details>
  const orders = new Map<string, Order>()
  const outbox = memoryOutbox<Details>((merchantUid) => read(merchantUid))

  const read = (merchantUid: string): Order | null => {
    const order = orders.get(merchantUid)
    return order ? structuredClone(order) : null
  }
  const write = (order: Order): Order => {
    checkOrder(order)
    const shared = order.impUid !== null && [...orders.values()].some((other) => isRival(order, other))
    if (shared) throw new OrderStoreError('INVALID_ORDER', `payment ${order.impUid} is another order's`)
    orders.set(order.merchantUid, structuredClone(order))
    return structuredClone(order)
  }

  return {
    create: async (order) => {
      if (orders.has(order.merchantUid)) {
        throw new OrderStoreError('ORDER_EXISTS', `order "${order.merchantUid}"`)
      }
      return write(firstVersion(order))
    },
    find: async (merchantUid) => read(merchantUid),
    advance: async (before, change, events, now) => {
      const present = orders.get(before.merchantUid)
      if (present?.version !== before.version) return null
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      if (given.length > 0) {
        const after: Order = {
          ...present,
          ...Object.fromEntries(given),
          version: present.version + 1,
          updatedAt: now,
        }
        checkOrderMove(present, after)
        write(after)
      }
      outbox.add(before.merchantUid, events, now)
      return read(before.merchantUid)
    },
    list: async (query = {}) => {
      const { status, flagged, before } = query
      return [...orders.values()]
        .filter((order) => status === undefined || order.status === status)
        .filter((order) => !flagged || order.flag !== null)
        .filter((order) => !before || newestFirst(before, order) < 0)
        .sort(newestFirst)
        .slice(0, listLimit(query))
        .map((order) => structuredClone(order))
    },
    due: async (now, limit) =>
      [...orders.values()]
        .filter(({ checkAt }) => checkAt !== null && checkAt <= now)
        .sort((a, b) => Number(waits(b)) - Number(waits(a)) || Number(a.checkAt) - Number(b.checkAt))
        .slice(0, limit)
        .map((order) => structuredClone(order)),
    deliver: (handle, options) => outbox.deliver(handle, options),
  }
}

function firstVersion<Details>(order: NewOrder<Details>): CheckoutOrder<Details> {
  return {
    ...order,
    // As a database would keep them.
    details: JSON.parse(JSON.stringify(order.details ?? null)) as Details,
    status: 'pending',
    impUid: null,
    cancelAmount: 0,
    flag: null,
    failReason: null,
    record: null,
    depositRound: 0,
    version: 1,
    updatedAt: order.createdAt,
  }
}

function waits({ status }: CheckoutOrder): boolean {
  return status === 'pending' || status === 'awaiting-deposit'
}

function isRival(order: CheckoutOrder, other: CheckoutOrder): boolean {
  return other.impUid === order.impUid && other.merchantUid !== order.merchantUid
}

type Place = Pick<CheckoutOrder, 'createdAt' | 'merchantUid'>

function newestFirst(a: Place, b: Place): number {
  const byTime = Number(b.createdAt) - Number(a.createdAt)
  if (byTime !== 0 || a.merchantUid === b.merchantUid) return byTime
  return a.merchantUid < b.merchantUid ? 1 : -1
}
