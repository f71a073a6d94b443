import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { RestSchedule } from '../../../../src/sandbox/billing/billingSchedule.js'
import { testCards } from '../../../../src/sandbox/rules/testCards.js'
import { expectShape } from '../expectShape.js'
import { byShinhan, call, openWindow } from '../sandboxCore.js'
import {
  again,
  ask,
  type BillingCore,
  createBillingCore,
  DAY,
  freezeTime,
  goodCard,
  nowOf,
  register,
  schedule,
  scheduled,
  withNumber,
} from './billingCore.js'

freezeTime()

const path = (merchantUid: string) => `/subscribe/payments/schedule/${merchantUid}`
const pass = (core: BillingCore, days: number) => core.clock.advance(days * DAY * 1000)
const paymentsOf = (core: BillingCore) =>
  core.state().payments.map(({ record }) => `${record.merchant_uid}: ${record.status}`)
const told = (core: BillingCore) =>
  core.news.map((news) => {
    const [impUid, status] = news.split(': ')
    const payment = core.state().payments.find(({ record }) => record.imp_uid === impUid)
    return `${payment?.record.merchant_uid}: ${status}`
  })

async function withCard(number = goodCard.card_number) {
  const core = createBillingCore()
  await register(core, 'card-1', { ...withNumber(number), customer_name: '홍길동', customer_tel: '010-1' })
  return core
}

describe('예약', () => {
  test('nothing is charged before its time, and once when the clock passes it', async () => {
    const core = await withCard()
    const { response } = await schedule(core, { 'month-1': 30 })
    expectShape(response[0], 'ScheduleResult')
    expect(response[0]).toMatchObject({
      customer_uid: 'card-1',
      merchant_uid: 'month-1',
      imp_uid: null,
      schedule_status: 'scheduled',
      payment_status: null,
      executed_at: 0,
      // What the schedule does not say about the buyer comes from the key.
      buyer_name: '홍길동',
      buyer_tel: '010-1',
    })
    pass(core, 29)
    expect(core.state().payments).toEqual([])
    pass(core, 2)
    pass(core, 300)
    const after = await scheduled(core, 'month-1')
    expectShape(after, 'ScheduleResult')
    expect(after).toMatchObject({
      schedule_status: 'executed',
      payment_status: 'paid',
      executed_at: response[0]?.schedule_at,
      fail_reason: null,
    })
    const { response: payment } = await call(core, 'GET', `/payments/${after.imp_uid}`)
    expectShape(payment, 'Payment')
    expect(payment).toMatchObject({
      merchant_uid: 'month-1',
      status: 'paid',
      amount: 9_900,
      buyer_name: '홍길동',
      customer_uid: 'card-1',
      customer_uid_usage: 'payment.scheduled',
      paid_at: response[0]?.schedule_at,
    })
    expect(core.news).toEqual([`${payment.imp_uid}: paid`])
  })

  test('time that passes by itself counts too: the next call makes the charge', async () => {
    const core = await withCard()
    await schedule(core, { soon: 1 / DAY })
    vi.setSystemTime(Date.now() + 1_000)
    expect(paymentsOf(core)).toEqual([])
    expect((await scheduled(core, 'soon')).payment_status).toBe('paid')
  })

  test('a year goes by at once: twelve charges in the order of their months', async () => {
    const core = await withCard()
    const months = Array.from({ length: 12 }, (_, index) => index + 1)
    const shuffled = [...months].sort((a, b) => (a % 5) - (b % 5))
    await schedule(core, Object.fromEntries(shuffled.map((month) => [`month-${month}`, month * 30])))
    pass(core, 365)
    expect(paymentsOf(core)).toEqual(months.map((month) => `month-${month}: paid`))
    expect(told(core)).toEqual(months.map((month) => `month-${month}: paid`))
    const dates = core.state().payments.map(({ record }) => record.paid_at)
    expect(new Set(dates.map((at, index) => at - (dates[index - 1] ?? at - 30 * DAY)))).toEqual(
      new Set([30 * DAY]),
    )
  })

  test('a decline is told as well, and a new card under the same key recovers it', async () => {
    const core = await withCard(testCards['limit-after-three'].number)
    await schedule(core, { 'month-1': 30, 'month-2': 60, 'month-3': 90, 'month-4': 120, 'month-5': 150 })
    pass(core, 121)
    expect(told(core)).toEqual(['month-1: paid', 'month-2: paid', 'month-3: paid', 'month-4: failed'])
    expect(await scheduled(core, 'month-4')).toMatchObject({
      schedule_status: 'executed',
      payment_status: 'failed',
      fail_reason: expect.stringContaining('REJECT_CARD_PAYMENT'),
    })
    expect((await call(core, 'POST', `${path('month-4')}/retry`)).response.status).toBe('failed')
    await register(core, 'card-1')
    const retried = await call(core, 'POST', `${path('month-4')}/retry`)
    expectShape(retried.response, 'Payment')
    expect(retried.response).toMatchObject({ status: 'paid', merchant_uid: 'month-4' })
    pass(core, 30)
    expect(told(core).slice(4)).toEqual(['month-4: failed', 'month-4: paid', 'month-5: paid'])
    expect(await scheduled(core, 'month-4')).toMatchObject({ payment_status: 'paid', fail_reason: null })
  })

  test('a refund shows at the schedule', async () => {
    const core = await withCard()
    await schedule(core, { 'month-1': 1 })
    pass(core, 2)
    await call(core, 'POST', '/payments/cancel', { merchant_uid: 'month-1' })
    expect((await scheduled(core, 'month-1')).payment_status).toBe('cancelled')
  })

  test('an order already paid otherwise is not charged a second time', async () => {
    const core = await withCard()
    await schedule(core, { 'month-1': 1 })
    const { impUid } = openWindow(core, { merchant_uid: 'month-1' })
    core.gateway.approve(impUid, byShinhan)
    pass(core, 2)
    expect(paymentsOf(core)).toEqual(['month-1: paid', 'month-1: failed'])
    expect(await call(core, 'POST', `${path('month-1')}/retry`)).toMatchObject({
      status: 400,
      response: null,
    })
    const later = { schedule_at: nowOf(core) + DAY }
    expect((await call(core, 'POST', `${path('month-1')}/reschedule`, later)).status).toBe(400)
  })

  test('with the key deleted the charge fails, and there is nothing to retry it with', async () => {
    const core = await withCard()
    await schedule(core, { 'month-1': 1 })
    await call(core, 'DELETE', '/subscribe/customers/card-1')
    pass(core, 2)
    expect(told(core)).toEqual(['month-1: failed'])
    expect((await scheduled(core, 'month-1')).fail_reason).toMatch(/NOT_FOUND_BILLING/)
    expect((await call(core, 'POST', `${path('month-1')}/retry`)).status).toBe(404)
  })

  test('two tabs over one storage charge once', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const [one, two] = [createBillingCore(storage), createBillingCore(storage)]
    await register(one, 'card-1')
    await schedule(one, { 'month-1': 1 })
    one.clock.advance(2 * DAY * 1000)
    await scheduled(two, 'month-1')
    expect(paymentsOf(two)).toEqual(['month-1: paid'])
    expect([...one.news, ...two.news]).toHaveLength(1)
  })
})

describe('예약 등록', () => {
  test('of several schedules one wrong one refuses them all', async () => {
    const core = await withCard()
    await schedule(core, { taken: 1 })
    const refused = [
      await schedule(core, { good: 1, taken: 2 }),
      await schedule(core, { good: 1, past: -1 }),
      await schedule(core, { good: 1 }, { customer_uid: 'nobody' }),
    ]
    for (const answer of refused) expect(answer).toMatchObject({ status: 200, code: 1, response: null })
    const missing = { schedules: [{ merchant_uid: 'good', schedule_at: nowOf(core) + DAY }] }
    expect(await schedule(core, {}, missing)).toMatchObject({ status: 400, response: null })
    expect((await call(core, 'GET', path('good'))).status).toBe(404)
    expect((await schedule(core, { good: 1 })).code).toBe(0)
  })

  test('an approved order number cannot be scheduled', async () => {
    const core = await withCard()
    await again(core, { merchant_uid: 'paid' })
    expect(await schedule(core, { paid: 1 })).toMatchObject({ status: 200, code: 1, response: null })
  })

  test('card data in the same call registers the card first', async () => {
    const core = createBillingCore()
    expect((await schedule(core, { 'month-1': 1 }, goodCard)).code).toBe(0)
    expect((await call(core, 'GET', '/subscribe/customers/card-1')).code).toBe(0)
    pass(core, 2)
    expect(paymentsOf(core)).toEqual(['month-1: paid'])
  })

  test('a checking amount is charged and given back at once; a card that declines it is not registered', async () => {
    const core = createBillingCore()
    expect((await schedule(core, { 'month-1': 1 }, { ...goodCard, checking_amount: 100 })).code).toBe(0)
    const [check] = core.state().payments
    expect(check?.record).toMatchObject({ status: 'cancelled', amount: 100, cancel_amount: 100 })
    expectShape(check?.record, 'Payment')
    const declined = {
      ...withNumber(testCards.declined.number),
      checking_amount: 100,
      customer_uid: 'card-2',
    }
    const answer = await schedule(core, { 'month-2': 1 }, declined)
    expect(answer).toMatchObject({ status: 200, code: 1, response: null })
    expect(answer.message).toMatch(/REJECT_CARD_COMPANY/)
    expect((await call(core, 'GET', '/subscribe/customers/card-2')).status).toBe(404)
    expect((await call(core, 'GET', path('month-2'))).status).toBe(404)
  })
})

describe('예약 변경', () => {
  test('unscheduling: all of a key, or the named ones; what has run is refused', async () => {
    const core = await withCard()
    await schedule(core, { a: 1, b: 10, c: 11, d: 12 })
    pass(core, 2)
    const unschedule = (body: object) =>
      ask<RestSchedule[] | null>(core, 'POST', '/subscribe/payments/unschedule', body)
    expect(await unschedule({ merchant_uid: ['a', 'b'] })).toMatchObject({
      status: 200,
      code: 1,
      response: null,
    })
    expect((await scheduled(core, 'b')).schedule_status).toBe('scheduled')
    expect((await unschedule({ merchant_uid: 'b', customer_uid: 'other' })).code).toBe(1)
    const one = await unschedule({ merchant_uid: 'b' })
    expect(one.response?.[0]).toMatchObject({ merchant_uid: 'b', schedule_status: 'revoked' })
    expect(one.response?.[0]?.revoked_at).toBe(nowOf(core))
    const rest = await unschedule({ customer_uid: 'card-1' })
    expect(rest.response?.map(({ merchant_uid }) => merchant_uid)).toEqual(['c', 'd'])
    expect((await unschedule({ customer_uid: 'card-1' })).code).toBe(1)
    pass(core, 30)
    expect(paymentsOf(core)).toEqual(['a: paid'])
  })

  test('a pending schedule moves; one that ran or was revoked, or into the past, does not', async () => {
    const core = await withCard()
    await schedule(core, { a: 1, b: 5 })
    const move = (merchantUid: string, days: number) =>
      ask<RestSchedule>(core, 'PUT', path(merchantUid), { schedule_at: nowOf(core) + days * DAY })
    expect((await move('a', 3)).response.schedule_at).toBe(nowOf(core) + 3 * DAY)
    pass(core, 2)
    expect(paymentsOf(core)).toEqual([])
    expect((await move('b', -1)).status).toBe(400)
    pass(core, 2)
    expect((await move('a', 5)).status).toBe(400)
    expect((await move('nobody', 5)).status).toBe(404)
    await call(core, 'POST', '/subscribe/payments/unschedule', { merchant_uid: 'b' })
    expect((await move('b', 5)).status).toBe(400)
    expect(paymentsOf(core)).toEqual(['a: paid'])
  })

  test('a failed or revoked schedule runs again later; a paid or pending one does not', async () => {
    const core = await withCard(testCards.declined.number)
    await schedule(core, { failing: 1, revoked: 20, pending: 30 })
    await call(core, 'POST', '/subscribe/payments/unschedule', { merchant_uid: 'revoked' })
    pass(core, 2)
    await register(core, 'card-1')
    const later = (merchantUid: string, days = 1) =>
      ask<RestSchedule>(core, 'POST', `${path(merchantUid)}/reschedule`, {
        schedule_at: nowOf(core) + days * DAY,
      })
    const answer = await later('failing')
    expectShape(answer.response, 'ScheduleResult')
    expect(answer.response).toMatchObject({
      schedule_status: 'scheduled',
      payment_status: null,
      imp_uid: null,
    })
    expect((await later('revoked')).code).toBe(0)
    expect((await later('pending')).status).toBe(400)
    expect((await later('failing', -1)).status).toBe(400)
    expect((await later('nobody')).status).toBe(404)
    pass(core, 2)
    expect(paymentsOf(core)).toEqual(['failing: failed', 'failing: paid', 'revoked: paid'])
    expect((await later('failing')).status).toBe(400)
    expect((await call(core, 'POST', `${path('failing')}/retry`)).status).toBe(400)
  })

  test('a revoked schedule may be charged at once', async () => {
    const core = await withCard()
    await schedule(core, { a: 5 })
    await call(core, 'POST', '/subscribe/payments/unschedule', { merchant_uid: 'a' })
    expect((await call(core, 'POST', `${path('a')}/retry`)).response.status).toBe('paid')
    expect(told(core)).toEqual(['a: paid'])
    expect((await call(core, 'POST', `${path('nobody')}/retry`)).status).toBe(404)
  })
})

describe('예약 목록', () => {
  test('by period, status, key and order, in pages; a period is at most three months', async () => {
    const core = await withCard()
    await register(core, 'card-2')
    await schedule(core, { a: 1, b: 10, c: 20 })
    await schedule(core, { other: 15 }, { customer_uid: 'card-2' })
    pass(core, 2)
    const start = nowOf(core) - 2 * DAY
    const plain = async (query: string, days = 30) => {
      const period = `schedule_from=${start}&schedule_to=${start + days * DAY}`
      const list = `/subscribe/payments/schedule?${period}&${query}`
      const { status, response } = await ask<RestSchedule[] | null>(core, 'GET', list)
      return response ? response.map(({ merchant_uid }) => merchant_uid) : status
    }
    expect(await plain('')).toEqual(['c', 'other', 'b', 'a'])
    expect(await plain('sorting=scheduled')).toEqual(['a', 'b', 'other', 'c'])
    expect(await plain('sorting=scheduled&limit=2&page=2')).toEqual(['other', 'c'])
    expect(await plain('schedule_status=executed')).toEqual(['a'])
    // `from <= schedule_at < to`
    expect(await plain('', 10)).toEqual(['a'])
    expect(await plain('', 93)).toBe(400)
    expect(await plain('', -1)).toBe(400)
    expect(await plain('page=0')).toBe(400)

    const ofKey = async (address: string, query = '') => {
      const { response } = await ask<RestSchedule[]>(
        core,
        'GET',
        `${address}?from=${start}&to=${start + 30 * DAY}${query}`,
      )
      return response.map(({ merchant_uid }) => merchant_uid)
    }
    for (const address of ['/subscribe/customers/card-1/schedules', path('customers/card-1')]) {
      expect(await ofKey(address)).toEqual(['c', 'b', 'a'])
      expect(await ofKey(address, '&schedule-status=scheduled')).toEqual(['c', 'b'])
    }
    expect(await ofKey('/subscribe/customers/nobody/schedules')).toEqual([])
  })
})

const orderNumber = fc.constantFrom('a', 'b', 'c')
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom('schedule', 'again', 'retry', 'reschedule', 'unschedule'),
    order: orderNumber,
  }),
  fc.record({ do: fc.constant('wait'), order: orderNumber }),
  fc.record({ do: fc.constantFrom('good', 'bad', 'delete'), order: orderNumber }),
)

test('whatever shop and time do, no order is paid twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const core = await withCard()
      for (const { do: act, order } of steps) {
        const at = { schedule_at: nowOf(core) + DAY }
        if (act === 'schedule') await schedule(core, { [order]: 1 })
        if (act === 'again') await again(core, { merchant_uid: order })
        if (act === 'retry') await call(core, 'POST', `${path(order)}/retry`)
        if (act === 'reschedule') await call(core, 'POST', `${path(order)}/reschedule`, at)
        if (act === 'unschedule') {
          await call(core, 'POST', '/subscribe/payments/unschedule', { merchant_uid: order })
        }
        if (act === 'wait') pass(core, 2)
        if (act === 'good') await register(core, 'card-1')
        if (act === 'bad') await register(core, 'card-1', withNumber(testCards.declined.number))
        if (act === 'delete') await call(core, 'DELETE', '/subscribe/customers/card-1')
      }
      const paid = paymentsOf(core).filter((each) => each.endsWith('paid'))
      expect(new Set(paid).size).toBe(paid.length)
      expect(
        told(core)
          .filter((each) => each.endsWith('paid'))
          .sort(),
      ).toEqual(paid.sort())
    }),
    { numRuns: 40 },
  )
})
