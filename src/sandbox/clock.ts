import type { SandboxClock } from './sandbox.types.js'
import type { SandboxStore } from './store.js'

/** The sandbox's clock: the real one plus an offset that is stored with the payments. */
export function createClock(store: SandboxStore): SandboxClock {
  return {
    now: () => Date.now() + store.read().clockOffset,
    advance: (ms) => {
      if (!Number.isFinite(ms)) {
        throw new RangeError(`clock.advance(${ms}): pass a finite number of milliseconds, for example 60_000`)
      }
      store.transact((state) => {
        state.clockOffset += ms
      })
    },
  }
}

/** Unix seconds, as every time in a gateway answer is given. */
export function unixSeconds(clock: SandboxClock): number {
  return Math.floor(clock.now() / 1000)
}
