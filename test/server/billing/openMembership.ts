import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import type { Billing, BillingOptions } from '../../../src/server/billing/billing.types.js'
import { createBilling } from '../../../src/server/billing/createBilling.js'
import { memorySubscriptionStore } from '../../../src/server/billing/memorySubscriptionStore.js'
import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import type { Subscription, SubscriptionPlan } from '../../../src/server/billing/subscription.js'
import { createPortOneClient } from '../../../src/server/index.js'
import { memoryOrderStore } from '../../../src/server/orders/memoryOrderStore.js'
import type { OrderStore } from '../../../src/server/orders/OrderStore.js'
import type { CardData } from '../../../src/server/rest/subscribe/cardData.js'
import { createSettlement } from '../../../src/server/settle/createSettlement.js'
import type { OrderHandlers, Settlement } from '../../../src/server/settle/settlement.types.js'
import { callGateway } from './callGateway.js'

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
export const member = 'member-7'

export const plans: Record<string, SubscriptionPlan> = {
  monthly: { id: 'monthly', name: '월간 멤버십', amount: 9_900, every: { months: 1 } },
  weekly: { id: 'weekly', name: '주간 채소', amount: 15_000, taxFree: 15_000, every: { days: 7 } },
}

const typed = { expiry: '2090-09', birth: '820213', pwd2digit: '47' }
/** Cards by what befalls them in the sandbox. */
export const cards = {
  good: { ...typed, cardNumber: '4242-4242-4242-4242' },
  other: { ...typed, cardNumber: '5555-5555-5555-4444' },
  limitAfterThree: { ...typed, cardNumber: '4000-0000-0000-0341' },
  declined: { ...typed, cardNumber: '4000-0000-0000-0002' },
  lost: { ...typed, cardNumber: '4000-0000-0000-9987' },
} satisfies Record<string, CardData>

/** A payment at the gateway, as far as these tests look at it. */
export interface Charged {
  merchant_uid: string
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  amount: number
  customer_uid: string | null
  /** Unix seconds. */
  started_at: number
}

/** A shop with memberships: one instance of its server, over stores and a sandbox that others may share. */
export interface Membership {
  sandbox: Sandbox
  billing: Billing
  settlement: Settlement
  orders: OrderStore
  subscriptions: SubscriptionStore
  /** `paid 1 sub_…`, `declined 2 sub_… past-due`, in the order the merchant heard it. */
  heard: string[]
  errors: { error: unknown; where: string }[]
  /** `sub_…-2-1 second-payment given-back`: money that does not fit, in the order the merchant heard of it. */
  flagged: string[]
  /** Registers a card of the member's and answers its customerUid. */
  card(card?: CardData, customerId?: string): Promise<string>
  subscribe(planId?: string, card?: CardData): Promise<Subscription>
  /** Moves the sandbox's clock, lets its webhooks arrive, and runs the rounds a shop runs. */
  pass(ms: number): Promise<void>
  /** One round of everything a shop runs every minute. */
  round(): Promise<void>
  find(id: string): Promise<Subscription>
  /** What the gateway was asked to pay for this subscription, oldest first. */
  charges(id: string): Promise<Charged[]>
  now(): Date
}

export interface MembershipOptions extends Partial<BillingOptions> {
  sandbox?: Sandbox
  /** Stands between client and sandbox. */
  fetch?: (request: Request, sandbox: Sandbox) => Promise<Response>
  /** What the shop does about orders that are no charges. */
  own?: OrderHandlers
  /** Whether webhooks arrive. Default true. */
  webhooks?: boolean
  /** The settlement's. */
  mismatch?: 'flag' | 'refund'
}

export function openMembership(options: MembershipOptions = {}): Membership {
  const { sandbox = createSandbox(), fetch, own = {}, webhooks = true, mismatch, ...given } = options
  const heard: string[] = []
  const errors: Membership['errors'] = []
  const flagged: string[] = []
  const orders = given.orders ?? memoryOrderStore()
  const subscriptions = given.subscriptions ?? memorySubscriptionStore()
  const now = () => new Date(sandbox.clock.now())
  const onError = (error: unknown, where: string) => void errors.push({ error, where })
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retries: 1,
    retryDelay: 0,
    now: sandbox.clock.now,
    fetch: (request) => (fetch ? fetch(request, sandbox) : sandbox.fetch(request)),
  })
  const billing = createBilling({
    ...{ client, orders, plans, now, onError },
    onPeriodPaid: ({ id, period }) => void heard.push(`paid ${period - 1} ${id}`),
    onChargeDeclined: ({ id, period, status }) => void heard.push(`declined ${period} ${id} ${status}`),
    ...given,
    subscriptions: subscriptions as SubscriptionStore,
  })
  const settlement = createSettlement({
    ...{ client, orders, now, onError, mismatch, testPayments: given.testPayments },
    onFlagged: ({ merchantUid }, { flag }, { refund }) =>
      void flagged.push(`${merchantUid} ${flag} ${refund}`),
    ...billing.handlersWith(own),
  })
  const seen = new Set<string>()

  const hear = async () => {
    const notices = webhooks ? paymentsOf(sandbox) : Promise.resolve([])
    for (const { imp_uid, status } of await notices) {
      if (seen.has(imp_uid) || status === 'ready') continue
      seen.add(imp_uid)
      // A notice that comes twice, as the gateway's may.
      for (let twice = 0; twice < 2; twice++) await settlement.settle({ impUid: imp_uid })
    }
  }
  const round = async () => {
    await settlement.sweep()
    await billing.chargeDue()
  }
  const membership: Membership = {
    ...{ sandbox, billing, settlement, orders, heard, errors, flagged, round, now },
    subscriptions: subscriptions as SubscriptionStore,
    card: async (card = cards.good, customerId = member) =>
      (await billing.registerCard(customerId, card)).customerUid,
    subscribe: async (planId = 'monthly', card = cards.good) =>
      billing.subscribe(member, { planId, customerUid: await membership.card(card) }),
    pass: async (ms) => {
      sandbox.clock.advance(ms)
      await hear()
      await round()
    },
    find: async (id) => {
      const found = await subscriptions.findSubscription(id)
      if (!found) throw new Error(`no subscription ${id}`)
      return found
    },
    charges: async (id) =>
      (await paymentsOf(sandbox)).filter(({ merchant_uid }) => merchant_uid.startsWith(`${id}-`)),
  }
  return membership
}

/** Every payment at the gateway, oldest first. */
export async function paymentsOf(sandbox: Sandbox): Promise<(Charged & { imp_uid: string })[]> {
  const to = Math.floor(sandbox.clock.now() / 1000) + 1
  const found: (Charged & { imp_uid: string })[] = []
  // The gateway lists 90 days at once.
  for (let end = to; end > to - 86_400 * 900; end -= 86_400 * 90) {
    const query = `from=${end - 86_400 * 90}&to=${end - 1}&limit=1000&sorting=started`
    const page = await callGateway<{ list: typeof found }>(sandbox, 'GET', `/payments/status/all?${query}`)
    found.unshift(...page.list)
  }
  return found
}
