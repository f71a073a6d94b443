// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { PortOneError } from '../../../src/server/index.js'
import { sampleAnswer } from './sampleAnswer.js'
import { answer, refusal, type Sent, scriptedClient } from './scriptedGateway.js'

const customerUid = 'member 7/card 1'
const card = { cardNumber: '1234-1234-1234-1234', expiry: '2025-12', birth: '820213', pwd2digit: '00' }
const key = sampleAnswer('Customer', { card_number: '123412******1234', updated: 1_795_392_000 })
const newKey = { ...key, updated: 1_795_392_100 }
const superKey = sampleAnswer('SuperBillingKey')
const none = () => refusal(404, '등록된 빌링키가 없습니다.')
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
  ["another's key", () => answer({ ...key, customer_uid: 'another' })],
]

/** What is read under the name at each look, the first being before the write; the last stays. */
function looks(answers: (() => Response)[], onWrite: () => unknown) {
  let look = 0
  return scriptedClient(
    ({ method }) => (method === 'GET' ? answers[Math.min(look++, answers.length - 1)]?.() : onWrite()),
    { timeout: 20, retries: 2 },
  )
}

describe('카드 등록', () => {
  it('a registered card comes back as a key, masked', async () => {
    const { client } = looks([none], () => answer(key))
    expect(await client.issueCustomer(customerUid, card)).toMatchObject({
      kind: 'card',
      customerUid,
      cardNumber: '123412******1234',
      updated: new Date(1_795_392_000_000),
    })
  })

  it('a card registered with a group of channels tells which took it', async () => {
    const { client } = looks([none], () => answer(superKey))
    const registered = await client.issueCustomer(customerUid, { ...card, channelGroupId: 'group-1' })
    expect(registered).toMatchObject({
      kind: 'super',
      succeededChannels: [{ pgId: 'pg_id-text' }],
      failedChannels: [{ message: 'message-text' }],
    })
  })

  it("a card company's no is its reason, once", async () => {
    const { client, sent } = looks([none], () => refusal(200, '카드 정보를 확인하세요.'))
    expect(await errorOf(client.issueCustomer(customerUid, card))).toMatchObject({
      code: 'REFUSED',
      gateway: { message: '카드 정보를 확인하세요.' },
    })
    expect(writes(sent)).toHaveLength(1)
  })

  it.each(lost)('%s: the key that was not there before is this registration', async (_, fault) => {
    const { client, sent } = looks([none, none, () => answer(newKey)], fault)
    expect(await client.issueCustomer(customerUid, card)).toMatchObject({ kind: 'card', customerUid })
    expect(writes(sent)).toHaveLength(1)
  })

  it.each(lost)('%s: no key to be seen is UNKNOWN_RESULT, sent once', async (_, fault) => {
    const { client, sent } = looks([none], fault)
    const error = await errorOf(client.issueCustomer(customerUid, card))
    expect(error).toMatchObject({ code: 'UNKNOWN_RESULT', operation: 'issueCustomer', retryable: false })
    expect(error.todo).toContain(`getCustomer('${customerUid}')`)
    expect(writes(sent)).toHaveLength(1)
    expect(sent).toHaveLength(5)
  })

  it('the card that was there before is not taken for the new one', async () => {
    const { client } = looks([() => answer(key)], () => refusal(500, '서버 오류'))
    expect(await errorOf(client.issueCustomer(customerUid, card))).toMatchObject({ code: 'UNKNOWN_RESULT' })
  })

  it.each([{ updated: 1_795_392_100 }, { card_number: '555555******4444' }])(
    'a key of before that now has %j is the new one',
    async (change) => {
      const { client } = looks([() => answer(key), () => answer({ ...key, ...change })], () =>
        refusal(500, '서버 오류'),
      )
      expect(await client.issueCustomer(customerUid, card)).toMatchObject({ kind: 'card' })
    },
  )

  it.each([
    [{ cardNumber: '1234' }, 'cardNumber'],
    [{ cardNumber: 1234123412341234 }, 'cardNumber is of type number'],
    [{ cardNumber: '1234-12341234-1234' }, 'cardNumber'],
    [{ cardNumber: '12341234123412345' }, 'cardNumber'],
    [{ cardNumber: undefined }, 'cardNumber is of type undefined'],
    [{ expiry: '12/25' }, 'expiry'],
    [{ expiry: '2025-13' }, 'expiry'],
    [{ expiry: undefined }, 'expiry'],
    [{ birth: '19820213' }, 'birth'],
    [{ pwd2digit: '0' }, 'pwd2digit'],
    [{ pwd2digit: 0 }, 'pwd2digit'],
    [{ cvc: '12' }, 'cvc'],
    [{ channelKey: 'x'.repeat(56) }, 'channelKey'],
    [{ customerName: 'x'.repeat(21) }, 'customerName'],
  ])('%o is refused before anything is sent', async (change, text) => {
    const { client, sent, tokensAsked } = looks([none], () => answer(key))
    const error = await errorOf(client.issueCustomer(customerUid, { ...card, ...change } as never))
    expect(error).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(error.message).toContain(text)
    expect([sent.length, tokensAsked()]).toEqual([0, 0])
  })

  it.each([
    ['1234-1234-1234-1234', '1234-1234-1234-1234'],
    ['1234123412341234', '1234-1234-1234-1234'],
    ['378282246310005', '3782-8224-6310-005'],
    ['3782-822463-10005', '3782-8224-6310-005'],
  ])('card number %s leaves as %s', async (cardNumber, leaves) => {
    const { client, sent } = looks([none], () => answer(key))
    await client.issueCustomer(customerUid, { ...card, cardNumber })
    expect(writes(sent)[0]?.body?.card_number).toBe(leaves)
  })

  it('a key named in more than 80 characters is refused', async () => {
    const { client } = looks([none], () => answer(key))
    expect(await errorOf(client.issueCustomer('x'.repeat(81), card))).toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })
})

describe('카드 삭제', () => {
  it('a deleted key is answered as it was', async () => {
    const { client, sent } = looks([() => answer(key)], () => answer(key))
    expect(await client.deleteCustomer(customerUid, { reason: '탈퇴' })).toMatchObject({ customerUid })
    expect(writes(sent)[0]?.query).toEqual([['reason', '탈퇴']])
  })

  it('a key that is not there is NOT_FOUND', async () => {
    const { client } = looks([none], () => answer(key))
    expect(await errorOf(client.deleteCustomer(customerUid))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each(lost)('%s: a key that is gone is deleted, sent once', async (_, fault) => {
    const { client, sent } = looks([() => answer(key), () => answer(key), none], fault)
    expect(await client.deleteCustomer(customerUid)).toMatchObject({
      customerUid,
      cardNumber: '123412******1234',
    })
    expect(writes(sent)).toHaveLength(1)
  })

  it.each(lost)('%s: a key that is still there is UNKNOWN_RESULT, sent once', async (_, fault) => {
    const { client, sent } = looks([() => answer(key)], fault)
    const error = await errorOf(client.deleteCustomer(customerUid))
    expect(error).toMatchObject({ code: 'UNKNOWN_RESULT', operation: 'deleteCustomer' })
    expect(error.todo).toContain(`getCustomer('${customerUid}')`)
    expect(writes(sent)).toHaveLength(1)
  })

  it("a proxy's 404 does not say that it is gone", async () => {
    const { client } = looks([() => answer(key), () => new Response('<html>', { status: 404 })], () =>
      refusal(500, '서버 오류'),
    )
    expect(await errorOf(client.deleteCustomer(customerUid))).toMatchObject({ code: 'UNKNOWN_RESULT' })
  })
})

describe('여러 카드', () => {
  it('207 gives what was found and names what was not', async () => {
    const { client } = scriptedClient(() => answer([key, superKey], 207))
    expect(await client.getCustomers([customerUid, 'key-2'])).toMatchObject({
      customers: [{ kind: 'card' }, { kind: 'super' }],
      missingCustomerUids: ['key-2'],
    })
  })

  it('404 is an answer: none of them', async () => {
    const { client } = scriptedClient(none)
    expect(await client.getCustomers(['key-2'])).toEqual({ customers: [], missingCustomerUids: ['key-2'] })
  })

  it.each([[[]], [['']], ['key-2']])('%j is refused', async (names) => {
    const { client, sent } = scriptedClient(() => answer([key]))
    expect(await errorOf(client.getCustomers(names as never))).toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(sent).toEqual([])
  })
})

it.each([
  ['customer_uid', 'another'],
  ['pg_id', null],
  ['sandbox', undefined],
  ['card_number', 1234],
  ['card_type', '1'],
  ['updated', '1795392000'],
  ['channelGroupId', 5],
])('key.%s = %j names its field', async (name, value) => {
  const { client } = scriptedClient(() => answer({ ...key, [name]: value }))
  expect(await errorOf(client.getCustomer(customerUid))).toMatchObject({
    code: 'UNEXPECTED_ANSWER',
    field: `response.${name}`,
  })
})
