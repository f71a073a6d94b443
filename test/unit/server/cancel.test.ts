// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { CancelRequest, PortOneClient, PortOneError } from '../../../src/server/index.js'
import { paidAnswer, sampleAnswer } from './sampleAnswer.js'
import { answer, refusal, type Sent, scriptedClient } from './scriptedGateway.js'

const impUid = 'imp_000000000001'
const merchantUid = 'order/1?'
const cancelled = paidAnswer({ status: 'cancelled', cancel_amount: 10_000 })
const account = { holder: '홍길동', bank: '088', account: '110123456789' }
const writes = (sent: Sent[]) => sent.filter(({ method }) => method !== 'GET')
const broken = () => Promise.reject(new TypeError('fetch failed'))

describe('환불', () => {
  it('a part is given back and the payment comes back as it is afterwards', async () => {
    const { client, sent } = scriptedClient(() => answer(cancelled))
    const payment = await client.cancelPayment({
      impUid,
      payMethod: 'card',
      amount: 10_000,
      checksum: 55_000,
    })
    expect(payment).toMatchObject({ status: 'cancelled', amount: 55_000, cancelAmount: 10_000 })
    expect(sent.map(({ body }) => body)).toEqual([{ imp_uid: impUid, amount: 10_000, checksum: 55_000 }])
  })

  it('without an amount everything goes back, and no amount is sent', async () => {
    const { client, sent } = scriptedClient(() => answer(cancelled))
    await client.cancelPayment({ merchantUid, payMethod: 'card' })
    expect(sent.map(({ body }) => body)).toEqual([{ merchant_uid: merchantUid }])
  })

  it.each([0, Number.NaN, -1, Number.POSITIVE_INFINITY, '1000' as never, null as never])(
    'amount %j never becomes a full refund: it is refused before anything is sent',
    async (amount) => {
      const { client, sent } = scriptedClient(() => answer(cancelled))
      await expect(client.cancelPayment({ impUid, payMethod: 'card', amount })).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
      expect(sent).toEqual([])
    },
  )

  it('an amount of 0 is told what the gateway would make of it', async () => {
    const { client } = scriptedClient(() => answer(cancelled))
    await expect(client.cancelPayment({ impUid, payMethod: 'card', amount: 0 })).rejects.toThrow(
      /0 \(number\); the gateway reads 0 as everything/,
    )
  })

  it.each([
    { payMethod: 'card' },
    { impUid, merchantUid, payMethod: 'card' },
    { impUid: '', payMethod: 'card' },
    { impUid, taxFree: Number.NaN, payMethod: 'card' },
    { impUid, checksum: Number.NaN, payMethod: 'card' },
  ] as unknown as CancelRequest[])('%j is refused before anything is sent', async (request) => {
    const { client, sent } = scriptedClient(() => answer(cancelled))
    await expect(client.cancelPayment(request)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(sent).toEqual([])
  })

  it('HTTP 200 with a code is a refusal with its reason, not a refund', async () => {
    const { client } = scriptedClient(() => refusal(200, '이미 전액취소된 주문입니다.'))
    await expect(client.cancelPayment({ impUid, payMethod: 'card' })).rejects.toMatchObject({
      code: 'REFUSED',
      gateway: { code: 1, message: '이미 전액취소된 주문입니다.' },
    })
  })
})

describe('가상계좌 환불 계좌', () => {
  const deposited = paidAnswer({ pay_method: 'vbank', vbank_num: '1234' })

  it('a refund that is said to be of a virtual account needs one: nothing is sent', async () => {
    const { client, sent, tokensAsked } = scriptedClient(() => answer(deposited))
    await expect(client.cancelPayment({ impUid, payMethod: 'vbank' })).rejects.toMatchObject({
      code: 'REFUND_ACCOUNT_REQUIRED',
    })
    expect([sent.length, tokensAsked()]).toEqual([0, 0])
  })

  it.each([
    [{ impUid }, `/payments/${impUid}`],
    [{ merchantUid }, '/payments/findAll/order%2F1%3F'],
  ] as [CancelRequest, string][])(
    '%j of a virtual account is seen by looking it up: no cancel is sent',
    async (request, path) => {
      const { client, sent } = scriptedClient((one) =>
        answer(
          one.path.includes('findAll') ? { total: 1, previous: 0, next: 0, list: [deposited] } : deposited,
        ),
      )
      await expect(client.cancelPayment(request)).rejects.toMatchObject({ code: 'REFUND_ACCOUNT_REQUIRED' })
      expect(sent.map((one) => one.path)).toEqual([path])
    },
  )

  it('a card payment that was looked up is refunded', async () => {
    const { client, sent } = scriptedClient((one) => answer(one.method === 'GET' ? paidAnswer() : cancelled))
    await client.cancelPayment({ impUid, amount: 10_000 })
    expect(writes(sent)).toHaveLength(1)
  })

  it("a payment that does not exist is left to the gateway's own refusal", async () => {
    const { client } = scriptedClient(({ method }) =>
      method === 'GET' ? refusal(404, '없음') : refusal(200, '취소할 결제건이 존재하지 않습니다.'),
    )
    await expect(client.cancelPayment({ impUid })).rejects.toMatchObject({ code: 'REFUSED' })
  })

  it('a gateway that cannot be asked about it gets no refund either', async () => {
    const { client, sent } = scriptedClient(broken, { retries: 0 })
    await expect(client.cancelPayment({ impUid })).rejects.toMatchObject({
      code: 'UNREACHABLE',
      retryable: true,
    })
    expect(writes(sent)).toEqual([])
  })

  it.each(['holder', 'bank', 'account'])('an account without %s is no account', async (missing) => {
    const { client, sent } = scriptedClient(() => answer(deposited))
    const refundAccount = { ...account, [missing]: ' ' }
    await expect(client.cancelPayment({ impUid, refundAccount })).rejects.toMatchObject({
      code: 'REFUND_ACCOUNT_REQUIRED',
    })
    expect(sent).toEqual([])
  })
})

describe('an answer that was lost', () => {
  const lost: [string, () => unknown][] = [
    ['a broken connection', broken],
    ['HTTP 500', () => refusal(500, '서버 오류')],
    ['a proxy that answers 504', () => new Response('', { status: 504 })],
    ['silence', () => new Promise(() => {})],
    ['half a body', () => new Response('{"code":0,"resp')],
    ['a payment without an amount', () => answer(paidAnswer({ amount: null }))],
    ["another's payment", () => answer(paidAnswer({ imp_uid: 'imp_9', merchant_uid: 'x' }))],
  ]
  const calls: [string, (client: PortOneClient) => Promise<unknown>, string][] = [
    [
      'cancelPayment',
      (client) => client.cancelPayment({ impUid, payMethod: 'card', amount: 10_000, checksum: 55_000 }),
      'cancelAmount',
    ],
    [
      'issueVbank',
      (client) =>
        client.issueVbank({
          channelKey: 'channel-key-1',
          merchantUid,
          amount: 55_000,
          vbankCode: '088',
          vbankDue: new Date(1_795_400_000_000),
          buyerName: '홍길동',
        }),
      `findAllPayments('${merchantUid}'`,
    ],
    ['revokeVbank', (client) => client.revokeVbank(impUid), `getPayment('${impUid}')`],
    [
      'issueReceipt',
      (client) => client.issueReceipt(impUid, { identifier: '010' }),
      `getReceipt('${impUid}')`,
    ],
    ['cancelReceipt', (client) => client.cancelReceipt(impUid), `getReceipt('${impUid}')`],
  ]

  it.each(
    calls.flatMap(([name, call, hint]) =>
      lost.map(([what, fault]) => [what, name, call, fault, hint] as const),
    ),
  )(
    '%s: %s was sent once, is UNKNOWN_RESULT and says how to find out',
    async (_, operation, call, fault, hint) => {
      const { client, sent } = scriptedClient(fault, { timeout: 20, retries: 5 })
      const error: PortOneError = await call(client).then(
        () => expect.fail('it was taken for a success'),
        (thrown) => thrown,
      )
      expect(error).toMatchObject({ code: 'UNKNOWN_RESULT', operation, retryable: false })
      expect(error.message).toContain(hint)
      expect(error.todo).toContain(hint)
      expect(sent).toHaveLength(1)
    },
  )

  it('a repeat is called safe only when there was a checksum', async () => {
    const { client } = scriptedClient(broken)
    const todo = (checksum?: number) =>
      client.cancelPayment({ impUid, payMethod: 'card', checksum }).catch((error: PortOneError) => error.todo)
    expect(await todo(55_000)).toContain('safe')
    expect(await todo()).not.toContain('safe')
  })

  it('a delivery of an escrow order is reported once', async () => {
    const party = { name: '홍길동' }
    const request = {
      sender: party,
      receiver: party,
      logis: { company: 'LOGEN', invoice: '1', sentAt: new Date(1_795_400_000_000) },
    }
    for (const method of ['createEscrowLogis', 'updateEscrowLogis'] as const) {
      const { client, sent } = scriptedClient(broken)
      await expect(client[method](impUid, request)).rejects.toMatchObject({ code: 'UNKNOWN_RESULT' })
      expect(sent).toHaveLength(1)
    }
  })

  it.each([
    [400, 'BAD_REQUEST'],
    [429, 'RATE_LIMITED'],
    [501, 'UNSUPPORTED'],
  ])('HTTP %i is definite: nothing was done', async (status, code) => {
    const { client, sent } = scriptedClient(() => refusal(status, '안 됩니다'))
    await expect(client.issueReceipt(impUid, { identifier: '010' })).rejects.toMatchObject({ code })
    expect(sent).toHaveLength(1)
  })
})

describe('가상계좌 발급', () => {
  const request = {
    channelKey: 'channel-key-1',
    merchantUid,
    amount: 55_000,
    vbankCode: '088',
    vbankDue: new Date(1_795_400_000_000),
    buyerName: '홍길동',
  }

  it.each([
    { vbankDue: '2026-11-30' },
    { vbankDue: new Date('') },
    { amount: 0 },
    { buyerName: '' },
    { customData: 1n },
  ])('%o is refused before anything is sent', async (change) => {
    const { client, sent } = scriptedClient(() => answer(sampleAnswer('Payment')))
    await expect(client.issueVbank({ ...request, ...change } as never)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
    expect(sent).toEqual([])
  })
})
