import { OrderStoreError } from '../orders/OrderStoreError.js'
import { PortOneError } from '../PortOneError.js'
import { SettleError } from '../settle/SettleError.js'
import { OrderRefused } from './OrderRefused.js'
import { RouteRefusal } from './RouteRefusal.js'

/** Calls of code that is not ours. Whatever it throws is reported and comes out as a refusal that can be answered. */
export interface GuardedCalls {
  /** The merchant's functions: `OrderRefused` passes, anything else is `INTERNAL_ERROR`. */
  merchant<T>(where: string, work: () => T | Promise<T>): Promise<T>
  /** The gateway and the order store: 503 where asking again helps. */
  backend<T>(where: string, work: () => T | Promise<T>): Promise<T>
}

export function guardedCalls(report: (error: unknown, where: string) => void): GuardedCalls {
  const guarded =
    (toRefusal: (thrown: unknown) => Error) =>
    async <T>(where: string, work: () => T | Promise<T>): Promise<T> => {
      try {
        return await work()
      } catch (thrown) {
        const refusal = toRefusal(thrown)
        if (refusal !== thrown && !isContended(thrown)) report(thrown, where)
        throw refusal
      }
    }
  return { merchant: guarded(refusalOfMerchant), backend: guarded(refusalOfBackend) }
}

function refusalOfMerchant(thrown: unknown): Error {
  if (thrown instanceof OrderRefused || thrown instanceof RouteRefusal) return thrown
  return new RouteRefusal('INTERNAL_ERROR')
}

function refusalOfBackend(thrown: unknown): Error {
  if (thrown instanceof RouteRefusal) return thrown
  if (isContended(thrown)) return new RouteRefusal('CONTENDED')
  if (thrown instanceof PortOneError) {
    return new RouteRefusal(thrown.retryable ? 'GATEWAY_UNAVAILABLE' : 'GATEWAY_REFUSED')
  }
  // The database judged the value itself: sending it again will not make it better.
  if (thrown instanceof OrderStoreError) return new RouteRefusal('INTERNAL_ERROR')
  return new RouteRefusal('STORE_UNAVAILABLE')
}

/** Nothing is wrong then: other instances were quicker, several times. */
function isContended(thrown: unknown): boolean {
  return thrown instanceof SettleError && thrown.code === 'CONTENDED'
}
