import { describe, expect, test } from 'vitest'
import type { RequestPayParams } from '../../../../src/portone/iamport.types.js'
import { testCards } from '../../../../src/sandbox/rules/testCards.js'
import type { BuyerChoice } from '../../../../src/sandbox/sandbox.types.js'
import { expectShape } from '../expectShape.js'
import { call, onLegacyPc, onPc, onPhone, openWindow, refusal } from '../sandboxCore.js'
import { again, type BillingCore, createBillingCore, freezeTime, nowOf } from './billingCore.js'

freezeTime()

/** The 2022 document's own request, its return address made a real one. */
const documented: RequestPayParams = {
  pg: 'tosspayments',
  pay_method: 'card',
  merchant_uid: 'order_monthly_0001',
  name: '최초인증결제',
  amount: 0,
  customer_uid: 'your-customer-unique-id',
  buyer_email: 'iamport@siot.do',
  buyer_name: '아임포트',
  buyer_tel: '02-1234-1234',
  m_redirect_url: 'https://shop.example/cards?from=my',
  customer_id: 'matthew',
}
const card = { number: '4242-4242-4242-4242', expiry: '2099-12', birth: '820213', pwd2digit: '97' }
const typed = (more: Partial<typeof card> = {}): BuyerChoice => ({
  method: 'billing',
  card: { ...card, ...more },
})
const open = (core: BillingCore, more: RequestPayParams = {}, from: typeof onPc | typeof onPhone = onPc) =>
  openWindow(core, { ...documented, ...more }, from)
const key = (core: BillingCore) => call(core, 'GET', '/subscribe/customers/your-customer-unique-id')
const found = async (core: BillingCore, impUid: string) =>
  (await call(core, 'GET', `/payments/${impUid}`)).response

describe('빌링키 발급 창', () => {
  test('문서의 요청 그대로 열리고, 카드를 등록하며, 결제된 금액은 없다', async () => {
    const core = createBillingCore()
    const offer = open(core)
    expect(offer).toMatchObject({ registersCard: true, amount: 0, months: [0], cardCompanies: [] })
    expect(core.gateway.approve(offer.impUid, typed())).toEqual({
      imp_uid: offer.impUid,
      merchant_uid: 'order_monthly_0001',
    })
    const { response } = await key(core)
    expectShape(response, 'Customer')
    expect(response).toMatchObject({
      customer_uid: 'your-customer-unique-id',
      customer_id: 'matthew',
      customer_name: '아임포트',
      customer_tel: '02-1234-1234',
      customer_email: 'iamport@siot.do',
      pg_provider: 'tosspayments',
      pg_id: 'iamporttest_4',
      card_number: '424242******4242',
    })
    const payment = await found(core, offer.impUid)
    expectShape(payment, 'Payment')
    expect(payment).toMatchObject({
      status: 'paid',
      amount: 0,
      paid_at: nowOf(core),
      customer_uid: 'your-customer-unique-id',
      customer_uid_usage: 'issue',
      card_number: '424242******4242',
      apply_num: null,
      pg_id: 'iamporttest_4',
    })
  })

  test('금액을 적어도 창에만 보이고, 기록에도 콜백에도 돈은 0원이며 환불할 것도 없다', async () => {
    const core = createBillingCore()
    const opened = core.gateway.open({ ...documented, amount: 9_900 }, onLegacyPc)
    if (!opened.opened) throw new Error('no window')
    const { impUid, amount } = opened.offer
    expect(amount).toBe(9_900)
    expect((await found(core, impUid)).amount).toBe(0)
    expect(core.gateway.approve(impUid, typed())).toMatchObject({
      success: true,
      status: 'paid',
      paid_amount: 0,
      card_number: '424242******4242',
    })
    expect((await found(core, impUid)).amount).toBe(0)
    expect(await call(core, 'POST', '/payments/cancel', { imp_uid: impUid, reason: '변심' })).toMatchObject({
      code: 1,
      response: null,
    })
    expect(core.gateway.cancel(impUid).accepted).toBe(false)
  })

  test('등록된 카드로 이어서 결제되고, 등록은 결제 목록에 끼지 않는다', async () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed())
    const { response } = await again(core, {
      customer_uid: 'your-customer-unique-id',
      merchant_uid: 'order_id_8237352',
    })
    expect(response).toMatchObject({ status: 'paid', amount: 3000, customer_uid_usage: 'payment' })
    const list = await call(core, 'GET', '/subscribe/customers/your-customer-unique-id/payments')
    expect(list.response).toMatchObject({ total: 1, list: [{ merchant_uid: 'order_id_8237352' }] })
  })

  test('등록에 쓴 주문번호로는 결제할 수 없다: 결제마다 새 번호가 있어야 한다', async () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed())
    const used = { customer_uid: 'your-customer-unique-id', merchant_uid: 'order_monthly_0001' }
    expect(await again(core, used)).toMatchObject({ code: 1, response: null })
    expect(refusal(core, documented).error_code).toBe('F400')
  })

  test('웹훅은 가지 않는다', () => {
    const core = createBillingCore()
    core.gateway.approve(open(core, { notice_url: 'https://shop.example/hook' }).impUid, typed())
    core.gateway.giveUp(open(core, { merchant_uid: 'second' }).impUid)
    expect(core.news).toEqual([])
  })

  test('문서의 시험 카드는 지난 유효기간으로도 등록된다', async () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed({ number: '1234-1234-1234-1234', expiry: '2019-01' }))
    expect((await key(core)).response).toMatchObject({ card_number: '123412******1234' })
  })

  test('같은 customer_uid로 다시 등록하면 새 카드가 자리를 잇는다', async () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed())
    core.gateway.approve(
      open(core, { merchant_uid: 'order_monthly_0002' }).impUid,
      typed({ number: '5555-5555-5555-4444' }),
    )
    expect((await key(core)).response).toMatchObject({ card_number: '555555******4444' })
    expect(core.state().billingKeys).toHaveLength(1)
  })

  test.each([
    ['분실 카드', { number: testCards.lost.number }, 'INVALID_CARD_LOST_OR_STOLEN'],
    ['정지 카드', { number: testCards.stopped.number }, 'INVALID_STOPPED_CARD'],
    ['비밀번호가 틀린 카드', { number: testCards['wrong-password'].number }, 'INVALID_CARD_PASSWORD'],
    ['없는 카드 번호', { number: '4242-4242-4242-4241' }, 'INVALID_CARD_NUMBER'],
    ['하이픈 없는 번호', { number: '4242424242424242' }, 'INVALID_CARD_NUMBER'],
    ['지난 유효기간', { expiry: '2019-01' }, 'INVALID_CARD_EXPIRATION'],
    ['거꾸로 쓴 유효기간', { expiry: '12/99' }, 'INVALID_CARD_EXPIRATION'],
    ['여덟 자리 생년월일', { birth: '19820213' }, 'INVALID_BIRTH_DAY_FORMAT'],
    ['한 자리 비밀번호', { pwd2digit: '9' }, 'INVALID_CARD_PASSWORD'],
  ])('%s: 등록되지 않고, 이유에 입력한 것이 없다', async (_, wrong, code) => {
    const core = createBillingCore()
    const { impUid } = open(core)
    const answer = core.gateway.approve(impUid, typed(wrong))
    expect(answer).toMatchObject({ imp_uid: impUid, error_code: code })
    expect((await key(core)).status).toBe(404)
    expect(await found(core, impUid)).toMatchObject({
      status: 'failed',
      amount: 0,
      paid_at: 0,
      customer_uid_usage: 'issue',
      fail_reason: answer.error_msg,
    })
    for (const value of Object.values({ ...card, ...wrong })) expect(answer.error_msg).not.toContain(value)
  })

  test('거절된 뒤에도 먼저 등록한 카드는 그대로다', async () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed())
    const next = open(core, { merchant_uid: 'order_monthly_0002' })
    core.gateway.approve(next.impUid, typed({ number: testCards.stopped.number }))
    expect((await key(core)).response).toMatchObject({ card_number: '424242******4242' })
  })

  test('그만두면 취소 코드이고, 같은 주문번호로 다시 등록할 수 있다', async () => {
    const core = createBillingCore()
    const { impUid } = open(core)
    expect(core.gateway.giveUp(impUid)).toMatchObject({ error_code: 'PAY_PROCESS_CANCELED' })
    // The window is over: a card sent late registers nothing.
    expect(core.gateway.approve(impUid, typed())).toMatchObject({ error_code: 'PAY_PROCESS_CANCELED' })
    expect((await key(core)).status).toBe(404)
    core.gateway.approve(open(core).impUid, typed())
    expect((await key(core)).status).toBe(200)
  })

  test('두 창에서 같은 주문번호로 등록하면 한 번만 된다', async () => {
    const core = createBillingCore()
    const [first, second] = [open(core), open(core, { customer_uid: 'another' })]
    core.gateway.approve(first.impUid, typed())
    expect(core.gateway.approve(second.impUid, typed())).toMatchObject({ error_code: 'DUPLICATED_ORDER_ID' })
    expect(core.state().billingKeys).toHaveLength(1)
  })

  test('카드 등록 창에서 결제를, 결제 창에서 카드 등록을 할 수는 없다', async () => {
    const core = createBillingCore()
    const byCard = { method: 'card', cardCode: '366', quota: 0 } as const
    expect(core.gateway.approve(open(core).impUid, byCard)).toMatchObject({
      error_code: 'NOT_SUPPORTED_METHOD',
    })
    const payment = openWindow(core, { merchant_uid: 'payment' })
    expect(core.gateway.approve(payment.impUid, typed())).toMatchObject({
      error_code: 'NOT_SUPPORTED_METHOD',
    })
    expect(core.state().billingKeys).toEqual([])
  })

  test('구모듈은 등록하지 않는다, 0원이어도 같은 까닭으로', () => {
    const core = createBillingCore()
    expect(refusal(core, { ...documented, pg: 'uplus' })).toMatchObject({ error_code: 'F500' })
    expect(refusal(core, { ...documented, pg: 'uplus' }, onLegacyPc)).toMatchObject({ error_coe: 'F1001' })
  })

  test('0원 결제는 카드를 등록할 때에만 열린다', () => {
    expect(refusal(createBillingCore(), { amount: 0 }).error_code).toBe('BELOW_ZERO_AMOUNT')
  })

  test('이름을 댄 가맹점이 아니면 빌링용 가맹점으로 간다', async () => {
    const core = createBillingCore()
    const own = open(core, { pg: 'tosspayments.my_mid' })
    expect((await found(core, own.impUid)).pg_id).toBe('my_mid')
    const byKey = open(core, { pg: undefined, channelKey: 'channel-key-1' })
    expect((await found(core, byKey.impUid)).pg_id).toBe('iamporttest_4')
  })

  test('전화기는 결과를 달고 상점으로 돌아간다', () => {
    const core = createBillingCore()
    const { impUid } = open(core, {}, onPhone)
    const answer = core.gateway.approve(impUid, typed())
    expect(core.gateway.returnUrl(impUid, answer)).toBe(
      `https://shop.example/cards?from=my&imp_uid=${impUid}&merchant_uid=order_monthly_0001`,
    )
  })

  test('입력한 카드는 저장된 것 어디에도 없다', () => {
    const core = createBillingCore()
    core.gateway.approve(open(core).impUid, typed({ birth: '791103', pwd2digit: '83', expiry: '2098-07' }))
    core.gateway.approve(open(core, { merchant_uid: 'b' }).impUid, typed({ number: '4242-4242-4242-4241' }))
    expect(core.stored()).toContain('424242******4242')
    for (const secret of ['4242-4242', '42424242', '791103', '2098', '"83"', 'pwd']) {
      expect(core.stored()).not.toContain(secret)
    }
  })
})
