import { describe, expect, test } from 'vitest'
import { expectShape } from '../expectShape.js'
import { call, send, tokenOf } from '../sandboxCore.js'
import { createBillingCore } from './billingCore.js'

/** The bodies of the 2022 document's curl lines, letter for letter. */
const ONETIME =
  '{"merchant_uid":"order_id_8237352", "card_number":"1234-1234-1234-1234", "expiry":"2019-01", "birth":"123456", "amount":3000}'
const REGISTER =
  '{"card_number":"1234-1234-1234-1234", "expiry":"2025-12", "birth":"820213", "pwd_2digit":"00"}'
const REGISTER_AND_PAY =
  '{"customer_uid":"your-customer-unique-id", "merchant_uid":"order_id_8237352", "card_number":"1234-1234-1234-1234", "expiry":"2019-01", "birth":"123456", "amount":3000}'
const AGAIN = '{"customer_uid":"your-customer-unique-id", "merchant_uid":"order_id_8237352", "amount":3000}'
const CUSTOMER = '/subscribe/customers/your-customer-unique-id'

const paid = {
  imp_uid: expect.stringMatching(/^imps_\d{12}$/),
  merchant_uid: 'order_id_8237352',
  status: 'paid',
  amount: 3000,
  cancel_amount: 0,
  currency: 'KRW',
  channel: 'api',
  pay_method: 'card',
  pg_provider: 'tosspayments',
  card_number: '123412******1234',
  fail_reason: null,
}

/** Sends a curl line's body as it stands, with the token the document forgets. */
async function curl(core: ReturnType<typeof createBillingCore>, path: string, body: string) {
  const headers = { Authorization: await tokenOf(core), 'Content-Type': 'application/json' }
  return send(core, 'POST', path, headers, JSON.parse(body))
}

describe('2022년 문서의 curl', () => {
  test('일회성 결제: paid, and the card is not registered', async () => {
    const core = createBillingCore()
    const { status, code, message, response } = await curl(core, '/subscribe/payments/onetime', ONETIME)
    expect({ status, code, message }).toEqual({ status: 200, code: 0, message: null })
    expectShape(response, 'Payment')
    expect(response).toMatchObject({ ...paid, customer_uid: null, customer_uid_usage: null })
    expect(response.paid_at).toBeGreaterThan(0)
    expect((await call(core, 'GET', CUSTOMER)).status).toBe(404)
    expect(core.news).toEqual([`${response.imp_uid}: paid`])
  })

  test('빌링키 발급: the key is there, nothing was charged', async () => {
    const core = createBillingCore()
    const { code, response } = await curl(core, CUSTOMER, REGISTER)
    expect(code).toBe(0)
    expectShape(response, 'Customer')
    expect(response).toMatchObject({
      customer_uid: 'your-customer-unique-id',
      pg_provider: 'tosspayments',
      card_number: '123412******1234',
    })
    expect((await call(core, 'GET', CUSTOMER)).response).toEqual(response)
    expect(core.state().payments).toEqual([])
    expect(core.news).toEqual([])
  })

  test('빌링키 발급 및 최초 결제: paid and registered', async () => {
    const core = createBillingCore()
    const { code, response } = await curl(core, '/subscribe/payments/onetime', REGISTER_AND_PAY)
    expect(code).toBe(0)
    expect(response).toMatchObject({ ...paid, customer_uid: 'your-customer-unique-id' })
    expect((await call(core, 'GET', CUSTOMER)).status).toBe(200)
  })

  test('빌링키로 결제, after the card was registered by API', async () => {
    const core = createBillingCore()
    await curl(core, CUSTOMER, REGISTER)
    const { code, response } = await curl(core, '/subscribe/payments/again', AGAIN)
    expect(code).toBe(0)
    expectShape(response, 'Payment')
    expect(response).toMatchObject({
      ...paid,
      customer_uid: 'your-customer-unique-id',
      customer_uid_usage: 'payment',
    })
    expect(core.news).toEqual([`${response.imp_uid}: paid`])
  })

  test('빌링키로 결제, after the first payment: the same order number is refused, a new one is paid', async () => {
    const core = createBillingCore()
    await curl(core, '/subscribe/payments/onetime', REGISTER_AND_PAY)
    expect(await curl(core, '/subscribe/payments/again', AGAIN)).toMatchObject({
      status: 200,
      code: 1,
      response: null,
    })
    const next = await curl(core, '/subscribe/payments/again', AGAIN.replace('8237352', '8237353'))
    expect(next.response).toMatchObject({ ...paid, merchant_uid: 'order_id_8237353' })
  })

  test('before any registration there is nobody to charge', async () => {
    const core = createBillingCore()
    expect(await curl(core, '/subscribe/payments/again', AGAIN)).toEqual({
      status: 200,
      code: 1,
      message: '등록되지 않은 구매자입니다.',
      response: null,
    })
    expect(core.state().payments).toEqual([])
  })
})
