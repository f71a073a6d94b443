import { afterEach, beforeEach, vi } from 'vitest'
import type { RestCustomer } from '../../../../src/sandbox/billing/billingKey.js'
import type { RestSchedule } from '../../../../src/sandbox/billing/billingSchedule.js'
import { createClock } from '../../../../src/sandbox/clock.js'
import { createFaults } from '../../../../src/sandbox/faults.js'
import { createGateway, type GatewayParts } from '../../../../src/sandbox/gateway.js'
import { createRestApp } from '../../../../src/sandbox/restApp.js'
import { resolveOptions } from '../../../../src/sandbox/sandboxParts.js'
import { createStore, type SandboxState } from '../../../../src/sandbox/store.js'
import { type Answer, type Core, call } from '../sandboxCore.js'

/** The sandbox without its page half, with what it stores and what it tells the shop in view. */
export interface BillingCore extends Core {
  /** `imp_uid: status` of each webhook announced, oldest first. */
  news: string[]
  /** Everything stored, as it is written. */
  stored(): string
  state(): SandboxState
}

export function createBillingCore(storage: Pick<Storage, 'getItem' | 'setItem'> = memory()): BillingCore {
  const news: string[] = []
  const options = resolveOptions({})
  const store = createStore(options.merchantCode, options.faults, storage)
  const clock = createClock(store)
  const announce: GatewayParts['announce'] = (impUid, { status }) => void news.push(`${impUid}: ${status}`)
  const parts: GatewayParts = { store, clock, options, announce }
  const app = createRestApp(parts)
  return {
    clock,
    news,
    faults: createFaults(store),
    gateway: createGateway(parts),
    fetch: async (request) => app.fetch(request),
    stored: () => JSON.stringify(store.read()),
    state: () => store.read(),
  }
}

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  }
}

/** A card that passes every check for a while yet. */
export const goodCard = {
  card_number: '4242-4242-4242-4242',
  expiry: '2099-12',
  birth: '820213',
  pwd_2digit: '97',
}

export const withNumber = (card_number: string): typeof goodCard => ({ ...goodCard, card_number })

type Told<Response> = Omit<Answer, 'response'> & { response: Response }

/** Calls the REST half for an answer of this kind. */
export async function ask<Response>(
  core: Core,
  method: string,
  path: string,
  body?: object,
): Promise<Told<Response>> {
  return (await call(core, method, path, body)) as unknown as Told<Response>
}

export const register = (
  core: Core,
  customerUid: string,
  card: object = goodCard,
): Promise<Told<RestCustomer>> =>
  ask(core, 'POST', `/subscribe/customers/${encodeURIComponent(customerUid)}`, card)

/** Schedules charges on `card-1`, each so many days from now. */
export const schedule = (
  core: Core,
  days: Record<string, number>,
  more: object = {},
): Promise<Told<RestSchedule[]>> =>
  ask(core, 'POST', '/subscribe/payments/schedule', {
    customer_uid: 'card-1',
    schedules: Object.entries(days).map(([merchant_uid, inDays]) => ({
      merchant_uid,
      schedule_at: nowOf(core) + inDays * DAY,
      amount: 9_900,
      name: '월 이용권',
      currency: 'KRW',
    })),
    ...more,
  })

export const scheduled = async (core: Core, merchantUid: string): Promise<RestSchedule> =>
  (await ask<RestSchedule>(core, 'GET', `/subscribe/payments/schedule/${merchantUid}`)).response

export const again = (core: Core, body: object): Promise<Answer> =>
  call(core, 'POST', '/subscribe/payments/again', { customer_uid: 'card-1', amount: 3000, ...body })

export const onetime = (core: Core, body: object): Promise<Answer> =>
  call(core, 'POST', '/subscribe/payments/onetime', { amount: 3000, ...goodCard, ...body })

/** Seconds of the sandbox clock. */
export const nowOf = (core: Core): number => Math.floor(core.clock.now() / 1000)

export const DAY = 86_400

/** The real clock stands still during each test of the file that calls this: a second never ends between two looks. */
export function freezeTime(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())
}
