// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { PortOneClient, PortOneError, Schedule } from '../../../src/server/index.js'
import { sampleAnswer } from './sampleAnswer.js'
import { answer, GATEWAY_NOW, refusal, type Sent, scriptedClient } from './scriptedGateway.js'

const customerUid = 'member 7/card 1'
const merchantUid = 'order/1?'
const amount = 55_000
const seconds = GATEWAY_NOW + 86_400
const scheduleAt = new Date(seconds * 1000 + 900)
const schedule = sampleAnswer('ScheduleResult', {
  schedule_at: seconds,
  schedule_status: 'scheduled',
  executed_at: 0,
  revoked_at: null,
  payment_status: null,
  imp_uid: null,
})
const executed = { ...schedule, schedule_status: 'executed', executed_at: seconds, payment_status: 'failed' }
const revoked = { ...schedule, schedule_status: 'revoked', revoked_at: GATEWAY_NOW }
const none = () => refusal(404, '예약이 없습니다.')
const writes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET')
const errorOf = (work: Promise<unknown>): Promise<PortOneError> =>
  work.then(
    () => expect.fail('it was taken for a success'),
    (thrown) => thrown,
  )
const lost: [string, () => unknown][] = [
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['HTTP 500', () => refusal(500, '서버 오류')],
  ['silence', () => new Promise(() => {})],
  ['half a body', () => new Response('{"code":0,"resp')],
  ['nothing', () => answer(null)],
]

type Write = (client: PortOneClient) => Promise<Schedule | Schedule[]>
const scheduling: Write = (client) =>
  client.schedulePayments({ customerUid, schedules: [{ merchantUid, amount, scheduleAt }] })
const unscheduling: Write = (client) => client.unschedulePayments({ merchantUids: [merchantUid] })
const updating: Write = (client) => client.updateSchedule(merchantUid, { scheduleAt })
const rescheduling: Write = (client) => client.reschedule(merchantUid, { scheduleAt })

/** A client whose schedules are what `look` says, one look after the other; the last stays. */
function looks(answers: (() => Response)[], onWrite: () => unknown) {
  let look = 0
  return scriptedClient(
    ({ method }) => (method === 'GET' ? answers[Math.min(look++, answers.length - 1)]?.() : onWrite()),
    { timeout: 20, retries: 2, now: () => GATEWAY_NOW * 1000 },
  )
}

/** Each write, what shows that it was carried out, and what shows that it was not, or not certainly. */
const kinds: [string, Write, Record<string, unknown>, (Record<string, unknown> | null)[]][] = [
  [
    'schedulePayments',
    scheduling,
    schedule,
    [
      null,
      revoked,
      { ...schedule, amount: 100 },
      { ...schedule, schedule_at: seconds + 60 },
      { ...schedule, customer_uid: 'another' },
    ],
  ],
  ['unschedulePayments', unscheduling, revoked, [null, schedule, executed]],
  [
    'updateSchedule',
    updating,
    schedule,
    [null, revoked, { ...schedule, schedule_at: seconds - 60 }, { ...schedule, schedule_at: null }],
  ],
  ['reschedule', rescheduling, schedule, [null, revoked, { ...executed, schedule_at: GATEWAY_NOW - 60 }]],
]

describe('예약의 답을 잃었을 때', () => {
  it.each(
    kinds.flatMap(([name, write, done]) =>
      lost.map(([what, fault]) => [what, name, write, fault, done] as const),
    ),
  )('%s: %s is looked up and found done, sent once', async (_, __, write, fault, done) => {
    const { client, sent } = looks([none, () => answer(done)], fault)
    const result = await write(client)
    expect(Array.isArray(result) ? result[0] : result).toMatchObject({ merchantUid, amount })
    expect(writes(sent)).toHaveLength(1)
    expect(sent.at(-1)?.path).toBe('/subscribe/payments/schedule/order%2F1%3F')
  })

  it.each(kinds.flatMap(([name, write, , others]) => others.map((other) => [name, other, write] as const)))(
    '%s that finds %j is UNKNOWN_RESULT, sent once',
    async (operation, other, write) => {
      const { client, sent } = looks([other ? () => answer(other) : none], () => refusal(500, '서버 오류'))
      const error = await errorOf(write(client))
      expect(error).toMatchObject({ code: 'UNKNOWN_RESULT', operation, retryable: false })
      expect(error.todo).toContain(`getSchedule('${merchantUid}')`)
      expect(writes(sent)).toHaveLength(1)
    },
  )

  it('of two schedules with one missing nothing is said to be scheduled', async () => {
    const schedules = [merchantUid, 'order-2'].map((each) => ({ merchantUid: each, amount, scheduleAt }))
    const { client, sent } = scriptedClient(
      ({ method, path }) => {
        if (method !== 'GET') return answer([schedule])
        return path.endsWith('order-2') ? none() : answer(schedule)
      },
      { now: () => GATEWAY_NOW * 1000 },
    )
    const error = await errorOf(client.schedulePayments({ customerUid, schedules }))
    expect(error).toMatchObject({ code: 'UNKNOWN_RESULT', field: 'response' })
    expect(error.todo).toContain('Schedule only the missing ones')
    expect(writes(sent)).toHaveLength(1)
  })

  it("all of a key's schedules cannot be looked up by number: it says how to find out", async () => {
    const { client, sent } = looks([() => answer([])], () => refusal(500, '서버 오류'))
    const error = await errorOf(client.unschedulePayments({ customerUid }))
    expect(error).toMatchObject({ code: 'UNKNOWN_RESULT' })
    expect(error.todo).toContain(`listSchedulesByCustomer('${customerUid}'`)
    expect(sent).toHaveLength(1)
  })
})

describe('예약', () => {
  it('names the charge and its currency where the merchant did not', async () => {
    const { client, sent } = looks([], () => answer([schedule]))
    expect(await scheduling(client)).toMatchObject([{ merchantUid, scheduleStatus: 'scheduled' }])
    expect(sent.map(({ body }) => body)).toEqual([
      {
        customer_uid: customerUid,
        schedules: [
          { merchant_uid: merchantUid, schedule_at: seconds, amount, currency: 'KRW', name: '정기결제' },
        ],
      },
    ])
  })

  it('all of a key is taken back by its name alone', async () => {
    const { client, sent } = looks([], () => answer([revoked]))
    expect(await client.unschedulePayments({ customerUid })).toMatchObject([{ scheduleStatus: 'revoked' }])
    expect(sent[0]?.body).toEqual({ customer_uid: customerUid })
  })

  it('executed says nothing about money: the payment’s status does', async () => {
    const { client } = looks([() => answer(executed)], none)
    expect(await client.getSchedule(merchantUid)).toMatchObject({
      scheduleStatus: 'executed',
      paymentStatus: 'failed',
      executedAt: new Date(seconds * 1000),
      customData: { cart: 7 },
    })
  })

  it('what the gateway has no word for yet is null', async () => {
    const bare = Object.fromEntries(Object.keys(schedule).map((name) => [name, null]))
    const { client } = looks([() => answer({ ...bare, merchant_uid: merchantUid })], none)
    const { raw, ...fields } = await client.getSchedule(merchantUid)
    expect(Object.entries(fields).filter(([, value]) => value !== null)).toEqual([
      ['merchantUid', merchantUid],
    ])
  })

  it.each([
    ['merchant_uid', 'order-2'],
    ['merchant_uid', null],
    ['schedule_status', 'running'],
    ['payment_status', 'ready'],
    ['amount', '55000'],
    ['schedule_at', -1],
  ])('schedule.%s = %j names its field', async (name, value) => {
    const { client } = looks([() => answer({ ...schedule, [name]: value })], none)
    expect(await errorOf(client.getSchedule(merchantUid))).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      field: `response.${name}`,
    })
  })

  const one = { merchantUid, amount, scheduleAt }
  const past = new Date(GATEWAY_NOW * 1000)
  it.each<[string, (client: PortOneClient) => Promise<unknown>]>([
    ['no charge', (client) => client.schedulePayments({ customerUid, schedules: [] })],
    ['a list of nothing', (client) => client.schedulePayments({ customerUid, schedules: [null] as never })],
    [
      'a time that is now',
      (client) => client.schedulePayments({ customerUid, schedules: [{ ...one, scheduleAt: past }] }),
    ],
    [
      'a time that is no Date',
      (client) =>
        client.schedulePayments({ customerUid, schedules: [{ ...one, scheduleAt: seconds as never }] }),
    ],
    [
      'an amount of 0',
      (client) => client.schedulePayments({ customerUid, schedules: [{ ...one, amount: 0 }] }),
    ],
    ['one number twice', (client) => client.schedulePayments({ customerUid, schedules: [one, one] })],
    [
      'half a test won',
      (client) => client.schedulePayments({ customerUid, checkingAmount: 0.5, schedules: [one] }),
    ],
    [
      'half a card',
      (client) => client.schedulePayments({ customerUid, expiry: '2030-01', schedules: [one] } as never),
    ],
    ['an update to the past', (client) => client.updateSchedule(merchantUid, { scheduleAt: past })],
    ['a reschedule to no time', (client) => client.reschedule(merchantUid, { scheduleAt: new Date('') })],
    ['nothing to take back', (client) => client.unschedulePayments({ merchantUids: [] })],
    ['no name to take back', (client) => client.unschedulePayments({ customerUid: '' })],
    ['neither', (client) => client.unschedulePayments({} as never)],
    ['both', (client) => client.unschedulePayments({ customerUid, merchantUids: [merchantUid] } as never)],
    ['a period without an end', (client) => client.listSchedules({ from: past } as never)],
    [
      'a period in text',
      (client) => client.listCustomerSchedules(customerUid, { from: '2026', to: past } as never),
    ],
  ])('%s is refused before anything is sent', async (_, call) => {
    const { client, sent, tokensAsked } = looks([none], () => answer([schedule]))
    expect(await errorOf(call(client))).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect([sent.length, tokensAsked()]).toEqual([0, 0])
  })

  it('a refusal is definite and needs no look', async () => {
    for (const write of [scheduling, unscheduling, updating, rescheduling]) {
      const { client, sent } = looks([none], () => refusal(400, '이미 실행된 예약입니다.'))
      expect(await errorOf(write(client))).toMatchObject({ code: 'BAD_REQUEST' })
      expect(sent).toHaveLength(1)
    }
  })
})
