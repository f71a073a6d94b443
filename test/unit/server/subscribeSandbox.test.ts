// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient, type PortOneClient } from '../../../src/server/index.js'

const customerUid = 'member 7/card 1'
const card = { cardNumber: '1234-1234-1234-1234', expiry: '2025-12', birth: '820213', pwd2digit: '00' }
const DAY = 86_400_000

let sandbox: Sandbox
let portOne: PortOneClient
let charges: string[]

beforeEach(() => {
  sandbox = createSandbox()
  charges = []
  portOne = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retryDelay: 0,
    now: sandbox.clock.now,
    fetch: (request) => {
      const { pathname } = new URL(request.url)
      if (request.method !== 'GET' && !pathname.endsWith('/getToken')) charges.push(pathname)
      return sandbox.fetch(request)
    },
  })
})

const inDays = (days: number) => new Date(sandbox.clock.now() + days * DAY)
const paymentsOf = async (merchantUid: string) => (await portOne.findAllPayments(merchantUid)).list

describe('샌드박스로 구독한다', () => {
  it('a card is registered, charged, listed and deleted', async () => {
    expect(await portOne.issueCustomer(customerUid, { ...card, customerId: 'member-7' })).toMatchObject({
      kind: 'card',
      customerUid,
      customerId: 'member-7',
      sandbox: true,
    })
    const payment = await portOne.payAgain({ customerUid, merchantUid: 'month/1', amount: 9_900 })
    expect(payment).toMatchObject({
      status: 'paid',
      amount: 9_900,
      customerUid,
      customerUidUsage: 'payment',
      name: '정기결제',
      impUid: expect.stringMatching(/^imps_\d{12}$/),
    })
    expect((await portOne.listCustomerPayments(customerUid)).list).toEqual([payment])
    expect(await portOne.getCustomers([customerUid, 'key-2'])).toMatchObject({
      customers: [{ customerUid }],
      missingCustomerUids: ['key-2'],
    })
    await expect(
      portOne.payAgain({ customerUid, merchantUid: 'month/1', amount: 9_900 }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await portOne.deleteCustomer(customerUid, { reason: '탈퇴' })).toMatchObject({ customerUid })
    await expect(portOne.getCustomer(customerUid)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('a typed card pays once, and with a name is registered too', async () => {
    expect(await portOne.payOnetime({ ...card, merchantUid: 'once-1', amount: 3_000 })).toMatchObject({
      status: 'paid',
      customerUid: null,
    })
    await portOne.payOnetime({ ...card, customerUid, merchantUid: 'once-2', amount: 3_000 })
    expect(await portOne.getCustomer(customerUid)).toMatchObject({ kind: 'card', customerUid })
  })

  it('a scheduled charge is moved, made when its time comes, and another is taken back', async () => {
    await portOne.issueCustomer(customerUid, card)
    const due = inDays(30)
    const schedules = ['month-1', 'month-2'].map((merchantUid) => ({
      merchantUid,
      amount: 9_900,
      scheduleAt: due,
    }))
    expect(await portOne.schedulePayments({ customerUid, schedules })).toMatchObject([
      { merchantUid: 'month-1', scheduleStatus: 'scheduled', amount: 9_900 },
      { merchantUid: 'month-2', scheduleStatus: 'scheduled' },
    ])
    await portOne.updateSchedule('month-1', { scheduleAt: inDays(10) })
    expect(await portOne.unschedulePayments({ merchantUids: ['month-2'] })).toMatchObject([
      { scheduleStatus: 'revoked' },
    ])
    sandbox.clock.advance(31 * DAY)
    expect(await portOne.getSchedule('month-1')).toMatchObject({
      scheduleStatus: 'executed',
      paymentStatus: 'paid',
    })
    expect(await portOne.findPayment('month-1')).toMatchObject({
      status: 'paid',
      customerUidUsage: 'payment.scheduled',
    })
    const period = { from: inDays(-40), to: inDays(1) }
    const ofTheKey = await portOne.listCustomerSchedules(customerUid, period)
    expect(ofTheKey.map(({ merchantUid }) => merchantUid).sort()).toEqual(['month-1', 'month-2'])
    expect(await portOne.listSchedulesByCustomer(customerUid, period)).toEqual(ofTheKey)
    expect(await portOne.listSchedules({ ...period, status: 'executed' })).toMatchObject([
      { merchantUid: 'month-1' },
    ])
  })
})

describe('샌드박스가 답을 잃어버려도', () => {
  it('every write is carried out once and known', async () => {
    sandbox.faults.set('rest-answer-lost')
    // The token's answer is not lost; every other write's is.
    expect(await portOne.issueCustomer(customerUid, card)).toMatchObject({ customerUid })
    expect(await portOne.payAgain({ customerUid, merchantUid: 'month/1', amount: 9_900 })).toMatchObject({
      status: 'paid',
      amount: 9_900,
    })
    expect(await portOne.payOnetime({ ...card, merchantUid: 'once-1', amount: 3_000 })).toMatchObject({
      status: 'paid',
    })
    const schedules = [{ merchantUid: 'month/2', amount: 9_900, scheduleAt: inDays(30) }]
    expect(await portOne.schedulePayments({ customerUid, schedules })).toMatchObject([
      { scheduleStatus: 'scheduled' },
    ])
    await portOne.updateSchedule('month/2', { scheduleAt: inDays(20) })
    expect(await portOne.unschedulePayments({ merchantUids: ['month/2'] })).toMatchObject([
      { scheduleStatus: 'revoked' },
    ])
    await portOne.reschedule('month/2', { scheduleAt: inDays(15) })
    expect(await portOne.deleteCustomer(customerUid)).toMatchObject({ customerUid })
    expect(charges).toHaveLength(8)
    expect(await paymentsOf('month/1')).toHaveLength(1)
    expect(await paymentsOf('once-1')).toHaveLength(1)
  })

  it("a second try's decline is told from the first's, under the same number", async () => {
    await portOne.issueCustomer(customerUid, {
      ...card,
      cardNumber: '4000-0000-0000-0002',
      expiry: '2031-07',
    })
    const charge = { customerUid, merchantUid: 'month-1', amount: 9_900 }
    const first = await portOne.payAgain(charge)
    sandbox.faults.set('rest-answer-lost')
    const second = await portOne.payAgain(charge)
    expect([first.status, second.status]).toEqual(['failed', 'failed'])
    expect(second.impUid).not.toBe(first.impUid)
    expect(await paymentsOf('month-1')).toHaveLength(2)
  })

  it('a failed schedule is charged now, once', async () => {
    await portOne.issueCustomer(customerUid, {
      ...card,
      cardNumber: '4000-0000-0000-0002',
      expiry: '2031-07',
    })
    await portOne.schedulePayments({
      customerUid,
      schedules: [{ merchantUid: 'month-1', amount: 9_900, scheduleAt: inDays(1) }],
    })
    sandbox.clock.advance(2 * DAY)
    expect(await portOne.getSchedule('month-1')).toMatchObject({ paymentStatus: 'failed' })
    await portOne.issueCustomer(customerUid, card)
    sandbox.faults.set('rest-answer-lost')
    expect(await portOne.retrySchedule('month-1')).toMatchObject({ status: 'paid', amount: 9_900 })
    expect(charges.filter((path) => path.endsWith('/retry'))).toHaveLength(1)
    expect((await paymentsOf('month-1')).map(({ status }) => status).sort()).toEqual(['failed', 'paid'])
  })
})
