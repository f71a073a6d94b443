'use client'
import { useRef, useState } from 'react'
import type { Order } from '../payment/order.js'
import type { OrderSource } from './usePayment.js'

/** ms an order fetched ahead of the press stays good. */
const LIFE = 60_000

interface EarlyOrder {
  from: OrderSource
  at: number
  /** On its way, then itself. */
  made: OrderSource
}

/**
 * An order that the merchant's server makes while the buyer is still on the way to the button, so that the press opens the
 * window in its own tick.
 *
 * @param wanted false while no new order may be made
 * @internal
 */
export function useEarlyOrder(source: OrderSource, wanted: boolean) {
  const early = useRef<EarlyOrder>(undefined)
  const [, seen] = useState<Order>()
  const fresh = () => {
    const { current } = early
    return wanted && current && current.from === source && Date.now() - current.at < LIFE
      ? current
      : undefined
  }
  const ready = fresh()?.made
  return {
    /** The order that the next press pays, once it is known: its price is said. */
    order: typeof ready === 'function' ? undefined : ready,
    fetch() {
      if (typeof source !== 'function' || !wanted || fresh()) return
      const made = new Promise<Order>((resolve) => resolve(source()))
      const mine: EarlyOrder = { from: source, at: Date.now(), made: () => made }
      early.current = mine
      made.then(
        (order) => {
          mine.made = order
          seen(order)
        },
        // The press asks again and reports; a hover must not.
        () => {
          mine.at = 0
        },
      )
    },
    /** The order for this press: the early one once, else the source itself. */
    take(): OrderSource {
      const ready = fresh()
      if (!ready) return source
      early.current = undefined
      return ready.made
    },
  }
}
