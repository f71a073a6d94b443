import { expect, inject, it } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'
import { DAY, MINUTE, openMembership, paymentsOf } from './openMembership.js'
import { newSchema, openStores } from './openStores.js'

it('100명의 결제일에 두 서버가 함께 일해도 결제는 정확히 100번이다', async () => {
  const sandbox = createSandbox()
  const schema = newSchema()
  const [one, two] = [1, 2].map(() => openStores('postgres', inject('postgres'), schema))
  if (!one || !two) throw new Error('no stores')
  const drive = 'worker'
  const shops = [one, two].map((stores) => openMembership({ ...stores, sandbox, drive, webhooks: false }))
  const [shop, other] = shops
  if (!shop || !other) throw new Error('no shops')
  const startAt = new Date(sandbox.clock.now() + DAY)
  const customers = Array.from({ length: 100 }, (_, index) => `member-${index}`)
  for (const customerId of customers) {
    const customerUid = await shop.card(undefined, customerId)
    await shop.billing.subscribe(customerId, { planId: 'monthly', customerUid, startAt })
  }
  expect(await paymentsOf(sandbox)).toEqual([])

  sandbox.clock.advance(DAY + MINUTE)
  const rounds = await Promise.all([
    ...[shop.billing.chargeDue(), other.billing.chargeDue()],
    ...[shop.billing.chargeDue(), other.billing.chargeDue()],
  ])
  expect(rounds.reduce((sum, { charged }) => sum + charged, 0)).toBe(100)
  await Promise.all(shops.map((each) => each.round()))

  const payments = await paymentsOf(sandbox)
  expect(payments.filter(({ status }) => status === 'paid')).toHaveLength(100)
  expect(new Set(payments.map(({ customer_uid }) => customer_uid)).size).toBe(100)
  expect(payments).toHaveLength(100)
  expect([...shop.heard, ...other.heard]).toHaveLength(100)
  for (const customerId of customers) {
    const [subscription] = await other.billing.listSubscriptions(customerId)
    expect(subscription).toMatchObject({ period: 2, status: 'active', chargeUid: null })
  }
  expect([...shop.errors, ...other.errors]).toEqual([])
  await Promise.all([one.close(), two.close()])
})

it('게이트웨이가 결제하는 구독 20건을 서버 두 대가 함께 돌봐도 매주 한 번씩만 예약되고 결제된다', async () => {
  const sandbox = createSandbox()
  const schema = newSchema()
  const stores = [1, 2].map(() => openStores('postgres', inject('postgres'), schema))
  const shops = stores.map((each) => openMembership({ ...each, sandbox, drive: 'gateway' }))
  const together = (ms: number) => {
    sandbox.clock.advance(ms)
    // Both hear every webhook, and both look after everything at the same moment.
    return Promise.all(shops.flatMap((shop) => [shop.pass(0), shop.billing.chargeDue()]))
  }
  const [shop] = shops
  if (!shop) throw new Error('no shop')
  const ids: string[] = []
  for (let index = 0; index < 20; index++) {
    const customerUid = await shop.card(undefined, `member-${index}`)
    ids.push((await shop.billing.subscribe(`member-${index}`, { planId: 'weekly', customerUid })).id)
  }
  for (let week = 0; week < 2; week++) {
    await together(7 * DAY)
    await together(MINUTE)
  }
  const charged = (await paymentsOf(sandbox)).map(({ merchant_uid, status }) => `${merchant_uid} ${status}`)
  expect(charged.sort()).toEqual(
    ids.flatMap((id) => [1, 2, 3].map((period) => `${id}-${period}-1 paid`)).sort(),
  )
  for (const id of ids)
    expect(await shop.find(id)).toMatchObject({ period: 4, status: 'active', usedNumbers: 0 })
  expect(shops.flatMap(({ heard }) => heard)).toHaveLength(60)
  await Promise.all(stores.map((each) => each.close()))
})
