// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Payment, PortOneClient, PortOneError } from '../../../src/server/index.js'
import { paidAnswer } from './sampleAnswer.js'
import { answer, refusal, type Sent, scriptedClient } from './scriptedGateway.js'

const merchantUid = 'order/1?'
const customerUid = 'member 7/card 1'
const amount = 55_000
const cardData = { cardNumber: '1234-1234-1234-1234', expiry: '2019-01', birth: '123456' }
const writes = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST')
const none = () => refusal(404, '존재하지 않는 결제정보입니다.')
const found = (...list: unknown[]) => answer({ total: list.length, previous: 0, next: 0, list })
const paid = paidAnswer({ imp_uid: 'imps_000000000002', customer_uid: customerUid })
const declined = paidAnswer({
  imp_uid: 'imps_000000000002',
  customer_uid: customerUid,
  status: 'failed',
  paid_at: 0,
  fail_reason: '한도초과',
})
const older = { ...declined, imp_uid: 'imps_000000000001' }

const charges: [string, (client: PortOneClient) => Promise<Payment>][] = [
  ['payAgain', (client) => client.payAgain({ customerUid, merchantUid, amount })],
  ['payOnetime', (client) => client.payOnetime({ ...cardData, merchantUid, amount })],
  ['payOnetime with a key', (client) => client.payOnetime({ ...cardData, customerUid, merchantUid, amount })],
  ['retrySchedule', (client) => client.retrySchedule(merchantUid)],
]
const lost: [string, () => unknown][] = [
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['HTTP 500', () => refusal(500, '서버 오류')],
  ['a proxy that answers 504', () => new Response('', { status: 504 })],
  ["a proxy's own 404", () => new Response('<html>', { status: 404 })],
  ['silence', () => new Promise(() => {})],
  ['half a body', () => new Response('{"code":0,"resp')],
  ['no payment', () => answer(null)],
  ['a payment without a status', () => answer({ ...paid, status: 'done' })],
  ["another's payment", () => answer({ ...paid, merchant_uid: 'order-2' })],
]
const each = charges.flatMap(([name, charge]) =>
  lost.map(([what, fault]) => [what, name, charge, fault] as const),
)

/** What the order's payments are at each look, the first being before the charge; the last stays. */
function looks(answers: (() => Response)[], onCharge: () => unknown) {
  let look = 0
  const script = (one: Sent) => {
    if (one.method === 'POST') return onCharge()
    const next = answers[Math.min(look++, answers.length - 1)] as () => Response
    return next()
  }
  return scriptedClient(script, { timeout: 20, retries: 2 })
}

const errorOf = (work: Promise<unknown>): Promise<PortOneError> =>
  work.then(
    () => expect.fail('it was taken for a success'),
    (thrown) => thrown,
  )

describe.each(charges)('%s', (_, charge) => {
  it('a charge that was approved is paid', async () => {
    const { client, sent } = looks([none], () => answer(paid))
    expect(await charge(client)).toMatchObject({ status: 'paid', amount, merchantUid })
    expect(writes(sent)).toHaveLength(1)
  })

  it('HTTP 200 with a declined card is failed, with its reason, and is not thrown away', async () => {
    const { client } = looks([none], () => answer(declined))
    expect(await charge(client)).toMatchObject({
      status: 'failed',
      failReason: '한도초과',
      impUid: declined.imp_uid,
    })
  })

  it('HTTP 200 with a code is a refusal, once', async () => {
    const { client, sent } = looks([none], () => refusal(200, '비인증결제모듈 사용정보를 찾을 수 없습니다.'))
    expect(await errorOf(charge(client))).toMatchObject({ code: 'REFUSED', retryable: false })
    expect(sent).toHaveLength(2)
  })

  it('an order that is paid is not charged again', async () => {
    for (const held of [paid, { ...paid, status: 'cancelled', cancel_amount: 10_000 }]) {
      const { client, sent } = looks([() => found(older, held)], () => answer(paid))
      const error = await errorOf(charge(client))
      expect(error).toMatchObject({ code: 'CONFLICT', retryable: false })
      expect(error.message).toContain(paid.imp_uid)
      expect(writes(sent)).toEqual([])
    }
  })

  it('an order that was declined or refunded in full may be charged', async () => {
    for (const past of [older, { ...older, status: 'cancelled', paid_at: 1, cancel_amount: amount }]) {
      const { client } = looks([() => found(past)], () => answer(paid))
      expect(await charge(client)).toMatchObject({ status: 'paid', impUid: paid.imp_uid })
    }
  })

  it('a gateway that cannot be asked first gets no charge', async () => {
    const { client, sent } = looks([() => refusal(500, '서버 오류')], () => answer(paid))
    expect(await errorOf(charge(client))).toMatchObject({ code: 'GATEWAY_ERROR', retryable: true })
    expect(writes(sent)).toEqual([])
  })
})

describe('결제의 답을 잃었을 때', () => {
  it.each(each)('%s: %s went through and is found, sent once', async (_, __, charge, fault) => {
    const { client, sent } = looks([none, () => found(paid)], fault)
    expect(await charge(client)).toMatchObject({ status: 'paid', impUid: paid.imp_uid })
    expect(writes(sent)).toHaveLength(1)
  })

  it.each(each)('%s: %s is not to be seen: UNKNOWN_RESULT, sent once', async (_, name, charge, fault) => {
    const { client, sent } = looks([none], fault)
    const error = await errorOf(charge(client))
    expect(error).toMatchObject({
      code: 'UNKNOWN_RESULT',
      operation: name.split(' ')[0],
      retryable: false,
    })
    expect(error.todo).toContain(`findAllPayments('${merchantUid}')`)
    expect(error.todo).toContain('Do not charge again yet')
    expect(writes(sent)).toHaveLength(1)
    // One look before, three after.
    expect(sent).toHaveLength(5)
  })

  const [, payAgain] = charges[0] as (typeof charges)[number]
  const broken = () => Promise.reject(new TypeError('fetch failed'))

  it('a charge that shows late is waited for', async () => {
    const { client, sent } = looks([none, none, none, () => found(paid)], broken)
    expect(await payAgain(client)).toMatchObject({ status: 'paid' })
    expect(writes(sent)).toHaveLength(1)
  })

  it('a decline that was not there before is this one', async () => {
    const { client } = looks([() => found(older), () => found(declined, older)], broken)
    expect(await payAgain(client)).toMatchObject({ status: 'failed', impUid: declined.imp_uid })
  })

  it("an earlier try's decline does not stand in for this one, or it would be charged twice", async () => {
    const { client, sent } = looks([() => found(older)], broken)
    const error = await errorOf(payAgain(client))
    expect(error).toMatchObject({ code: 'UNKNOWN_RESULT' })
    expect(error.todo).toContain(older.imp_uid)
    expect(writes(sent)).toHaveLength(1)
  })

  it('a decline next to a payment on its way decides nothing', async () => {
    const onItsWay = { ...declined, imp_uid: 'imps_000000000003', status: 'ready' }
    const { client } = looks([none, () => found(declined, onItsWay)], broken)
    expect(await errorOf(payAgain(client))).toMatchObject({ code: 'UNKNOWN_RESULT' })
  })

  it.each([
    { amount: 100 },
    { customer_uid: 'another-key' },
    { merchant_uid: 'order-2' },
    { status: 'ready' },
  ])('a payment of %j is not taken for this one', async (change) => {
    const { client } = looks([none, () => found({ ...paid, promotion: null, ...change })], broken)
    expect(await errorOf(payAgain(client))).toMatchObject({ code: 'UNKNOWN_RESULT' })
  })

  it('a gateway that cannot be asked afterwards leaves it unknown', async () => {
    const { client, sent } = looks([none, () => refusal(500, '서버 오류')], broken)
    expect(await errorOf(payAgain(client))).toMatchObject({ code: 'UNKNOWN_RESULT', operation: 'payAgain' })
    expect(writes(sent)).toHaveLength(1)
  })
})

describe('what cannot be charged is refused before anything is sent', () => {
  const again = { customerUid, merchantUid, amount }
  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: -1 }, 'amount'],
    [{ amount: 9900.5 }, 'amount'],
    [{ amount: '9900' }, 'amount'],
    [{ amount: Number.NaN }, 'amount'],
    [{ amount: 2 ** 53 }, 'amount'],
    [{ taxFree: amount + 1 }, 'taxFree'],
    [{ taxFree: 0.5 }, 'taxFree'],
    [{ vatAmount: -1 }, 'vatAmount'],
    [{ merchantUid: '' }, 'merchantUid'],
    [{ merchantUid: 'x'.repeat(41) }, 'merchantUid'],
    [{ merchantUid: '..' }, 'merchantUid'],
    [{ customerUid: 'x'.repeat(81) }, 'customerUid'],
    [{ customerUid: undefined }, 'customerUid'],
    [{ name: 'x'.repeat(41) }, 'name'],
    [{ buyerName: 'x'.repeat(17) }, 'buyerName'],
    [{ buyerTel: 1012345678 }, 'buyerTel'],
    [{ cardQuota: 1.5 }, 'cardQuota'],
    [{ cardQuota: 2, amount: 49_999 }, 'cardQuota'],
    [{ customData: 1n }, 'customData'],
    [{ channelKey: 'x'.repeat(56) }, 'channelKey'],
  ])('%o', async (change, field) => {
    const { client, sent, tokensAsked } = looks([none], () => answer(paid))
    const error = await errorOf(client.payAgain({ ...again, ...change } as never))
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(error.message).toContain(field)
    expect([sent.length, tokensAsked()]).toEqual([0, 0])
  })

  it("a buyer's name that is too long is not quoted", async () => {
    const { client } = looks([none], () => answer(paid))
    const buyerName = '홍길동김수한무거북이와두루미삼천갑자'
    const error = await errorOf(client.payAgain({ ...again, buyerName }))
    expect(error.message).not.toContain('홍길동')
    expect(error.message).toContain('buyerName has 18 characters; at most 16')
  })
})

it('a charge without a name is called 정기결제, which today’s definition wants and PortOne’s page of 2022 leaves out', async () => {
  const { client, sent } = looks([none], () => answer(paid))
  await client.payAgain({ customerUid, merchantUid, amount })
  await client.payOnetime({ ...cardData, merchantUid, amount })
  expect(writes(sent).map(({ body }) => body)).toEqual([
    { customer_uid: customerUid, merchant_uid: merchantUid, amount, name: '정기결제' },
    {
      merchant_uid: merchantUid,
      amount,
      card_number: '1234-1234-1234-1234',
      expiry: '2019-01',
      birth: '123456',
    },
  ])
})
