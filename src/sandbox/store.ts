import type { BillingKey } from './billing/billingKey.js'
import type { BillingSchedule } from './billing/billingSchedule.js'
import type { RestEscrowLogis, RestReceipt } from './gateway/restPayment.types.js'
import type { SandboxPayment } from './gateway/sandboxPayment.js'
import type { Fault } from './sandbox.types.js'

/** Everything the sandbox remembers; plain JSON. */
export interface SandboxState {
  version: 1
  /** How far the sandbox clock is ahead of the real one, ms. */
  clockOffset: number
  faults: Fault[]
  /** The faults the sandbox was created with; other ones on the next start win over what was stored. */
  startedWith: readonly Fault[]
  /** The last payment number handed out. */
  serial: number
  token: { value: string; expiresAt: number } | null
  prepared: { merchantUid: string; amount: number; currency: string | null }[]
  payments: SandboxPayment[]
  /** Registered cards, of which only masked numbers are kept; one per `customer_uid`. */
  billingKeys: BillingKey[]
  schedules: BillingSchedule[]
  /** Cash receipts, the last of each payment. */
  receipts: RestReceipt[]
  deliveries: (RestEscrowLogis & { impUid: string })[]
}

/** Reads and changes the state; re-read from the storage each time, so that two tabs see one gateway. */
export interface SandboxStore {
  /** A snapshot: look, do not change. */
  read(): SandboxState
  /** Changes the state and writes it back; nothing is written when `change` throws. */
  transact<T>(change: (state: SandboxState) => T): T
  /** Calls back after each change made through this store; returns how to stop it. */
  subscribe(listener: () => void): () => void
}

/** Where a sandbox with this merchant code keeps its state. */
export function storageKey(merchantCode: string): string {
  return `react-toss-checkout:sandbox:${merchantCode}`
}

/** A store over `sessionStorage`, `localStorage` or the like; without one, over memory. */
export function createStore(
  merchantCode: string,
  startWith: readonly Fault[],
  storage: Pick<Storage, 'getItem' | 'setItem'> = memoryStorage(),
): SandboxStore {
  const key = storageKey(merchantCode)
  const fresh = (): SandboxState => ({
    version: 1,
    clockOffset: 0,
    faults: [...startWith],
    startedWith: startWith,
    serial: 0,
    token: null,
    prepared: [],
    payments: [],
    billingKeys: [],
    schedules: [],
    receipts: [],
    deliveries: [],
  })
  const listeners = new Set<() => void>()
  let seen: { raw: string; state: SandboxState } | null = null

  const read = (): SandboxState => {
    const raw = storage.getItem(key)
    if (raw === null) return fresh()
    if (seen?.raw !== raw) seen = { raw, state: parse(raw, fresh()) }
    return seen.state
  }
  const transact = <T>(change: (state: SandboxState) => T): T => {
    const state = structuredClone(read())
    const result = change(state)
    const raw = JSON.stringify(state)
    storage.setItem(key, raw)
    seen = { raw, state }
    for (const listener of [...listeners]) listener()
    return result
  }

  if (JSON.stringify(read().startedWith) !== JSON.stringify(startWith)) {
    transact((state) => {
      state.startedWith = startWith
      state.faults = [...startWith]
    })
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { read, transact, subscribe }
}

/** What was stored, or a fresh state when it is none of ours. Lists that an older sandbox did not have are empty. */
function parse(raw: string, fresh: SandboxState): SandboxState {
  try {
    const state = JSON.parse(raw) as Partial<SandboxState> | null
    return state?.version === 1 && Array.isArray(state.payments) ? { ...fresh, ...state } : fresh
  } catch {
    return fresh
  }
}

function memoryStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}
