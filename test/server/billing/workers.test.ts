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
