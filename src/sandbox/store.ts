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
}

/** Reads and changes the state; re-read from the storage each time, so that two tabs see one gateway. */
export interface SandboxStore {
  /** A snapshot: look, do not change. */
  read(): SandboxState
  /** Changes the state and writes it back; nothing is written when `change` throws. */
  transact<T>(change: (state: SandboxState) => T): T
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
  })
  let seen: { raw: string; state: SandboxState } | null = null

  const read = (): SandboxState => {
    const raw = storage.getItem(key)
    if (raw === null) return fresh()
    if (seen?.raw !== raw) seen = { raw, state: parse(raw) ?? fresh() }
    return seen.state
  }
  const transact = <T>(change: (state: SandboxState) => T): T => {
    const state = structuredClone(read())
    const result = change(state)
    const raw = JSON.stringify(state)
    storage.setItem(key, raw)
    seen = { raw, state }
    return result
  }

  if (JSON.stringify(read().startedWith) !== JSON.stringify(startWith)) {
    transact((state) => {
      state.startedWith = startWith
      state.faults = [...startWith]
    })
  }
  return { read, transact }
}

function parse(raw: string): SandboxState | null {
  try {
    const state = JSON.parse(raw) as Partial<SandboxState> | null
    return state?.version === 1 && Array.isArray(state.payments) ? (state as SandboxState) : null
  } catch {
    return null
  }
}

function memoryStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}
