// @vitest-environment node
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BillingKey,
  type Payment,
  type PortOneClient,
  PortOneError,
  type Schedule,
} from '../../../src/server/index.js'
import definition from './restDefinition.json' with { type: 'json' }
import { paidAnswer, type Schema, sampleAnswer } from './sampleAnswer.js'
import { answer, GATEWAY_NOW, scriptedClient, tokenAnswer } from './scriptedGateway.js'

/** ms; hundreds of runs take their time on a busy machine. */
const PATIENCE = 60_000
const impUid = 'imp_000000000001'
const merchantUid = 'order/1?'
const statuses = fc.constantFrom(...Array(16).fill(200), 207, 301, 400, 401, 404, 409, 429, 500, 501)
const names = definition.schemas.Payment.map(({ name }) => name)
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, 0, 1, -1, 1e308, 1.5, '', '0', 'paid', true, [], {}, [null], 8.7e12),
)
/** A payment with a few fields replaced by anything. */
const nearPayment = fc
  .dictionary(fc.constantFrom(...names), fc.oneof(anything, fc.constantFrom<unknown>(null, 0, '', 'x')), {
    maxKeys: 3,
  })
  .map((changes) => paidAnswer(changes))
const responses = fc.oneof(
  anything,
  { weight: 4, arbitrary: nearPayment },
  fc.array(nearPayment, { maxLength: 3 }),
  fc.record({
    total: anything,
    previous: anything,
    next: anything,
    list: fc.array(nearPayment, { maxLength: 2 }),
  }),
)
const bodies = fc.oneof(fc.json(), fc.string(), {
  weight: 6,
  arbitrary: responses.map((response) => JSON.stringify({ code: 0, message: null, response })),
})

const is = {
  text: (value: unknown) => typeof value === 'string',
  textOrNull: (value: unknown) => value === null || typeof value === 'string',
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  date: (value: unknown) => value === null || (value instanceof Date && !Number.isNaN(value.getTime())),
}

/** The type a payment promises, field by field, from the definition. */
function expectPayment(payment: Payment): void {
  const wrong = definition.schemas.Payment.filter((field) => {
    const name = field.name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()) as keyof Payment
    const value: unknown = payment[name]
    if (name === 'customData') return value === undefined
    if ('time' in field) return !is.date(value)
    if (field.type === 'array') return !Array.isArray(value)
    if (field.type === 'boolean') return typeof value !== 'boolean'
    if (name === 'cardType') return value !== null && !is.number(value)
    if (field.type === 'number' || field.type === 'integer') return !is.number(value)
    if (name === 'promotion') return value !== null && !is.number(payment.promotion?.discount)
    return 'nullable' in field ? !is.textOrNull(value) : !is.text(value)
  })
  expect(wrong).toEqual([])
  expect(['ready', 'paid', 'failed', 'cancelled']).toContain(payment.status)
  for (const one of payment.cancelHistory) {
    expect([one.amount, one.cancellationId, one.cancelledAt]).toSatisfy(
      ([amount, id, at]) => is.number(amount) && is.text(id) && is.date(at),
    )
  }
  for (const one of payment.depositHistory)
    expect(is.number(one.amount) && is.date(one.depositedAt)).toBe(true)
  expect(payment.cancelReceiptUrls.every(is.text)).toBe(true)
}

test(
  'whatever JSON comes back, there is a payment of the right types or a PortOneError',
  async () => {
    let payments = 0
    await fc.assert(
      fc.asyncProperty(bodies, statuses, async (body, status) => {
        const { client } = scriptedClient(() => new Response(body, { status }), { retries: 0, timeout: 1000 })
        const judge = (found: Payment[]) => {
          payments += found.length
          found.forEach(expectPayment)
        }
        const refuse = (thrown: unknown) => expect(thrown).toBeInstanceOf(PortOneError)
        await client.getPayment(impUid).then((one) => judge([one]), refuse)
        await client.findPayment(merchantUid).then((one) => judge([one]), refuse)
        await client.cancelPayment({ impUid, payMethod: 'card' }).then((one) => judge([one]), refuse)
        await client.getPayments({ impUids: [impUid] }).then((found) => judge(found.payments), refuse)
        await client.findAllPayments(merchantUid).then((page) => judge(page.list), refuse)
      }),
      { numRuns: 400 },
    )
    // The near misses must not all miss, or nothing would have been judged.
    expect(payments).toBeGreaterThan(50)
  },
  PATIENCE,
)

test('whatever JSON comes back, the other operations raise nothing but PortOneError', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, statuses, async (body, status) => {
      const { client } = scriptedClient(() => new Response(body, { status }), { retries: 0, timeout: 1000 })
      const calls = [
        client.getPaymentBalance(impUid),
        client.preparePayment({ merchantUid, amount: 1 }),
        client.getPreparedPayment(merchantUid),
        client.getReceipt(impUid),
        client.getEscrowLogis(impUid),
        client.listBanks(),
        client.getCard('366'),
      ]
      for (const call of calls) await call.catch((thrown) => expect(thrown).toBeInstanceOf(PortOneError))
    }),
    { numRuns: 100 },
  )
})

test('whatever the token answer is, the call goes through or is a PortOneError', async () => {
  const parts = fc.oneof(anything, fc.constantFrom<unknown>('token', 1_795_392_000, 1_795_393_800))
  await fc.assert(
    fc.asyncProperty(fc.record({ access_token: parts, expired_at: parts, now: parts }), async (token) => {
      const { client } = scriptedClient(() => answer([sampleAnswer('StandardCode')]), {
        getToken: (before) => (before === 0 ? answer(token) : tokenAnswer('token-2')),
        retries: 0,
      })
      await client.listBanks().then(
        (banks) => expect(banks).toHaveLength(1),
        (thrown) => expect(thrown).toBeInstanceOf(PortOneError),
      )
    }),
    { numRuns: 200 },
  )
})

/** An answer of a schema with a few fields replaced by anything. */
const near = (schema: Schema) =>
  fc
    .dictionary(fc.constantFrom(...definition.schemas[schema].map(({ name }) => name)), anything, {
      maxKeys: 2,
    })
    .map((changes) => sampleAnswer(schema, changes))
const nearSubscribe = fc.oneof(near('Customer'), near('SuperBillingKey'), near('ScheduleResult'))
const subscribeResponses = fc.oneof(
  responses,
  { weight: 3, arbitrary: nearSubscribe },
  fc.array(nearSubscribe, { maxLength: 3 }),
)
const subscribeBodies = fc.oneof(fc.json(), {
  weight: 6,
  arbitrary: subscribeResponses.map((response) => JSON.stringify({ code: 0, message: null, response })),
})

test(
  'whatever comes back, a charge, a card or a schedule is sent once and ends in its type or a PortOneError',
  async () => {
    const customerUid = 'member 7/card 1'
    const card = { cardNumber: '1234-1234-1234-1234', expiry: '2025-12', birth: '820213', pwd2digit: '00' }
    const scheduleAt = new Date((GATEWAY_NOW + 3600) * 1000)
    const charge = { merchantUid, amount: 55_000 }
    let good = 0
    const reads = fc.array(fc.tuple(subscribeBodies, statuses), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(reads, subscribeBodies, statuses, async (looks, body, status) => {
        const calls: ((client: PortOneClient) => Promise<unknown>)[] = [
          (client) => client.payAgain({ ...charge, customerUid }).then(expectPayment),
          (client) => client.payOnetime({ ...charge, ...card }).then(expectPayment),
          (client) => client.retrySchedule(merchantUid).then(expectPayment),
          (client) => client.issueCustomer(customerUid, card).then(expectKey),
          (client) => client.deleteCustomer(customerUid).then(expectKey),
          (client) => client.getCustomer(customerUid).then(expectKey),
          (client) =>
            client.getCustomers([customerUid]).then(({ customers }) => customers.forEach(expectKey)),
          (client) => client.getSchedule(merchantUid).then(expectSchedule),
          (client) => client.updateSchedule(merchantUid, { scheduleAt }).then(expectSchedule),
          (client) => client.reschedule(merchantUid, { scheduleAt }).then(expectSchedule),
          (client) =>
            client
              .schedulePayments({ customerUid, schedules: [{ ...charge, scheduleAt }] })
              .then((all) => all.forEach(expectSchedule)),
          (client) =>
            client
              .unschedulePayments({ merchantUids: [merchantUid] })
              .then((all) => all.forEach(expectSchedule)),
          (client) =>
            client
              .listSchedules({ from: scheduleAt, to: scheduleAt })
              .then((all) => all.forEach(expectSchedule)),
        ]
        for (const call of calls) {
          let look = 0
          const { client, sent } = scriptedClient(
            ({ method }) => {
              if (method !== 'GET') return new Response(body, { status })
              // Nothing there before, half of the time: else hardly a charge would ever leave.
              const [text, code] = looks[look++ % looks.length] as [string, number]
              return look === 1 && text.length % 2
                ? answer(null, 404, -1, '없음')
                : new Response(text, { status: code })
            },
            { retries: 1, timeout: 1000, now: () => GATEWAY_NOW * 1000 },
          )
          await call(client).then(
            () => good++,
            (thrown) => {
              if (!(thrown instanceof PortOneError)) throw thrown
            },
          )
          const writes = sent.filter(({ method }) => method !== 'GET')
          // A refused token is renewed and the call, which was not carried out, goes once more.
          expect(writes.length).toBeLessThanOrEqual(status === 401 ? 2 : 1)
        }
      }),
      { numRuns: 60 },
    )
    expect(good).toBeGreaterThan(30)
  },
  PATIENCE,
)

function expectKey(key: BillingKey): void {
  expect([key.customerUid].every(is.text)).toBe(true)
  const cards = key.kind === 'card' ? [key] : key.succeededChannels
  for (const card of cards) {
    expect([card.pgProvider, card.pgId].every(is.text)).toBe(true)
    expect([card.cardName, card.cardNumber].every(is.textOrNull)).toBe(true)
    expect([card.inserted, card.updated].every(is.date)).toBe(true)
  }
}

function expectSchedule(schedule: Schedule): void {
  expect(is.text(schedule.merchantUid)).toBe(true)
  expect([schedule.scheduleAt, schedule.executedAt, schedule.revokedAt].every(is.date)).toBe(true)
  expect([null, 'scheduled', 'executed', 'revoked']).toContain(schedule.scheduleStatus)
  expect([null, 'paid', 'failed', 'cancelled']).toContain(schedule.paymentStatus)
  expect(schedule.amount === null || is.number(schedule.amount)).toBe(true)
}
