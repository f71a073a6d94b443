import type { CheckoutOrder } from '../checkoutOrder.js'
import { deliveryDelay } from '../deliveryDelay.js'
import type { DeliveryOptions, OrderStore } from '../OrderStore.js'
import type { NewOrderEvent, OrderEvent } from '../orderEvent.js'
import { deliveryLimit } from '../storeLimits.js'

interface Entry {
  event: OrderEvent
  nextAt: Date
  delivered: boolean
}

/** The outbox of the store that has no database. */
export interface MemoryOutbox<Details> {
  add(merchantUid: string, events: readonly NewOrderEvent[], now: Date): void
  deliver: OrderStore<Details, null>['deliver']
}

export function memoryOutbox<Details>(
  orderOf: (merchantUid: string) => CheckoutOrder<Details> | null,
): MemoryOutbox<Details> {
  const entries: Entry[] = []
  /** Orders one of whose events is with a handler right now. */
  const busy = new Set<string>()

  const next = (now: Date, only: DeliveryOptions) => {
    const waiting = new Set(busy)
    return entries.find(({ event, nextAt, delivered }) => {
      const { merchantUid } = event
      if (delivered || waiting.has(merchantUid)) return false
      if (nextAt <= now && isAmong(only, event)) return true
      // What happened later to this order waits behind it.
      waiting.add(merchantUid)
      return false
    })
  }

  return {
    add: (merchantUid, events, now) => {
      for (const { key, impUid, happening } of events) {
        if (entries.some(({ event }) => event.merchantUid === merchantUid && event.key === key)) continue
        const id = String(entries.length + 1)
        const event = structuredClone({ id, merchantUid, key, impUid, happening, at: now, attempts: 0 })
        entries.push({ event, nextAt: now, delivered: false })
      }
    },
    deliver: async (handle, options = {}) => {
      const { now = new Date() } = options
      let delivered = 0
      let failed = 0
      while (delivered + failed < deliveryLimit(options)) {
        const entry = next(now, options)
        const order = entry && orderOf(entry.event.merchantUid)
        if (!entry || !order) break
        busy.add(order.merchantUid)
        try {
          await handle(structuredClone(entry.event), order, null)
          entry.delivered = true
          delivered++
        } catch {
          entry.nextAt = new Date(now.getTime() + deliveryDelay(entry.event.attempts))
          entry.event = { ...entry.event, attempts: entry.event.attempts + 1 }
          failed++
        } finally {
          busy.delete(order.merchantUid)
        }
      }
      return { delivered, failed }
    },
  }
}

function isAmong({ merchantUid, kinds }: DeliveryOptions, event: OrderEvent): boolean {
  return (
    (merchantUid ?? event.merchantUid) === event.merchantUid &&
    (kinds?.includes(event.happening.kind) ?? true)
  )
}
