import { describe, expect, it, vi } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'
import { memorySubscriptionStore } from '../../../src/server/billing/memorySubscriptionStore.js'
import { createPortOneClient } from '../../../src/server/index.js'
import { memoryOrderStore } from '../../../src/server/orders/memoryOrderStore.js'
import { cards, DAY, type Membership, MINUTE, member, openMembership } from './openMembership.js'

const HOUR = 3_600_000

/** A shop whose server's clock is so many ms behind the gateway's. */
function slowShop(ms: number): Membership {
  const sandbox = createSandbox()
  const slow = () => sandbox.clock.now() - ms
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retryDelay: 0,
    now: slow,
    fetch: (request) => sandbox.fetch(request),
  })
  return openMembership({ sandbox, client, drive: 'gateway', now: () => new Date(slow()) })
}

/** Until just after the gateway, by its own clock, has made the next charge. */
async function untilCharged(shop: Membership, id: string): Promise<void> {
  const { nextChargeAt } = await shop.find(id)
  await shop.pass(Number(nextChargeAt) - shop.sandbox.clock.now() + 1000)
}

const paidMonths = async (shop: Membership, id: string) =>
  (await shop.charges(id))
    .filter(({ status }) => status === 'paid')
    .map(({ started_at }) => new Date(started_at * 1000).toISOString().slice(0, 7))

/** Months that were paid twice. */
const twice = async (shop: Membership, id: string) =>
  (await paidMonths(shop, id)).filter((month, place, months) => months.indexOf(month) !== place)

const aDay = async (shop: Membership) => {
  for (let hour = 0; hour < 24; hour++) await shop.pass(HOUR)
}

it.each([2, 9])(
  '서버의 시계가 %i시간 늦어도 한 달에 한 번만 결제한다',
  async (hours) => {
    const shop = slowShop(hours * HOUR)
    const { id } = await shop.subscribe('monthly')
    for (let hour = 0; hour < 24 * 64; hour++) await shop.pass(HOUR)
    expect(await paidMonths(shop, id)).toHaveLength(3)
    expect(await twice(shop, id)).toEqual([])
  },
  120_000,
)

describe.each([
  ['5초', 5_000],
  ['2분', 2 * MINUTE],
  ['2시간', 2 * HOUR],
])('서버의 시계가 %s 늦을 때', (_, ms) => {
  /** One who was away for two months: their periods lie behind the calendar. */
  const afterABreak = async (shop: Membership, id: string) => {
    await shop.billing.pause(member, id)
    for (let day = 0; day < 65; day++) await shop.pass(DAY)
    await shop.billing.resume(member, id)
    await shop.round()
  }

  it.each([
    ['가입 후 줄곧', async () => {}],
    ['두 달 쉬었다가', afterABreak],
  ])('결제일에 거절된 손님이 곧바로 다른 카드로 바꿔도 그날 두 달 치를 내지 않는다 (%s)', async (_, live) => {
    const shop = slowShop(ms)
    const from = await shop.card(cards.limitAfterThree)
    const { id } = await shop.billing.subscribe(member, { planId: 'monthly', customerUid: from })
    await shop.round()
    await live(shop, id)
    for (let month = 0; month < 3; month++) await untilCharged(shop, id)
    expect(await shop.find(id)).toMatchObject({ period: 4, attempt: 1 })
    await shop.billing.replaceCard(member, { from, to: await shop.card(cards.other) })
    expect(await shop.find(id)).toMatchObject({ period: 5, attempt: 0 })
    await aDay(shop)
    expect(await twice(shop, id)).toEqual([])
    for (let day = 0; day < 31; day++) await shop.pass(DAY)
    expect(await shop.find(id)).toMatchObject({ period: 6 })
  })

  it.each([
    ['가입 후 줄곧', async () => {}],
    ['두 달 쉬었다가', afterABreak],
  ])('결제되자마자 멈췄다 이어도 그날 다시 결제되지 않는다 (%s)', async (_, live) => {
    const shop = slowShop(ms)
    const { id } = await shop.subscribe('monthly')
    await shop.round()
    await live(shop, id)
    await untilCharged(shop, id)
    expect(await shop.find(id)).toMatchObject({ period: 3 })
    await shop.billing.pause(member, id)
    await shop.billing.resume(member, id)
    await aDay(shop)
    expect(await twice(shop, id)).toEqual([])
    for (let day = 0; day < 31; day++) await shop.pass(DAY)
    expect(await shop.find(id)).toMatchObject({ period: 4, status: 'active' })
  })
})

it('보내기 직전에 하루 넘게 잠들었던 서버는, 그사이 해지된 멤버십을 결제하지 않는다', async () => {
  const sandbox = createSandbox()
  // A clock that stands still while the machine sleeps; the wall's and the database's go on.
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: sandbox.clock.now() })
  try {
    const memory = memoryOrderStore()
    let sleep = async () => {}
    const orders: typeof memory = {
      ...memory,
      create: async (order) => {
        const made = await memory.create(order)
        await sleep()
        return made
      },
    }
    const subscriptions = {
      ...memorySubscriptionStore(),
      clock: async () => new Date(sandbox.clock.now()),
    }
    const wallTurns = (ms: number) => {
      sandbox.clock.advance(ms)
      vi.setSystemTime(sandbox.clock.now())
    }
    const server = { sandbox, orders, subscriptions, drive: 'worker' as const, webhooks: false }
    const sleeper = openMembership({ ...server, now: undefined })
    const other = openMembership(server)
    const { id } = await sleeper.subscribe('weekly')
    wallTurns(7 * DAY + MINUTE)
    sleep = async () => {
      sleep = async () => {}
      wallTurns(HOUR)
      await other.billing.cancel(member, id)
      for (let hour = 0; hour < 26; hour++) {
        wallTurns(HOUR)
        await other.billing.chargeDue()
      }
    }
    await sleeper.billing.chargeDue()
    expect(await sleeper.find(id)).toMatchObject({ status: 'cancelled', chargeUid: null })
    expect(await sleeper.charges(id)).toHaveLength(1)
  } finally {
    vi.useRealTimers()
  }
})
