// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PortOneError, type PortOneErrorCode, portOneErrorCodes } from '../../../src/server/index.js'
import { paidAnswer, sampleAnswer } from './sampleAnswer.js'
import { answer, refusal, scriptedClient, tokenAnswer } from './scriptedGateway.js'

const impUid = 'imp_000000000001'
const merchantUid = 'order/1?'
const broken = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNRESET') }))
const page = (status: number) => new Response('<html>Bad Gateway</html>', { status })

afterEach(() => {
  vi.useRealTimers()
})

describe('읽기', () => {
  it.each([
    ['HTTP 500', () => refusal(500, '서버 오류')],
    ['a proxy that answers 502 with a page', () => page(502)],
    ['HTTP 429', () => page(429)],
    ['a broken connection', broken],
  ])('%s, then fine: the payment', async (_, fault) => {
    const { client, sent } = scriptedClient((_, before) => (before < 2 ? fault() : answer(paidAnswer())))
    expect((await client.getPayment(impUid)).status).toBe('paid')
    expect(sent).toHaveLength(3)
  })

  it.each([
    ['GATEWAY_ERROR', () => refusal(500, '서버 오류')],
    ['RATE_LIMITED', () => page(429)],
    ['UNREACHABLE', broken],
  ] as [PortOneErrorCode, () => unknown][])(
    '%s is given up after the retries allowed',
    async (code, fault) => {
      const { client, sent } = scriptedClient(fault, { retries: 3 })
      await expect(client.getPayment(impUid)).rejects.toMatchObject({ code, retryable: true })
      expect(sent).toHaveLength(4)
    },
  )

  it('waits longer each time', async () => {
    vi.useFakeTimers()
    const at: number[] = []
    const { client } = scriptedClient(() => at.push(Date.now()) && page(503), {
      retries: 3,
      retryDelay: 1000,
    })
    const failed = expect(client.getPayment(impUid)).rejects.toMatchObject({ code: 'GATEWAY_ERROR' })
    await vi.runAllTimersAsync()
    await failed
    const waits = at.slice(1).map((time, index) => time - (at[index] as number))
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** index)
      expect(wait).toBeLessThanOrEqual(1000 * 2 ** index)
    }
    expect(waits).toHaveLength(3)
  })

  it('a gateway that never answers is TIMEOUT, and its request is given up', async () => {
    vi.useFakeTimers()
    const { client, sent } = scriptedClient(() => new Promise(() => {}), { timeout: 3000, retries: 1 })
    const failed = expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'TIMEOUT',
      retryable: true,
    })
    await vi.runAllTimersAsync()
    await failed
    expect(sent.map(({ signal }) => signal.aborted)).toEqual([true, true])
  })

  it('a body that never ends is TIMEOUT too', async () => {
    const endless = () =>
      new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) }))
    const { client } = scriptedClient(endless, { timeout: 20, retries: 0 })
    await expect(client.getPayment(impUid)).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  it('an amount registered twice is the amount registered once, so a lost answer is asked for again', async () => {
    const prepared = { merchant_uid: merchantUid, amount: 55_000, currency: null }
    for (const method of ['preparePayment', 'updatePreparedPayment'] as const) {
      const { client, sent } = scriptedClient((_, before) => (before === 0 ? broken() : answer(prepared)))
      expect(await client[method]({ merchantUid, amount: 55_000 })).toMatchObject({ amount: 55_000 })
      expect(sent.map(({ body }) => body)).toEqual([
        { merchant_uid: merchantUid, amount: 55_000 },
        { merchant_uid: merchantUid, amount: 55_000 },
      ])
    }
  })

  it('an amount registered otherwise than sent is no success', async () => {
    const { client } = scriptedClient(() =>
      answer({ merchant_uid: merchantUid, amount: 100, currency: null }),
    )
    await expect(client.preparePayment({ merchantUid, amount: 55_000 })).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      field: 'response.amount',
    })
  })
})

describe('refusals', () => {
  it.each([
    [200, 'REFUSED'],
    [400, 'BAD_REQUEST'],
    [403, 'BAD_REQUEST'],
    [404, 'NOT_FOUND'],
    [405, 'UNSUPPORTED'],
    [409, 'CONFLICT'],
    [501, 'UNSUPPORTED'],
  ] as [number, PortOneErrorCode][])(
    "HTTP %i is %s, once, with the gateway's own words",
    async (status, code) => {
      const { client, sent } = scriptedClient(() => refusal(status, '존재하지 않는 결제정보입니다.'))
      const error = await client.getPaymentBalance(impUid).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(PortOneError)
      expect(error).toMatchObject({
        code,
        status,
        operation: 'getPaymentBalance',
        retryable: false,
        gateway: { code: status === 200 ? 1 : -1, message: '존재하지 않는 결제정보입니다.' },
        todo: portOneErrorCodes[code].todo,
      })
      expect(error.message).toContain('존재하지 않는 결제정보입니다.')
      expect(error.message).toContain(portOneErrorCodes[code].todo)
      expect(sent).toHaveLength(1)
    },
  )

  it('a 404 of some proxy does not say that there is no payment', async () => {
    const { client } = scriptedClient(() => page(404))
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      field: 'body',
    })
  })

  it('a redirect is not followed', async () => {
    const { client } = scriptedClient(
      () =>
        new Response('{"code":0,"response":[]}', {
          status: 307,
          headers: { location: 'https://elsewhere.example' },
        }),
    )
    await expect(client.listBanks()).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER', field: 'status' })
  })
})

describe('wrong shapes name their field', () => {
  it.each([
    ['{"code":0,"respon', 'body'],
    ['', 'body'],
    ['[]', 'body'],
    ['null', 'body'],
    ['{"response":{}}', 'code'],
    ['{"code":"0","response":{}}', 'code'],
    ['{"code":0}', 'response'],
    ['{"code":0,"response":null}', 'response'],
    ['{"code":0,"response":[]}', 'response'],
  ])('body %j', async (body, field) => {
    const { client, sent } = scriptedClient(() => new Response(body))
    const error = await client.getPayment(impUid).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'UNEXPECTED_ANSWER', field, retryable: false })
    expect(error.message).toContain(field)
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['imp_uid', undefined],
    ['imp_uid', 'imp_000000000002'],
    ['merchant_uid', null],
    ['status', 'done'],
    ['amount', '55000'],
    ['amount', null],
    ['cancel_amount', undefined],
    ['currency', undefined],
    ['sandbox', undefined],
    ['paid_at', '1795392000'],
    ['paid_at', 1.5],
    ['paid_at', -1],
    ['paid_at', 8_640_000_000_001],
    ['card_quota', '3'],
    ['card_name', 5],
    ['escrow', 'true'],
    ['cancel_history', {}],
    ['promotion', 'x'],
  ])('payment.%s = %j', async (name, value) => {
    const { client } = scriptedClient(() => answer(paidAnswer({ [name]: value })))
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      field: `response.${name}`,
    })
  })

  it('an item deep in a list is named with its place', async () => {
    const history = [sampleAnswer('PaymentCancel'), sampleAnswer('PaymentCancel', { amount: 'all' })]
    const list = [paidAnswer(), paidAnswer({ cancel_history: history })]
    const { client } = scriptedClient(() => answer({ total: 2, previous: 0, next: 0, list }))
    await expect(client.findAllPayments(merchantUid)).rejects.toMatchObject({
      field: 'response.list[1].cancel_history[1].amount',
    })
  })

  it('an order number is not answered with another order', async () => {
    const { client } = scriptedClient(() => answer(paidAnswer({ merchant_uid: 'order/2?' })))
    await expect(client.findPayment(merchantUid)).rejects.toMatchObject({ field: 'response.merchant_uid' })
  })
})

describe('several at once', () => {
  it('207 gives what was found and names what was not', async () => {
    const { client } = scriptedClient(() => answer([paidAnswer()], 207))
    expect(
      await client.getPayments({ impUids: [impUid, 'imp_2'], merchantUids: [merchantUid, 'order-9'] }),
    ).toMatchObject({
      payments: [{ impUid }],
      missingImpUids: ['imp_2'],
      missingMerchantUids: ['order-9'],
    })
  })

  it('404 is an answer: none of them', async () => {
    const { client } = scriptedClient(() => refusal(404, '존재하지 않는 결제정보입니다.'))
    expect(await client.getPayments({ impUids: ['imp_2'] })).toEqual({
      payments: [],
      missingImpUids: ['imp_2'],
      missingMerchantUids: [],
    })
  })

  it('100 go, 101 and none do not', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `imp_${index}`)
    const { client, sent } = scriptedClient(() => answer([]))
    await client.getPayments({ impUids: ids.slice(0, 99), merchantUids: ['order-1'] })
    expect(sent[0]?.query).toHaveLength(100)
    for (const given of [{ impUids: ids }, {}, { impUids: [] }, { impUids: [''] }]) {
      await expect(client.getPayments(given)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    }
    expect(sent).toHaveLength(1)
  })
})

it('the token is asked for again after a fault, and a refund waits for it', async () => {
  const { client, sent } = scriptedClient(() => answer(paidAnswer()), {
    getToken: (before) => (before === 0 ? refusal(500, '서버 오류') : tokenAnswer('token-1')),
  })
  await client.cancelPayment({ impUid, payMethod: 'card' })
  expect(sent).toHaveLength(1)
})
