import { describe, expect, test } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import { byShinhan, type Core, call, createCore, openWindow } from './sandboxCore.js'

const paid = (core: Core, params: RequestPayParams = {}) => {
  const { impUid } = openWindow(core, params)
  core.gateway.approve(impUid, byShinhan)
  return impUid
}
const cancel = (core: Core, body: object) => call(core, 'POST', '/payments/cancel', body)
const look = async (core: Core, impUid: string) => (await call(core, 'GET', `/payments/${impUid}`)).response

/** A refused refund: HTTP 200, code 1, and the payment as it was. */
const expectRefused = async (core: Core, impUid: string, body: object, message: string | RegExp) => {
  const before = await look(core, impUid)
  const answer = await cancel(core, { imp_uid: impUid, ...body })
  expect(answer).toMatchObject({ status: 200, code: 1, response: null })
  expect(answer.message).toMatch(message)
  expect(await look(core, impUid)).toEqual(before)
}

describe('환불', () => {
  test.each([[{}], [{ amount: 0 }], [{ amount: 55_000 }], [{ amount: '55000' }], [{ amount: '' }]])(
    'everything goes back with %j',
    async (body) => {
      const core = createCore()
      const { code, response } = await cancel(core, {
        merchant_uid: 'order_no_0001',
        imp_uid: paid(core),
        ...body,
      })
      expect(code).toBe(0)
      expect(response).toMatchObject({ status: 'cancelled', amount: 55_000, cancel_amount: 55_000 })
      expect(response.cancelled_at).toBeGreaterThan(0)
    },
  )

  test('in parts: cancelled after the first one, the rest still held, each part with its own id', async () => {
    const core = createCore()
    const impUid = paid(core)
    const first = await cancel(core, { imp_uid: impUid, amount: 5_000, checksum: 55_000, reason: '흠집' })
    expect(first.response).toMatchObject({ status: 'cancelled', cancel_amount: 5_000, cancel_reason: '흠집' })
    const second = await cancel(core, { merchant_uid: 'order_no_0001' })
    expect(second.response).toMatchObject({ cancel_amount: 55_000 })
    const history = second.response.cancel_history
    expect(history.map(({ amount }) => amount)).toEqual([5_000, 50_000])
    expect(new Set(history.map(({ cancellation_id }) => cancellation_id)).size).toBe(2)
    await expectRefused(core, impUid, {}, /^이미 전액취소된 주문입니다\.$/)
  })

  test('a form body works too', async () => {
    const core = createCore()
    const impUid = paid(core)
    const token = (
      await call(core, 'POST', '/users/getToken', { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' })
    ).response.access_token
    const request = new Request('https://api.iamport.kr/payments/cancel', {
      method: 'POST',
      headers: { Authorization: token },
      body: new URLSearchParams({ imp_uid: impUid, amount: '1000' }),
    })
    expect((await (await core.fetch(request)).json()).response.cancel_amount).toBe(1_000)
  })

  test('a wrong imp_uid is not rescued by a right merchant_uid', async () => {
    const core = createCore()
    const impUid = paid(core)
    const answer = await cancel(core, { imp_uid: 'imp_000000000000', merchant_uid: 'order_no_0001' })
    expect(answer).toEqual({
      status: 200,
      code: 1,
      message: '취소할 결제건이 존재하지 않습니다.',
      response: null,
    })
    expect((await look(core, impUid)).cancel_amount).toBe(0)
  })

  test('by order number it is the approved try that is refunded', async () => {
    const core = createCore()
    const left = openWindow(core)
    const impUid = paid(core)
    const { response } = await cancel(core, { merchant_uid: 'order_no_0001' })
    expect(response.imp_uid).toBe(impUid)
    expect((await look(core, left.impUid)).status).toBe('ready')
  })

  test.each([
    ['more than is left', { amount: 55_001 }, /NOT_CANCELABLE_AMOUNT/],
    ['less than nothing', { amount: -1 }, /INVALID_REFUND_AMOUNT/],
    ['an amount in words', { amount: 'all' }, /INVALID_REFUND_AMOUNT/],
    ['an amount of a strange type', { amount: true }, /INVALID_REFUND_AMOUNT/],
    ['half a won', { amount: 0.5 }, /INVALID_REFUND_AMOUNT/],
    ['a checksum that is not what is left', { amount: 1_000, checksum: 50_000 }, /50000.*55000/],
    ['more tax-free money than was paid', { amount: 5_000, tax_free: 3_001 }, /NOT_CANCELABLE_AMOUNT/],
  ])('%s is refused', async (_, body, message) => {
    const core = createCore()
    await expectRefused(core, paid(core, { tax_free: 3_000 }), body, message)
  })

  test('the tax-free part is given back once', async () => {
    const core = createCore()
    const impUid = paid(core, { tax_free: 3_000 })
    expect((await cancel(core, { imp_uid: impUid, amount: 5_000, tax_free: 2_000 })).code).toBe(0)
    await expectRefused(core, impUid, { amount: 5_000, tax_free: 2_000 }, /NOT_CANCELABLE_AMOUNT/)
    expect((await cancel(core, { imp_uid: impUid, amount: 5_000, tax_free: 1_000 })).code).toBe(0)
  })

  test('what was never paid cannot be refunded', async () => {
    const core = createCore()
    await expectRefused(core, openWindow(core).impUid, {}, /^\[NOT_CANCELABLE_PAYMENT\]/)
    await expectRefused(core, openWindow(core, { pg: 'uplus' }).impUid, {}, /^취소할 수 없는 거래상태입니다/)
  })

  test('a virtual account needs an account to refund to', async () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pay_method: 'vbank' })
    core.gateway.approve(impUid, { method: 'vbank', bankCode: '004' })
    core.gateway.deposit(impUid)
    await expectRefused(core, impUid, { refund_holder: '홍길동', refund_bank: '004' }, /refund_account/)
    const account = { refund_holder: '홍길동', refund_bank: '004', refund_account: '1234' }
    expect((await cancel(core, { imp_uid: impUid, ...account })).response.status).toBe('cancelled')
  })

  test('휴대폰 결제는 같은 달에만 취소된다', async () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg: 'uplus', pay_method: 'phone' })
    core.gateway.approve(impUid, { method: 'phone', carrier: 'SKT' })
    core.clock.advance(32 * 86_400_000)
    await expectRefused(core, impUid, {}, /거래가 일어난 해당달에만 취소가능/)
    core.clock.advance(-32 * 86_400_000)
    expect((await cancel(core, { imp_uid: impUid })).code).toBe(0)
  })

  test('escrow and gift certificates go back whole or not at all', async () => {
    const core = createCore()
    await expectRefused(core, paid(core, { escrow: true }), { amount: 1_000 }, /부분 환불이 불가/)
    const { impUid } = openWindow(core, { merchant_uid: 'gift', pay_method: 'cultureland' })
    core.gateway.approve(impUid, { method: 'other' })
    await expectRefused(core, impUid, { amount: 1_000 }, /NOT_ALLOWED_PARTIAL_REFUND/)
    expect((await cancel(core, { imp_uid: impUid })).code).toBe(0)
  })
})
