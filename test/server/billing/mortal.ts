import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'

/** Thrown by everything that reaches outside a process that was killed. */
export class Killed extends Error {}

/** A process that is killed in front of, or right behind, its n-th call of a database or the gateway. */
export interface Mortal {
  /** Calls made so far. */
  calls(): number
  isDead(): boolean
  orders<Store extends OrderStore>(store: Store): Store
  subscriptions<Store extends SubscriptionStore>(store: Store): Store
  fetch(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response>
}

/**
 * @param killAt the call that ends it, from 1
 * @param when `before`: the call is not made any more; `after`: it is carried out and nobody hears its answer
 */
export function mortal(killAt: number, when: 'before' | 'after'): Mortal {
  let calls = 0
  let dead = false
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed()
    const mine = ++calls
    if (mine === killAt && when === 'before') dead = true
    if (dead) throw new Killed()
    const answer = await work()
    if (mine === killAt) dead = true
    if (dead) throw new Killed()
    return answer
  }
  const guard = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...given: unknown[]) => reach(async () => method.apply(target, given))
      },
    })
  return {
    calls: () => calls,
    isDead: () => dead,
    orders: guard,
    subscriptions: guard,
    fetch: (send) => (request) => reach(() => send(request)),
  }
}
