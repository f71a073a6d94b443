import { expect, test } from 'vitest'
import type { RestCustomer, RestSuperBillingKey } from '../../../../src/sandbox/billing/billingKey.js'
import { readCard } from '../../../../src/sandbox/billing/cardData.js'
import { issueBillingKey } from '../../../../src/sandbox/billing/issueBillingKey.js'
import { createStore } from '../../../../src/sandbox/store.js'
import { expectShape } from '../expectShape.js'
import { call } from '../sandboxCore.js'
import {
  again,
  ask,
  createBillingCore,
  freezeTime,
  goodCard,
  onetime,
  register,
  schedule,
  withNumber,
} from './billingCore.js'

freezeTime()

test('a key keeps who it belongs to, and gives the buyer an id when the shop has none', async () => {
  const core = createBillingCore()
  const { response } = await register(core, '회원/1?', {
    ...goodCard,
    customer_id: 'member-7',
    customer_name: '홍길동',
    customer_tel: '010-1234-5678',
    customer_email: 'buyer@example.com',
  })
  expectShape(response, 'Customer')
  expect(response).toMatchObject({
    customer_uid: '회원/1?',
    customer_id: 'member-7',
    customer_name: '홍길동',
  })
  const first = (await register(core, 'card-1')).response.customer_id
  const second = (await register(core, 'card-1')).response.customer_id
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(second).not.toBe(first)
  expect((await register(core, 'x'.repeat(81))).status).toBe(400)
})

test('the card registered last is the one that is charged', async () => {
  const core = createBillingCore()
  const first = await register(core, 'card-1', withNumber('4000-0000-0000-0002'))
  expect((await again(core, { merchant_uid: 'a' })).response.status).toBe('failed')
  core.clock.advance(60_000)
  const second = await register(core, 'card-1', withNumber('5555-5555-5555-4444'))
  expect(second.response.inserted).toBe(first.response.inserted)
  expect(second.response.updated).toBe(first.response.updated + 60)
  // The same number may be tried again: it was never approved.
  const paid = await again(core, { merchant_uid: 'a' })
  expect(paid.response).toMatchObject({ status: 'paid', card_number: '555555******4444', card_code: '381' })
  expect(core.state().billingKeys).toHaveLength(1)
})

test('a first payment that is declined leaves no key behind, and does not touch the old one', async () => {
  const core = createBillingCore()
  const declined = { customer_uid: 'card-1', ...withNumber('4000-0000-0000-9995') }
  expect((await onetime(core, { merchant_uid: 'a', ...declined })).response.status).toBe('failed')
  expect((await call(core, 'GET', '/subscribe/customers/card-1')).status).toBe(404)
  const { response } = await register(core, 'card-1')
  await onetime(core, { merchant_uid: 'b', ...declined })
  expect((await call(core, 'GET', '/subscribe/customers/card-1')).response).toEqual(response)
})

test('several keys at once: all, some (207), none (404)', async () => {
  const core = createBillingCore()
  await register(core, 'card-1')
  await register(core, 'card-2')
  const list = async (...ids: string[]) => {
    const query = ids.map((id) => `customer_uid[]=${id}`).join('&')
    const answer = await ask<RestCustomer[] | null>(core, 'GET', `/subscribe/customers?${query}`)
    return [answer.status, answer.response?.map(({ customer_uid }) => customer_uid)]
  }
  expect(await list('card-2', 'card-1')).toEqual([200, ['card-2', 'card-1']])
  expect(await list('card-1', 'card-9')).toEqual([207, ['card-1']])
  expect(await list('card-9')).toEqual([404, undefined])
  expect(await list()).toEqual([400, undefined])
})

test('a deleted key is gone: it is answered once more, then found, charged and deleted no longer', async () => {
  const core = createBillingCore()
  const { response } = await register(core, 'card-1')
  const paid = await again(core, { merchant_uid: 'a' })
  const deleted = await call(core, 'DELETE', '/subscribe/customers/card-1?reason=%ED%95%B4%EC%A7%80')
  expect(deleted).toMatchObject({ status: 200, code: 0, response })
  expect((await call(core, 'GET', '/subscribe/customers/card-1')).status).toBe(404)
  expect((await call(core, 'DELETE', '/subscribe/customers/card-1')).status).toBe(404)
  expect(await again(core, { merchant_uid: 'b' })).toMatchObject({ status: 200, code: 1, response: null })
  // The money that moved stays on record.
  const { response: payments } = await call(core, 'GET', '/subscribe/customers/card-1/payments')
  expect(payments.list).toEqual([paid.response])
})

test('the payments of a key come newest first, twenty to a page', async () => {
  const core = createBillingCore()
  expect((await call(core, 'GET', '/subscribe/customers/card-1/payments')).status).toBe(404)
  await register(core, 'card-1')
  for (let month = 1; month <= 21; month += 1) await again(core, { merchant_uid: `month-${month}` })
  const first = (await call(core, 'GET', '/subscribe/customers/card-1/payments')).response
  expectShape(first, 'PagedPayment')
  expect(first).toMatchObject({ total: 21, previous: 0, next: 2 })
  expect(first.list[0]?.merchant_uid).toBe('month-21')
  const second = (await call(core, 'GET', '/subscribe/customers/card-1/payments?page=2')).response
  expect(second).toMatchObject({ previous: 1, next: 0, list: [{ merchant_uid: 'month-1' }] })
  expect((await call(core, 'GET', '/subscribe/customers/card-1/payments?page=0')).status).toBe(400)
})

test('a channel group makes a super billing key, which is charged like any other', async () => {
  const core = createBillingCore()
  const card = { ...goodCard, channel_group_id: 'group-1' }
  const answer = await ask<RestSuperBillingKey>(core, 'POST', '/subscribe/customers/card-1', card)
  expectShape(answer.response, 'SuperBillingKey')
  expect(answer.response).toMatchObject({ channelGroupId: 'group-1', failedChannels: [] })
  expect(answer.response.succeededChannels[0]?.card_number).toBe('424242******4242')
  expect((await call(core, 'GET', '/subscribe/customers/card-1')).response).toEqual(answer.response)
  const channel_key = 'channel-key-tosspayments'
  expect((await again(core, { merchant_uid: 'a', channel_key })).response.status).toBe('paid')
})

test('a charge is refused for what the gateway would not take', async () => {
  const core = createBillingCore()
  await register(core, 'card-1')
  const refusal = async (body: object) => {
    const { status, code, message, response } = await again(core, { merchant_uid: 'a', ...body })
    expect(response).toBeNull()
    return `${status} ${code} ${message}`
  }
  expect(await refusal({ amount: 99 })).toMatch(/^200 1 \[BELOW_MINIMUM_AMOUNT\]/)
  expect(await refusal({ amount: 49_999, card_quota: 2 })).toMatch(
    /^200 1 \[INVALID_CARD_INSTALLMENT_AMOUNT\]/,
  )
  for (const amount of [0, -1, 0.5, 'much']) expect(await refusal({ amount })).toMatch(/^400 -1 amount/)
  expect(await refusal({ tax_free: 3_001 })).toMatch(/^400 -1 tax_free/)
  expect(await refusal({ currency: 'XYZ' })).toMatch(/^400 -1 /)
  expect(core.state().payments).toEqual([])
  const { response } = await again(core, { merchant_uid: 'a', amount: 50_000, card_quota: 2 })
  expect(response).toMatchObject({ status: 'paid', card_quota: 2 })
})

test('a charge is looked up, found and refunded like any payment', async () => {
  const core = createBillingCore()
  await register(core, 'card-1')
  const more = { name: '월 이용권', buyer_name: '홍길동', custom_data: '{"plan":"pro"}', tax_free: 1_000 }
  const { response } = await again(core, { merchant_uid: 'a', ...more })
  expect(response).toMatchObject({ name: '월 이용권', buyer_name: '홍길동', custom_data: '{"plan":"pro"}' })
  expect((await call(core, 'GET', '/payments/find/a/paid')).response).toEqual(response)
  const refund = { imp_uid: response.imp_uid, amount: 1_500, tax_free: 500, checksum: 3_000 }
  expect((await call(core, 'POST', '/payments/cancel', refund)).response).toMatchObject({
    status: 'cancelled',
    cancel_amount: 1_500,
  })
})

test('no page can approve or give up a charge it never showed', async () => {
  const core = createBillingCore()
  await register(core, 'card-1', withNumber('4000-0000-0000-0002'))
  const { imp_uid } = (await again(core, { merchant_uid: 'a' })).response
  core.gateway.approve(imp_uid, { method: 'card', cardCode: '366', quota: 0 })
  expect((await call(core, 'GET', `/payments/${imp_uid}`)).response.status).toBe('failed')
})

test('the window may issue a key too', async () => {
  const store = createStore('imp00000000', [])
  const read = readCard({ number: '4242-4242-4242-4242', expiry: '2099-12' }, 1_900_000_000)
  if (!('card' in read)) throw new Error(read.reason[1])
  const key = store.transact((state) =>
    issueBillingKey(state, { customerUid: 'card-1', card: read.card, now: 1_900_000_000 }),
  )
  expectShape(key.customer, 'Customer')
  expect(store.read().billingKeys).toEqual([key])
})

test('a sandbox that stored its state before there were billing keys goes on', async () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const old = createBillingCore(storage)
  await onetime(old, { merchant_uid: 'a' })
  for (const [key, value] of kept) {
    const { billingKeys, schedules, receipts, deliveries, ...before } = JSON.parse(value)
    expect([billingKeys, schedules, receipts, deliveries]).toEqual([[], [], [], []])
    kept.set(key, JSON.stringify(before))
  }
  const core = createBillingCore(storage)
  expect((await call(core, 'GET', '/payments/find/a')).response.status).toBe('paid')
  await register(core, 'card-1')
  expect((await schedule(core, { later: 1 })).code).toBe(0)
})
