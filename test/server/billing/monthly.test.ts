import { describe, expect, it } from 'vitest'
import { callGateway } from './callGateway.js'
import { cards, DAY, type Membership, MINUTE, member, openMembership } from './openMembership.js'

const drives = ['gateway', 'worker'] as const

/** Days pass, one by one unless said otherwise. */
async function passDays(shop: Membership, days: number, step = 1): Promise<void> {
  for (let day = 0; day < days; day += step) await shop.pass(step * DAY)
}

async function paidPeriods(shop: Membership, id: string): Promise<number[]> {
  const paid = (await shop.charges(id)).filter(({ status }) => status === 'paid')
  return paid.map(({ merchant_uid }) => Number(merchant_uid.split('-')[1]))
}

describe.each(drives)('a membership that the %s charges', (drive) => {
  it('열두 달 동안 열두 번, 매번 같은 금액이 한 번씩 결제된다', async () => {
    const shop = openMembership({ drive })
    const { id } = await shop.subscribe()
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 2 })
    await passDays(shop, 340, 5)
    expect(await paidPeriods(shop, id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const charges = await shop.charges(id)
    expect(charges.map(({ amount }) => amount)).toEqual(Array.from({ length: 12 }, () => 9_900))
    expect(shop.heard).toEqual(Array.from({ length: 12 }, (_, index) => `paid ${index + 1} ${id}`))
    expect(shop.errors).toEqual([])
  })

  it('a decline in the middle is made good by another card, and the old key is gone', async () => {
    const shop = openMembership({ drive, retry: { days: [2] } })
    const { id, customerUid: old } = await shop.subscribe('monthly', cards.limitAfterThree)
    await passDays(shop, 93)
    expect(await paidPeriods(shop, id)).toEqual([1, 2, 3])
    expect(shop.heard.at(-1)).toBe(`declined 4 ${id} active`)
    await passDays(shop, 3)
    expect(await shop.find(id)).toMatchObject({ status: 'past-due', attempt: 2, nextChargeAt: null })
    await passDays(shop, 40)
    expect(await shop.charges(id)).toHaveLength(5)

    const replacement = await shop.card(cards.other)
    const [replaced] = await shop.billing.replaceCard(member, { from: old, to: replacement })
    expect(replaced).toMatchObject({ id, customerUid: replacement, status: 'active', period: 5, attempt: 0 })
    expect(await shop.subscriptions.findCard(old)).toMatchObject({ status: 'deleted' })
    await expect(shop.billing.listCards(member)).resolves.toMatchObject([{ customerUid: replacement }])
    await passDays(shop, 100)
    expect((await paidPeriods(shop, id)).slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const keys = (await shop.charges(id)).map(({ customer_uid }) => customer_uid)
    expect(keys.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => old))
    expect(new Set(keys.slice(5))).toEqual(new Set([replacement]))
  })

  it('a card that never works is tried on the days the merchant gave, then no more until asked', async () => {
    const shop = openMembership({ drive, retry: { days: [1, 3, 5] } })
    const { id } = await shop.subscribe('monthly', cards.declined)
    const triesByDay: number[] = []
    for (let day = 0; day < 12; day++) {
      triesByDay.push((await shop.charges(id)).length)
      await shop.pass(DAY + MINUTE)
    }
    expect(triesByDay).toEqual([1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4])
    expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 1, attempt: 4, checkAt: null })
    await passDays(shop, 40)
    const numbers = (await shop.charges(id)).map(({ merchant_uid }) => merchant_uid)
    expect(numbers).toEqual([1, 2, 3, 4].map((count) => `${id}-1-${count}`))
    expect(await shop.billing.retryNow(member, id)).toMatchObject({ status: 'past-due', attempt: 5 })
    expect(shop.heard.map((line) => line.split(' ').at(-1))).toEqual([
      ...['active', 'active', 'active'],
      ...['past-due', 'past-due'],
    ])
  })

  it('the next charge after a late payment is the next of the old dates, not two at once', async () => {
    const shop = openMembership({ drive, retry: { days: [] } })
    const { id, customerUid, anchorAt } = await shop.subscribe('weekly', cards.declined)
    await passDays(shop, 17)
    await shop.billing.replaceCard(member, { from: customerUid, to: await shop.card() })
    const paid = await shop.find(id)
    expect(paid).toMatchObject({ status: 'active', period: 2 })
    expect(Number(paid.nextChargeAt) - Number(anchorAt)).toBe(21 * DAY)
    await passDays(shop, 5)
    expect(await paidPeriods(shop, id)).toEqual([1, 2])
  })

  it('a paused membership is not charged, and goes on at the next of its dates', async () => {
    const shop = openMembership({ drive })
    const { id, anchorAt } = await shop.subscribe('weekly')
    await passDays(shop, 3)
    const paused = await shop.billing.pause(member, id)
    expect(paused).toMatchObject({ status: 'paused', nextChargeAt: null, chargeUid: null })
    await passDays(shop, 30)
    expect(await paidPeriods(shop, id)).toEqual([1])
    const resumed = await shop.billing.resume(member, id)
    expect(Number(resumed.nextChargeAt) - Number(anchorAt)).toBe(35 * DAY)
    await passDays(shop, 5)
    expect(await paidPeriods(shop, id)).toEqual([1, 2])
    expect(await shop.billing.pause(member, id)).toMatchObject({ status: 'paused' })
    expect(await shop.billing.resume(member, id)).toMatchObject({ status: 'active' })
    await passDays(shop, 7)
    expect(await paidPeriods(shop, id)).toEqual([1, 2, 3])
    expect(shop.errors).toEqual([])
  })

  it('a cancelled membership is never charged again and stays cancelled', async () => {
    const shop = openMembership({ drive })
    const { id } = await shop.subscribe('weekly')
    expect(await shop.billing.cancel(member, id)).toMatchObject({ status: 'cancelled', chargeUid: null })
    await passDays(shop, 30)
    expect(await paidPeriods(shop, id)).toEqual([1])
    for (const again of [shop.billing.resume, shop.billing.pause]) {
      await expect(again(member, id)).rejects.toMatchObject({ code: 'SUBSCRIPTION_OVER' })
    }
    await expect(shop.billing.retryNow(member, id)).rejects.toMatchObject({ code: 'NOTHING_TO_RETRY' })
    expect(await shop.subscribe('weekly')).toMatchObject({ status: 'active' })
  })

  it('a charge whose webhook is lost is found by the next rounds', async () => {
    const shop = openMembership({ drive, webhooks: false })
    const { id } = await shop.subscribe('weekly')
    for (let hour = 0; hour < 24 * 15; hour++) await shop.pass(60 * MINUTE)
    expect(await paidPeriods(shop, id)).toEqual([1, 2, 3])
    expect(await shop.find(id)).toMatchObject({ period: 4, status: 'active' })
  })

  it('a shop that was down for two months charges what is due once', async () => {
    const shop = openMembership({ drive, webhooks: false })
    const { id } = await shop.subscribe('weekly')
    await shop.pass(60 * DAY)
    await passDays(shop, 1)
    expect((await paidPeriods(shop, id)).slice(0, 2)).toEqual([1, 2])
    expect(new Set(await paidPeriods(shop, id)).size).toBe((await paidPeriods(shop, id)).length)
    expect(await paidPeriods(shop, id)).toHaveLength(2)
  })

  it('pressing subscribe twice subscribes once', async () => {
    const shop = openMembership({ drive })
    const customerUid = await shop.card()
    const press = () => shop.billing.subscribe(member, { planId: 'monthly', customerUid })
    const pressed = await Promise.allSettled([press(), press(), press()])
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(press()).rejects.toMatchObject({ code: 'ALREADY_SUBSCRIBED', status: 409 })
    const [subscription] = await shop.billing.listSubscriptions(member)
    expect(await shop.charges(subscription?.id ?? '')).toHaveLength(1)
  })

  it('pressing retry many times at once charges once', async () => {
    const shop = openMembership({ drive, retry: { days: [] } })
    const { id, customerUid } = await shop.subscribe('monthly', cards.declined)
    const good = await shop.card()
    await Promise.allSettled([
      shop.billing.retryNow(member, id),
      shop.billing.replaceCard(member, { from: customerUid, to: good }),
      shop.billing.retryNow(member, id),
      shop.billing.chargeDue(),
      shop.billing.replaceCard(member, { from: customerUid, to: good }),
    ])
    for (let hour = 0; hour < 3; hour++) await shop.pass(60 * MINUTE)
    if ((await shop.find(id)).status === 'past-due') await shop.billing.retryNow(member, id)
    expect(await paidPeriods(shop, id)).toEqual([1])
  })

  it('a membership may begin later: nothing is charged before', async () => {
    const shop = openMembership({ drive })
    const customerUid = await shop.card()
    const startAt = new Date(shop.now().getTime() + 5 * DAY)
    const { id } = await shop.billing.subscribe(member, { planId: 'monthly', customerUid, startAt })
    await passDays(shop, 4)
    expect(await shop.charges(id)).toEqual([])
    await passDays(shop, 2)
    expect(await paidPeriods(shop, id)).toEqual([1])
    await expect(
      shop.billing.subscribe(member, { planId: 'weekly', customerUid, startAt: new Date(0) }),
    ).rejects.toThrow(RangeError)
  })

  it("a card deleted behind the shop's back is a decline, and nothing else", async () => {
    const shop = openMembership({ drive, retry: { days: [] } })
    const { id, customerUid } = await shop.subscribe('weekly')
    await callGateway(shop.sandbox, 'DELETE', `/subscribe/customers/${customerUid}`)
    await passDays(shop, 8)
    expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 2, attempt: 1 })
    expect(shop.heard.at(-1)).toBe(`declined 2 ${id} past-due`)
  })
})
