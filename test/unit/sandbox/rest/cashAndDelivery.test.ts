import { describe, expect, test } from 'vitest'
import type { RestReceipt } from '../../../../src/sandbox/gateway/restPayment.types.js'
import { ask, createBillingCore, DAY, freezeTime, nowOf } from '../billing/billingCore.js'
import { expectShape } from '../expectShape.js'
import { byShinhan, type Core, call, openWindow } from '../sandboxCore.js'

freezeTime()

const issue = (core: Core, body: object) =>
  call(core, 'POST', '/vbanks', {
    channel_key: 'channel-key-tosspayments',
    merchant_uid: 'order-1',
    amount: 30_000,
    vbank_code: '004',
    vbank_due: nowOf(core) + DAY,
    buyer_name: '홍길동',
    ...body,
  })

describe('가상계좌 API', () => {
  test('an account is issued without a window, told to the shop, and paid into', async () => {
    const core = createBillingCore()
    const { response } = await issue(core, { custom_data: '{"a":1}', vbank_holder: '무시됨' })
    expectShape(response, 'Payment')
    expect(response).toMatchObject({
      imp_uid: expect.stringMatching(/^imps_\d{12}$/),
      status: 'ready',
      channel: 'api',
      pay_method: 'vbank',
      vbank_code: '004',
      vbank_name: 'KB국민은행',
      vbank_holder: null,
      vbank_date: nowOf(core) + DAY,
      buyer_name: '홍길동',
      custom_data: '{"a":1}',
    })
    expect(core.gateway.deposit(response.imp_uid).accepted).toBe(true)
    expect(core.news).toEqual([`${response.imp_uid}: ready`, `${response.imp_uid}: paid`])
  })

  test('a bank, a deadline, a channel or an order the gateway would not take is refused', async () => {
    const core = createBillingCore()
    const refusal = async (body: object) => {
      const { code, message, response } = await issue(core, body)
      expect([code, response]).toEqual([1, null])
      return message
    }
    expect(await refusal({ vbank_code: '092' })).toMatch(/INVALID_BANK/)
    expect(await refusal({ vbank_due: nowOf(core) })).toMatch(/INVALID_DATE/)
    expect(await refusal({ channel_key: 'channel-key-uplus' })).toMatch(/PG 설정/)
    const first = (await issue(core, {})).response.imp_uid
    // Several unpaid accounts may share an order number.
    const second = (await issue(core, {})).response.imp_uid
    expect(second).not.toBe(first)
    core.gateway.deposit(first)
    expect(await refusal({})).toMatch(/이미 결제/)
    expect((await issue(core, { amount: 0.5 })).status).toBe(400)
  })

  test('a decline leaves no payment behind', async () => {
    const core = createBillingCore()
    core.faults.set('system-error')
    expect(await issue(core, {})).toMatchObject({ status: 200, code: 1, response: null })
    expect((await call(core, 'GET', '/payments/find/order-1')).status).toBe(404)
  })

  test.each(['tosspayments', 'uplus'])(
    'an unpaid account of %s is revoked: nothing given back, no deposit after',
    async (pg) => {
      const core = createBillingCore()
      const { impUid } = openWindow(core, { pg, pay_method: 'vbank' })
      const revoke = () => call(core, 'DELETE', `/vbanks/${impUid}`)
      // The window is open, and no account issued yet.
      expect((await revoke()).status).toBe(400)
      core.gateway.approve(impUid, { method: 'vbank', bankCode: '004' })
      const { response } = await revoke()
      expectShape(response, 'Payment')
      expect(response).toMatchObject({ status: 'cancelled', cancel_amount: 0, cancel_history: [] })
      expect(core.gateway.deposit(impUid).accepted).toBe(false)
      expect((await revoke()).status).toBe(400)
      expect((await call(core, 'DELETE', '/vbanks/imp_000000000000')).status).toBe(404)
    },
  )

  test('an account that was paid into is not revoked', async () => {
    const core = createBillingCore()
    const { imp_uid } = (await issue(core, {})).response
    core.gateway.deposit(imp_uid)
    expect((await call(core, 'DELETE', `/vbanks/${imp_uid}`)).status).toBe(400)
    expect((await call(core, 'GET', `/payments/${imp_uid}`)).response.status).toBe('paid')
  })
})

describe('현금영수증', () => {
  const transfer = (core: Core, pg = 'tosspayments') => {
    const { impUid } = openWindow(core, { pg, pay_method: 'trans', tax_free: 11_000 })
    core.gateway.approve(impUid, { method: 'trans', bankCode: '004' })
    return impUid
  }
  const receipt = (core: Core, method: string, impUid: string, body?: object) =>
    ask<RestReceipt>(core, method, `/receipts/${impUid}`, body)
  const identifier = '010-9876-5432'

  test('issued, read, cancelled and issued again; whom it is for is not kept', async () => {
    const core = createBillingCore()
    const impUid = transfer(core)
    expect((await receipt(core, 'GET', impUid)).status).toBe(404)
    const { response } = await receipt(core, 'POST', impUid, { identifier, type: 'company' })
    expectShape(response, 'Receipt')
    expect(response).toMatchObject({ type: 'company', amount: 55_000, vat: 4_000, cancelled_at: 0 })
    expect((await receipt(core, 'GET', impUid)).response).toEqual(response)
    expect((await call(core, 'GET', `/payments/${impUid}`)).response.cash_receipt_issued).toBe(true)
    expect((await receipt(core, 'POST', impUid, { identifier })).status).toBe(400)
    const cancelled = await receipt(core, 'DELETE', impUid)
    expect(cancelled.response.cancelled_at).toBe(nowOf(core))
    expect((await receipt(core, 'DELETE', impUid)).status).toBe(400)
    expect((await call(core, 'GET', `/payments/${impUid}`)).response.cash_receipt_issued).toBe(false)
    const second = await receipt(core, 'POST', impUid, { identifier })
    expect(second.response).toMatchObject({ type: 'person', cancelled_at: 0 })
    expect(second.response.apply_num).not.toBe(response.apply_num)
    expect(core.stored()).not.toContain(identifier)
  })

  test('only for money that came in cash, and only through the new module', async () => {
    const core = createBillingCore()
    const card = openWindow(core, { merchant_uid: 'card' }).impUid
    core.gateway.approve(card, byShinhan)
    const unpaid = openWindow(core, { merchant_uid: 'unpaid', pay_method: 'trans' }).impUid
    for (const impUid of [card, unpaid, 'imp_000000000000']) {
      expect(await receipt(core, 'POST', impUid, { identifier })).toMatchObject({
        status: 400,
        response: null,
      })
      expect((await receipt(core, 'DELETE', impUid)).status).toBe(400)
    }
    const legacy = transfer(core, 'uplus')
    expect((await receipt(core, 'POST', legacy, { identifier })).status).toBe(501)
    expect((await receipt(core, 'DELETE', legacy)).status).toBe(501)
  })
})

describe('에스크로 배송', () => {
  const logis = { company: 'CJGLS', invoice: '1234', sent_at: 1_795_392_000 }
  const body = { sender: { name: '상점' }, receiver: { name: '홍길동' }, logis }

  test('registered once, changed afterwards; an unknown courier is ETC', async () => {
    const core = createBillingCore()
    const { impUid } = openWindow(core, { escrow: true })
    const at = `/escrows/logis/${impUid}`
    // Nothing was paid yet.
    expect((await call(core, 'POST', at, body)).status).toBe(400)
    core.gateway.approve(impUid, byShinhan)
    expect((await call(core, 'GET', at)).status).toBe(409)
    expect((await call(core, 'PUT', at, body)).status).toBe(409)
    const { response } = await call(core, 'POST', at, body)
    expectShape(response, 'EscrowLogis')
    expect((await call(core, 'POST', at, body)).status).toBe(409)
    const changed = await call(core, 'PUT', at, { ...body, logis: { ...logis, company: 'PIGEON' } })
    expect(changed.response).toMatchObject({ company: 'ETC', invoice: '1234', applied_at: nowOf(core) })
    expect((await call(core, 'GET', at)).response).toEqual(changed.response)
  })

  test('only for escrow orders; every part of the delivery is needed', async () => {
    const core = createBillingCore()
    const { impUid } = openWindow(core)
    core.gateway.approve(impUid, byShinhan)
    expect((await call(core, 'POST', `/escrows/logis/${impUid}`, body)).status).toBe(400)
    expect((await call(core, 'GET', '/escrows/logis/imp_000000000000')).status).toBe(404)
    for (const part of ['company', 'invoice', 'sent_at']) {
      const without = { ...body, logis: { ...logis, [part]: undefined } }
      const answer = await call(core, 'POST', `/escrows/logis/${impUid}`, without)
      expect(answer).toMatchObject({ status: 400, message: expect.stringContaining(part) })
    }
  })
})
