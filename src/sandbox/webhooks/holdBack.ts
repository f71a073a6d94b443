import type { SandboxFaults } from '../sandbox.types.js'
import { wait } from '../wait.js'

/** Under `webhooks-reordered` a webhook waits at most this long for the one it lets pass, real ms. */
export const REORDER_LIMIT_MS = 60_000

/** Sends now, or lets the payment's next webhook pass first. */
export type HoldBack = (impUid: string, send: () => Promise<void>) => Promise<void>

/**
 * Turns the order of a payment's webhooks round while `webhooks-reordered` is on: one is held back until the next of the
 * same payment was taken, the fault is switched off, or a minute has passed.
 */
export function createHoldBack(
  faults: Pick<SandboxFaults, 'active' | 'subscribe'>,
  signal: AbortSignal,
): HoldBack {
  const held = new Map<string, AbortController>()
  const isOn = () => faults.active.includes('webhooks-reordered')
  const letGo = (impUid: string) => {
    held.get(impUid)?.abort()
    held.delete(impUid)
  }
  const letAllGo = () => [...held.keys()].forEach(letGo)
  faults.subscribe(() => !isOn() && letAllGo())
  signal.addEventListener('abort', letAllGo, { once: true })

  return async (impUid, send) => {
    if (held.has(impUid)) {
      await send()
      return letGo(impUid)
    }
    if (isOn() && !signal.aborted) {
      const passed = new AbortController()
      held.set(impUid, passed)
      await wait(REORDER_LIMIT_MS, passed.signal)
      if (held.get(impUid) === passed) held.delete(impUid)
    }
    await send()
  }
}
