// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { type PortOneClient, PortOneError } from '../../../src/server/index.js'
import { everything } from './everything.js'
import { paidAnswer, sampleAnswer } from './sampleAnswer.js'
import { answer, GATEWAY_NOW, refusal, type Sent, scriptedClient } from './scriptedGateway.js'

const merchantUid = 'order/1?'
const customerUid = 'member 7/card 1'
const card = {
  cardNumber: '4330-1290-5678-9017',
  expiry: '2031-07',
  birth: '830429',
  pwd2digit: '84',
  cvc: '926',
}
const scheduleAt = new Date((GATEWAY_NOW + 3600) * 1000)
/** Every way a gateway, a PG or a proxy could write it. */
const echo = [
  'card 4330-1290-5678-9017 4330129056789017 4330 1290 5678 9017 4330.1290.5678.9017',
  'until 2031-07 07/31 0731 3107 203107 07-2031',
  'of 830429 (84) cvc 926',
].join('; ')
const secrets = ['4330', '9017', '2031', '0731', '3107', '07/31', '07-31', '830429', '84', '926']

/** No part of it in anything a log could print; the places in the code are not of the card. */
function expectNoCard(value: unknown): void {
  const text = everything(value).replaceAll(/^\s+at .*$/gm, '')
  for (const secret of secrets) expect(text).not.toContain(secret)
}

const calls: [string, (client: PortOneClient) => Promise<unknown>][] = [
  ['payOnetime', (client) => client.payOnetime({ ...card, merchantUid, amount: 55_000 })],
  ['issueCustomer', (client) => client.issueCustomer(customerUid, card)],
  [
    'schedulePayments',
    (client) =>
      client.schedulePayments({
        ...card,
        customerUid,
        schedules: [{ merchantUid, amount: 55_000, scheduleAt }],
      }),
  ],
]

/** What a careless HTTP layer throws: the request with its body. */
const careless = async (request?: Request) => {
  throw Object.assign(new Error(`POST failed: ${echo}`, { cause: new Error(echo) }), { request, card })
}
const faults: [string, (sent: Sent) => unknown][] = [
  ['a refusal', () => refusal(200, echo)],
  ['HTTP 400', () => refusal(400, echo)],
  ['HTTP 500', () => refusal(500, echo)],
  ['a page', () => new Response(`<p>${echo}</p>`, { status: 502 })],
  ['an echo where an order number belongs', () => answer({ imp_uid: echo, merchant_uid: echo })],
  ['an error with everything in it', () => careless()],
]

function run(onWrite: (sent: Sent) => unknown, onRead: (sent: Sent) => unknown = () => refusal(404, echo)) {
  return scriptedClient((sent) => (sent.method === 'POST' ? onWrite(sent) : onRead(sent)), {
    retries: 0,
    now: () => GATEWAY_NOW * 1000,
  })
}

describe('카드 정보는 어디에도 남지 않는다', () => {
  it.each(calls.flatMap(([name, call]) => faults.map(([what, fault]) => [name, what, call, fault] as const)))(
    '%s: not in the error after %s',
    async (_, __, call, fault) => {
      const { client, sent } = run(fault)
      const error = await call(client).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(PortOneError)
      // It did leave, once, and only in the body.
      expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1)
      expect(sent.map(({ path, query }) => `${path} ${query}`).join()).not.toContain('4330')
      expectNoCard(error)
    },
  )

  it.each(calls)(
    '%s: not in the error when the gateway says it before, or in a look afterwards',
    async (_, call) => {
      let looks = 0
      for (const onRead of [
        () => refusal(500, echo),
        () => (looks++ ? refusal(500, echo) : refusal(404, echo)),
      ]) {
        const { client } = run(() => refusal(500, echo), onRead)
        const error = await call(client).catch((thrown) => thrown)
        expect(error).toBeInstanceOf(PortOneError)
        expectNoCard(error)
      }
    },
  )

  const hostile = {
    fail_reason: echo,
    card_number: '4330-1290-5678-9017',
    echo: { deep: ['4330129056789017', 4330129056789017], '4330129056789017': 1 },
  }

  it('not in a payment whose decline repeats it', async () => {
    const declined = paidAnswer({ status: 'failed', ...hostile })
    const { client } = run(() => answer(declined))
    const payment = await client.payOnetime({ ...card, merchantUid, amount: 55_000 })
    expect(payment).toMatchObject({ status: 'failed', failReason: expect.stringContaining('cvc ***') })
    expectNoCard(payment)
  })

  it('not in a payment that was found after its answer was lost', async () => {
    let look = 0
    const list = [paidAnswer(hostile)]
    const { client } = run(careless as never, () =>
      look++ ? answer({ total: 1, previous: 0, next: 0, list }) : refusal(404, '없음'),
    )
    const payment = await client.payOnetime({ ...card, merchantUid, amount: 55_000 })
    expect(payment).toMatchObject({ status: 'paid' })
    expectNoCard(payment)
  })

  it('not in a key or a schedule that repeats its number', async () => {
    const key = await run(() => answer(sampleAnswer('Customer', hostile))).client.issueCustomer(
      customerUid,
      card,
    )
    expectNoCard(key)
    const schedule = sampleAnswer('ScheduleResult', hostile)
    expectNoCard(await calls[2]?.[1](run(() => answer([schedule])).client))
  })

  it.each([
    { cardNumber: '4330-1290-5678-90170' },
    { cardNumber: 4330129056789017 },
    { cardNumber: { number: card.cardNumber } },
    { expiry: '07/2031' },
    { birth: '1983-04-29 830429' },
    { pwd2digit: '84 ' },
    { cvc: '92 6' },
    { cvc: ['926'] },
    { schedules: [card.cardNumber] },
    { schedules: card },
    { amount: 0.5 },
  ])('not in the refusal of %j', async (change) => {
    const { client } = run(() => answer(null))
    const schedules = [{ merchantUid, amount: 55_000, scheduleAt }]
    const works = [
      client.payOnetime({ ...card, merchantUid, amount: 55_000, ...change } as never),
      client.issueCustomer(customerUid, { ...card, ...change } as never),
      client.schedulePayments({ ...card, customerUid, schedules, ...change } as never),
    ]
    const errors = await Promise.all(works.map((work) => work.catch((thrown) => thrown)))
    expect(errors.some((error) => error.code === 'INVALID_ARGUMENT')).toBe(true)
    errors.forEach(expectNoCard)
  })

  it('an innocent number is left as it is', async () => {
    const declined = paidAnswer({
      status: 'failed',
      fail_reason: '한도 184,000원 초과 (코드 8400)',
      card_quota: 84,
    })
    const { client } = run(() => answer(declined))
    expect(await client.payOnetime({ ...card, merchantUid, amount: 55_000 })).toMatchObject({
      failReason: '한도 184,000원 초과 (코드 8400)',
      cardQuota: 84,
    })
  })

  it('an answer nested a hundred thousand times is no reason to fail otherwise than with a PortOneError', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const payment = JSON.stringify(paidAnswer()).slice(0, -1)
    const { client } = run(() => new Response(`{"code":0,"response":${payment},"deep":${deep}}}`))
    expect(await client.payOnetime({ ...card, merchantUid, amount: 55_000 })).toMatchObject({
      status: 'paid',
    })
  })

  it('not in the client, nor on the console', async () => {
    const written: unknown[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...args) => written.push(args))
    }
    const { client } = run(() => refusal(500, echo))
    for (const [, call] of calls) await call(client).catch(() => {})
    expectNoCard(client)
    expect(written).toEqual([])
  })
})
