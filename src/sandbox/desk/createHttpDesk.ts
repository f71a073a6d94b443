import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { Fault, WindowOffer } from '../sandbox.types.js'
import type { PaymentDesk } from './PaymentDesk.js'

/** What the sandbox behind HTTP was like when the script was served. */
export interface HttpDeskStart {
  faults: readonly Fault[]
  /** The sandbox clock's time, ms since 1970. */
  now: number
}

/** What the control API answers about one payment. */
interface PaymentView {
  offer: WindowOffer
  response: CallbackResponse | null
  returnUrl: string | null
}

/**
 * The desk over the control API of a sandbox served at `origin`. Every answer of that API tells the faults and the clock
 * in its headers, so the page never decides on old ones; changes go out in order, and before the next decision.
 */
export function createHttpDesk(origin: string, start: HttpDeskStart): PaymentDesk {
  let faults = start.faults
  let ahead = start.now - Date.now()
  let changes: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()

  const hearFaults = (next: readonly Fault[]) => {
    if (next.join() === faults.join()) return
    faults = next
    for (const listener of [...listeners]) listener()
  }

  async function send(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; answer: unknown }> {
    const response = await fetch(`${origin}/sandbox${path}`, {
      method,
      cache: 'no-store',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const [listed, time] = [response.headers.get('sandbox-faults'), response.headers.get('sandbox-time')]
    if (listed !== null) hearFaults(listed.split(',').filter(Boolean) as Fault[])
    if (time) ahead = Number(time) - Date.now()
    const answer: unknown = await response.json()
    if (!response.ok && response.status !== 404)
      throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return { status: response.status, answer }
  }

  async function ask<T>(method: string, path: string, body?: object): Promise<T> {
    await changes
    return (await send(method, path, body)).answer as T
  }

  const change = (method: string, path: string, body: object) => {
    changes = changes.then(() => send(method, path, body)).catch((error) => console.error(error))
  }
  const set = (next: readonly Fault[]) => {
    hearFaults([...new Set(next)])
    change('PUT', '/faults', { faults })
  }
  /** An unknown payment is answered too, with the error a buyer would see. */
  const decide = async (impUid: string, decision: string, body: object) =>
    (await ask<{ response: CallbackResponse }>('POST', `${pathOf(impUid)}/${decision}`, body)).response

  return {
    open: (params, from) => ask('POST', '/payments', { params, ...from }),
    offer: async (impUid) => (await ask<Partial<PaymentView>>('GET', pathOf(impUid))).offer ?? null,
    approve: (impUid, choice) => decide(impUid, 'approve', { choice }),
    giveUp: (impUid) => decide(impUid, 'give-up', {}),
    returnUrl: async (impUid) => (await ask<Partial<PaymentView>>('GET', pathOf(impUid))).returnUrl ?? null,
    look: async () => void (await ask('GET', '/state')),
    faults: {
      get active() {
        return faults
      },
      set: (...next) => set(next),
      clear: () => set([]),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    clock: {
      now: () => Date.now() + ahead,
      advance: (ms) => {
        ahead += ms
        change('POST', '/clock', { advance: ms })
      },
    },
  }
}

function pathOf(impUid: string): string {
  return `/payments/${encodeURIComponent(impUid)}`
}
