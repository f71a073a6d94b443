import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { memorySubscriptionStore } from '../../../src/server/billing/memorySubscriptionStore.js'
import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import type { Subscription } from '../../../src/server/billing/subscription.js'
import { memoryOrderStore } from '../../../src/server/orders/memoryOrderStore.js'
import { callGateway } from './callGateway.js'
import { type Mortal, mortal } from './mortal.js'
import {
  cards,
  DAY,
  type Membership,
  type MembershipOptions,
  MINUTE,
  member,
  openMembership,
} from './openMembership.js'
import { registerAtGateway } from './windowRegistration.js'

const LEASE = 10 * MINUTE

/** What somebody, or time, does to a membership; it may be cut off anywhere, and is done again by whoever wanted it. */
interface Scenario {
  name: string
  options?: MembershipOptions
  /** Before anything goes wrong. */
  before(shop: Membership): Promise<void>
  act(shop: Membership): Promise<unknown>
  /** What the customer finds in the end. */
  end(shop: Membership): Promise<void>
}

const theOne = async (shop: Membership) => {
  const [subscription] = await shop.billing.listSubscriptions(member)
  if (!subscription) throw new Error('no subscription')
  return subscription
}
const theCards = async (shop: Membership) => {
  const [to, from] = await shop.subscriptions.cardsOf(member)
  return { from: from?.customerUid ?? '', to: to?.customerUid ?? '' }
}
const subscribed = async (shop: Membership) => void (await shop.subscribe('weekly'))
/** Asked for once more only by a customer who sees that it was not done. */
const steered =
  (steering: 'pause' | 'resume' | 'cancel' | 'retryNow', wanted: Subscription['status'][]) =>
  async (shop: Membership) => {
    const { id, status } = await theOne(shop)
    if (!wanted.includes(status)) await shop.billing[steering](member, id)
  }

/** Every key at the gateway is a card that its owner sees; nothing is left in between. */
const everyKeyIsListed = async (shop: Membership) => {
  const rows = await shop.subscriptions.cardsOf(member)
  const listed = (await shop.billing.listCards(member)).map(({ customerUid }) => customerUid)
  for (const { customerUid, status } of rows) {
    const key = await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${customerUid}`)
    expect([customerUid, key !== null, status]).toEqual([
      customerUid,
      listed.includes(customerUid),
      expect.stringMatching(/^(registered|failed|deleted)$/),
    ])
  }
  expect(listed.length).toBeGreaterThan(0)
}

const scenarios: Scenario[] = [
  {
    name: 'registering a card by form',
    before: async () => {},
    act: async (shop) => shop.card(),
    end: everyKeyIsListed,
  },
  {
    name: 'registering a card in the window',
    before: async () => {},
    act: async (shop) => {
      const begun = await shop.billing.beginRegistration(member)
      registerAtGateway(shop.sandbox, begun, cards.good)
      await shop.billing.confirmRegistration(member, begun)
    },
    end: everyKeyIsListed,
  },
  {
    name: 'the first charge',
    before: async (shop) => void (await shop.card()),
    act: async (shop) => {
      if ((await shop.billing.listSubscriptions(member)).length > 0) return
      const [card] = await shop.billing.listCards(member)
      await shop.billing.subscribe(member, { planId: 'weekly', customerUid: card?.customerUid ?? '' })
    },
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'active', period: 4 }),
  },
  {
    name: 'the charge of a period that is due',
    before: async (shop) => {
      await subscribed(shop)
      shop.sandbox.clock.advance(7 * DAY + MINUTE)
    },
    act: async (shop) => shop.round(),
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'active', period: 5 }),
  },
  {
    name: 'a charge that is declined and comes again',
    options: { retry: { days: [1, 1] } },
    before: async (shop) => {
      await shop.subscribe('weekly', cards.limitAfterThree)
      for (let week = 0; week < 3; week++) {
        await shop.pass(7 * DAY)
        await shop.pass(LEASE + MINUTE)
      }
      shop.sandbox.clock.advance(DAY + MINUTE)
    },
    act: async (shop) => shop.round(),
    end: async (shop) =>
      expect(await theOne(shop)).toMatchObject({ status: 'past-due', period: 4, attempt: 3 }),
  },
  {
    name: 'pausing',
    before: subscribed,
    act: steered('pause', ['paused']),
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'paused', period: 2 }),
  },
  {
    name: 'resuming',
    before: async (shop) => {
      await subscribed(shop)
      await shop.billing.pause(member, (await theOne(shop)).id)
    },
    act: steered('resume', ['active']),
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'active', period: 4 }),
  },
  {
    name: 'cancelling',
    before: subscribed,
    act: steered('cancel', ['cancelled']),
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'cancelled', period: 2 }),
  },
  {
    name: 'replacing the card of a membership in good standing',
    before: async (shop) => {
      await subscribed(shop)
      await shop.pass(MINUTE)
      await shop.card(cards.other)
    },
    act: async (shop) => shop.billing.replaceCard(member, await theCards(shop)),
    end: async (shop) => {
      const { from, to } = await theCards(shop)
      expect(await theOne(shop)).toMatchObject({ status: 'active', period: 4, customerUid: to })
      expect(await shop.subscriptions.findCard(from)).toMatchObject({ status: 'deleted' })
    },
  },
  {
    name: 'replacing a card that was declined',
    options: { retry: { days: [3] } },
    before: async (shop) => {
      await shop.subscribe('weekly', cards.declined)
      await shop.pass(MINUTE)
      await shop.card(cards.other)
    },
    act: async (shop) => shop.billing.replaceCard(member, await theCards(shop)),
    end: async (shop) => {
      const { from, to } = await theCards(shop)
      expect(await theOne(shop)).toMatchObject({ status: 'active', period: 4, customerUid: to })
      expect(await shop.subscriptions.findCard(from)).toMatchObject({ status: 'deleted' })
    },
  },
  {
    name: 'deleting a card beside the one that is charged',
    before: async (shop) => {
      await subscribed(shop)
      await shop.pass(MINUTE)
      await shop.card(cards.other)
    },
    act: async (shop) => {
      const { to } = await theCards(shop)
      await shop.billing.deleteCard(member, to)
    },
    end: async (shop) => {
      const { to } = await theCards(shop)
      expect(await shop.subscriptions.findCard(to)).toMatchObject({ status: 'deleted' })
      expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${to}`)).toBeNull()
      expect(await theOne(shop)).toMatchObject({ status: 'active', period: 4 })
    },
  },
  {
    name: 'trying again now',
    options: { retry: { days: [] } },
    before: async (shop) => void (await shop.subscribe('weekly', cards.declined)),
    act: steered('retryNow', ['active']),
    end: async (shop) => expect(await theOne(shop)).toMatchObject({ status: 'past-due', period: 1 }),
  },
]

type Cut = (mortal: Mortal) => MembershipOptions

/** Plays a scenario in a process that ends at a certain call, then in one that lives. False once that call never comes. */
async function play(
  scenario: Scenario,
  options: MembershipOptions,
  process: Mortal,
  cut: Cut,
): Promise<boolean> {
  const sandbox = createSandbox()
  const shared = {
    ...{ sandbox, webhooks: false, ...scenario.options, ...options },
    orders: memoryOrderStore(),
    subscriptions: memorySubscriptionStore() as SubscriptionStore,
  }
  const shop = openMembership(shared)
  await scenario.before(shop)
  const doomed = openMembership({
    ...shared,
    ...cut(process),
    orders: process.orders(shared.orders),
    subscriptions: process.subscriptions(shared.subscriptions),
  })
  await scenario.act(doomed).catch(() => {})
  const wasCut = process.isDead()

  // Another process goes on at once, while the lease of the dead one still runs, and after it.
  await shop.round()
  await checkLedger(shop)
  sandbox.clock.advance(LEASE + MINUTE)
  await shop.round()
  if (wasCut) await scenario.act(shop)
  for (let day = 0; day < 15; day += 3) {
    await shop.pass(3 * DAY)
    await shop.pass(LEASE + MINUTE)
  }
  await checkLedger(shop)
  await scenario.end(shop)
  return wasCut
}

/** The books: what the gateway was paid is what the subscription counts, one charge for each period. */
async function checkLedger(shop: Membership): Promise<void> {
  const [subscription] = await shop.billing.listSubscriptions(member)
  if (!subscription) return
  const paid = (await shop.charges(subscription.id)).filter(({ status }) => status === 'paid')
  const periods = paid.map(({ merchant_uid }) => Number(merchant_uid.split('-')[1]))
  expect(new Set(periods).size).toBe(periods.length)
  expect(periods.length - (subscription.period - 1)).toBeOneOf([0, 1])
}

describe.each(['gateway', 'worker'] as const)('kill -9 with a %s that charges', (drive) => {
  it.each(scenarios)(
    '$name ends the same wherever it is cut off, each period charged once',
    async (scenario) => {
      for (const when of ['before', 'after'] as const) {
        for (let at = 1, wasCut = true; wasCut; at++) {
          const doomed = mortal(at, when)
          wasCut = await play(scenario, { drive }, doomed, (process) => ({
            fetch: (request, sandbox) => process.fetch(sandbox.fetch)(request),
          })).catch((thrown) => {
            throw new Error(`killed ${when} call ${at}`, { cause: thrown })
          })
        }
      }
    },
  )
})

describe.each(['gateway', 'worker'] as const)('a line that breaks once, with a %s that charges', (drive) => {
  it.each(scenarios)('$name ends the same wherever it breaks, each period charged once', async (scenario) => {
    for (const when of ['before', 'after'] as const) {
      for (let at = 1, broke = true; broke; at++) {
        const line = breakingLine(at, when)
        broke = await play(scenario, { drive }, line.process, () => ({ fetch: line.fetch })).catch(
          (thrown) => {
            throw new Error(`broken ${when} call ${at}`, { cause: thrown })
          },
        )
      }
    }
  })
})

/** A process that lives, on a line whose n-th call does not come through, or whose answer does not. */
function breakingLine(breakAt: number, when: 'before' | 'after') {
  let calls = 0
  let broken = false
  const process: Mortal = { ...mortal(0, when), isDead: () => broken }
  const fetch = async (request: Request, sandbox: Sandbox): Promise<Response> => {
    const mine = ++calls
    if (mine === breakAt) broken = true
    if (mine === breakAt && when === 'before') throw new TypeError('fetch failed')
    const answer = await sandbox.fetch(request)
    if (mine === breakAt) throw new TypeError('terminated')
    return answer
  }
  return { process, fetch }
}
