import type { Fault, SandboxFaults } from './sandbox.types.js'
import type { SandboxStore } from './store.js'

/** How long a REST lookup takes under `confirm-slow`, and every operation under `rest-slow`: real milliseconds, not the sandbox clock's. */
export const SLOW_LOOKUP_MS = 8000

const faultTable: Record<Fault, true> = {
  declined: true,
  'limit-exceeded': true,
  'card-data-invalid': true,
  configuration: true,
  'system-error': true,
  'callback-lost': true,
  'callback-twice': true,
  'confirm-down': true,
  'confirm-slow': true,
  'amount-tampered': true,
  'prepared-amount-differs': true,
  'order-number-used': true,
  'script-blocked': true,
  'never-answers': true,
  'webhook-lost': true,
  'webhook-twice': true,
  'webhooks-reordered': true,
  'webhook-late': true,
  'webhook-early': true,
  'rest-error': true,
  'rest-slow': true,
  'rest-timeout': true,
  'rest-answer-lost': true,
  'token-expires': true,
}

/** Every fault there is, in the order a drawer may list them. */
export const allFaults: readonly Fault[] = Object.keys(faultTable) as Fault[]

/** The switches for mishaps, stored with the payments so that a phone's payment page sees them too. */
export function createFaults(store: SandboxStore): SandboxFaults {
  const listeners = new Set<() => void>()
  let last: readonly Fault[] = []

  const replace = (faults: readonly Fault[]) => {
    for (const fault of faults) {
      if (!Object.hasOwn(faultTable, fault)) {
        throw new TypeError(`faults.set('${fault}'): no such fault. There are: ${allFaults.join(', ')}`)
      }
    }
    store.transact((state) => {
      state.faults = [...new Set(faults)]
    })
    for (const listener of [...listeners]) listener()
  }

  return {
    get active() {
      const now = store.read().faults
      // The same array while nothing changed, so that it can serve as a React snapshot.
      if (now.length !== last.length || now.some((fault, index) => fault !== last[index])) last = [...now]
      return last
    },
    set: (...faults) => replace(faults),
    clear: () => replace([]),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
