import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import {
  byShinhan,
  call,
  createCore,
  onLegacyPc,
  onLegacyPhone,
  onPc,
  onPhone,
  openWindow,
  order,
  refusal,
} from './sandboxCore.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T21:30:00+09:00') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('결제창이 열리기 전에 거절되는 요청', () => {
  test('승인된 주문번호로는 다시 결제창을 열 수 없다', () => {
    const core = createCore()
    core.gateway.approve(openWindow(core).impUid, byShinhan)
    expect(refusal(core)).toEqual({
      merchant_uid: 'order_no_0001',
      error_code: 'F400',
      error_msg:
        '결제 창 호출에 실패하였습니다. 이미 승인 완료 되거나 승인 요청 된 거래 건(order_no_0001)입니다.',
    })
    expect(refusal(core, {}, onLegacyPc)).toEqual({
      success: false,
      imp_uid: null,
      merchant_uid: 'order_no_0001',
      error_code: 'F1002',
      error_msg: '이미 결제가 이루어진 거래건입니다.',
    })
  })

  test('an order number may be tried again while nothing is approved, each try with its own imp_uid', () => {
    const core = createCore()
    const first = openWindow(core)
    core.gateway.giveUp(first.impUid)
    const second = openWindow(core)
    expect(first.impUid).toMatch(/^imp_\d{12}$/)
    expect(second.impUid).not.toBe(first.impUid)
  })

  test('a refunded order number stays used', async () => {
    const core = createCore()
    const { impUid } = openWindow(core)
    core.gateway.approve(impUid, byShinhan)
    await call(core, 'POST', '/payments/cancel', { imp_uid: impUid })
    expect(refusal(core).error_code).toBe('F400')
  })

  test('a second window of the same order is refused at approval once the first was approved', async () => {
    const core = createCore()
    const first = openWindow(core)
    const second = openWindow(core)
    core.gateway.approve(first.impUid, byShinhan)
    expect(core.gateway.approve(second.impUid, byShinhan).error_code).toBe('DUPLICATED_ORDER_ID')
    expect((await call(core, 'GET', `/payments/${second.impUid}`)).response.status).toBe('failed')
  })

  test.each([
    ['a string amount', { amount: '55000' as unknown as number }, 'F400'],
    ['NaN', { amount: Number.NaN }, 'F400'],
    ['half a won', { amount: 1000.5 }, 'F400'],
    ['zero won', { amount: 0 }, 'BELOW_ZERO_AMOUNT'],
    ['a number as order number', { merchant_uid: 1004 as unknown as string }, 'F400'],
    ['an order number of 41 characters', { merchant_uid: 'x'.repeat(41) }, 'F400'],
    ['tax_free beyond the price', { tax_free: 55_001 }, 'F400'],
    ['an unknown channel key', { channelKey: 'nope' }, 'F500'],
    ['an unknown pay method', { pay_method: 'gold' }, 'NOT_SUPPORTED_METHOD'],
    ['Samsung Pay by its legacy name', { pay_method: 'samsung' }, 'NOT_SUPPORTED_METHOD'],
    [
      'card.direct of an unknown company',
      { card: { direct: { code: '999', quota: 0 } } },
      'INVALID_CARD_COMPANY',
    ],
    [
      'months in words',
      { display: { card_quota: ['3' as unknown as number] } },
      'INVALID_CARD_INSTALLMENT_PLAN',
    ],
    ['a past deposit deadline', { pay_method: 'vbank', vbank_due: '2001-01-01' }, 'INVALID_DATE'],
    ['a deposit deadline in words', { pay_method: 'vbank', vbank_due: 'tomorrow' }, 'INVALID_DATE'],
    [
      'registering a card by another method',
      { customer_uid: 'c1', pay_method: 'trans' },
      'NOT_SUPPORTED_METHOD',
    ],
    ['registering a card under no name', { customer_uid: '', amount: 0 }, 'F400'],
    ['registering a card under 81 characters', { customer_uid: 'c'.repeat(81) }, 'F400'],
    ['registering a card for less than nothing', { customer_uid: 'c1', amount: -1 }, 'BELOW_ZERO_AMOUNT'],
    [
      'registering a card for an amount in words',
      { customer_uid: 'c1', amount: '0' as unknown as number },
      'F400',
    ],
  ])('no window for %s', (_, params, code) => {
    const { imp_uid, error_code } = refusal(createCore(), params)
    expect(error_code).toBe(code)
    expect(imp_uid).toBeUndefined()
  })

  test('a phone without a return URL is refused by the new SDK and let through by the legacy one', () => {
    const core = createCore()
    expect(refusal(core, { m_redirect_url: undefined }, onPhone).error_msg).toMatch(
      /리디렉션 방식으로 결제창을 호출하려면 리디렉션 URL은 필수 입력입니다\.$/,
    )
    const { impUid } = openWindow(core, { m_redirect_url: undefined }, onLegacyPhone)
    expect(core.gateway.returnUrl(impUid, core.gateway.giveUp(impUid))).toBeNull()
  })

  test('a shop code nobody registered has no channel', () => {
    const core = createCore()
    expect(refusal(core, {}, { ...onPc, merchantCode: 'imp99999999' }).error_code).toBe('F500')
    expect(refusal(core, {}, { ...onLegacyPc, merchantCode: 'imp99999999' })).toMatchObject({
      success: false,
      error_code: 'NOT_READY',
    })
  })

  test('구모듈로 빌링키를 발급하려 하면 F1001, 오류 코드의 이름은 SDK의 오타 그대로다', () => {
    const response = refusal(createCore(), { pg: 'uplus', customer_uid: 'c1' }, onLegacyPc)
    expect(response).toMatchObject({ imp_success: false, imp_uid: null, error_coe: 'F1001' })
    expect(response).not.toHaveProperty('error_code')
  })

  test('easy pay opens in the new module and not in the legacy one', () => {
    const core = createCore()
    expect(openWindow(core, { pay_method: 'kakaopay' }).payMethod).toBe('kakaopay')
    expect(refusal(core, { pg: 'uplus', pay_method: 'kakaopay' }, onLegacyPc)).toMatchObject({
      error_code: 'M024',
      error_msg: '계약된 결제수단이 아닙니다. 상점으로 문의하세요.',
    })
  })

  test('an unknown pg falls back to the default channel without a word', () => {
    expect(openWindow(createCore({ defaultModule: 'uplus' }), { pg: 'html5_inicis' }).module).toBe('uplus')
    expect(openWindow(createCore(), { pg: 'uplus.tvivarepublica2' }).module).toBe('uplus')
    expect(openWindow(createCore(), { pg: undefined, channelKey: 'channel-key-uplus-1' }).module).toBe(
      'uplus',
    )
  })
})

describe('결제 결과', () => {
  test('the new SDK with the new module tells ids and nothing about success', () => {
    const core = createCore()
    const { impUid } = openWindow(core)
    expect(core.gateway.approve(impUid, byShinhan)).toEqual({
      imp_uid: impUid,
      merchant_uid: 'order_no_0001',
    })
  })

  test('the new SDK with the legacy module adds the deprecated imp_success', () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg: 'uplus' })
    expect(core.gateway.approve(impUid, byShinhan)).toEqual({
      imp_uid: impUid,
      merchant_uid: 'order_no_0001',
      imp_success: true,
    })
  })

  test('and says imp_success false there when the buyer gives up', () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg: 'uplus' })
    expect(core.gateway.giveUp(impUid)).toEqual({
      imp_uid: impUid,
      merchant_uid: 'order_no_0001',
      imp_success: false,
      error_code: 'S053',
      error_msg: '사용자가 결제를 취소하였습니다',
    })
  })

  test('the legacy SDK tells everything, the price as paid_amount and custom_data as a JSON string', () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg: 'uplus', custom_data: { table: 7 } }, onLegacyPc)
    const response = core.gateway.approve(impUid, byShinhan)
    expect(response).toMatchObject({
      success: true,
      error_code: null,
      error_msg: null,
      imp_uid: impUid,
      merchant_uid: 'order_no_0001',
      pay_method: 'card',
      paid_amount: 55_000,
      status: 'paid',
      pg_provider: 'uplus',
      pg_tid: expect.stringMatching(/^tlgdacomxpay\d+$/),
      card_name: '신한카드',
      card_quota: 3,
      custom_data: '{"table":7}',
      buyer_name: '구매자이름',
      paid_at: Math.floor(core.clock.now() / 1000),
    })
    expect(response).not.toHaveProperty('amount')
    expect(response).not.toHaveProperty('request_id')
  })

  test.each([
    ['tosspayments', 'card', 'PAY_PROCESS_CANCELED', '[PAY_PROCESS_CANCELED] 사용자가 결제를 취소하였습니다'],
    ['uplus', 'card', 'S053', '사용자가 결제를 취소하였습니다'],
    ['uplus', 'phone', '401', '사용자가 browser 연결을 끊었습니다.'],
  ])('a buyer who gives up in %s (%s) hears %s', async (pg, payMethod, code, message) => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg, pay_method: payMethod }, onLegacyPc)
    expect(core.gateway.giveUp(impUid)).toMatchObject({
      success: false,
      imp_uid: impUid,
      status: 'failed',
      error_code: code,
      error_msg: message,
    })
    expect((await call(core, 'GET', `/payments/${impUid}`)).response).toMatchObject({
      status: 'failed',
      fail_reason: message,
      paid_at: 0,
    })
  })

  test('a payment page shown again hears the first decision, whatever is pressed', () => {
    const core = createCore()
    const { impUid } = openWindow(core)
    const first = core.gateway.approve(impUid, byShinhan)
    expect(core.gateway.giveUp(impUid)).toEqual(first)
    expect(core.gateway.approve(impUid, { ...byShinhan, quota: 0 })).toEqual(first)
  })

  test('a window nobody knows any more has an expired session', () => {
    expect(createCore().gateway.approve('imp_000000000000', byShinhan).error_code).toBe(
      'NOT_FOUND_PAYMENT_SESSION',
    )
  })
})

describe('휴대폰이 돌아갈 주소', () => {
  const back = (params: RequestPayParams, from: Parameters<typeof openWindow>[2], approve: boolean) => {
    const core = createCore()
    const { impUid } = openWindow(core, params, from)
    const response = approve ? core.gateway.approve(impUid, byShinhan) : core.gateway.giveUp(impUid)
    return { impUid, url: new URL(core.gateway.returnUrl(impUid, response) ?? 'about:blank') }
  }

  test("the shop's own query stays, the result follows", () => {
    const { url, impUid } = back({}, onPhone, true)
    expect([...url.searchParams]).toEqual([
      ['cart', '7'],
      ['imp_uid', impUid],
      ['merchant_uid', 'order_no_0001'],
    ])
  })

  test('imp_success comes with the legacy SDK only', () => {
    expect(back({ pg: 'uplus' }, onLegacyPhone, true).url.searchParams.get('imp_success')).toBe('true')
    expect(back({ pg: 'uplus' }, onLegacyPhone, false).url.searchParams.get('imp_success')).toBe('false')
    expect(back({}, onPhone, false).url.searchParams.has('imp_success')).toBe(false)
  })

  test('a failure carries code and message, readable after decoding', () => {
    const { searchParams } = back({}, onPhone, false).url
    expect(searchParams.get('error_code')).toBe('PAY_PROCESS_CANCELED')
    expect(searchParams.get('error_msg')).toBe('[PAY_PROCESS_CANCELED] 사용자가 결제를 취소하였습니다')
  })

  test('an order number with & and # comes back whole, and a hash stays at the end', () => {
    const params = { merchant_uid: 'a&b#c=1', m_redirect_url: 'https://shop.example/done#section' }
    const { url } = back(params, onPhone, true)
    expect(url.searchParams.get('merchant_uid')).toBe('a&b#c=1')
    expect(url.hash).toBe('#section')
  })
})

describe('승인', () => {
  test.each([
    [
      'months that were not offered',
      { method: 'card', cardCode: '366', quota: 24 },
      'INVALID_CARD_INSTALLMENT_PLAN',
    ],
    [
      'a company that was filtered out',
      { method: 'card', cardCode: '361', quota: 0 },
      'INVALID_CARD_COMPANY',
    ],
    ['another method than the one asked for', { method: 'trans', bankCode: '004' }, 'NOT_SUPPORTED_METHOD'],
  ] as const)('the gateway refuses %s', (_, choice, code) => {
    const core = createCore()
    const detail = [
      { card_code: '*', enabled: false },
      { card_code: '366', enabled: true },
    ]
    const { impUid } = openWindow(core, { card: { detail }, display: { card_quota: [3] } })
    expect(core.gateway.approve(impUid, choice).error_code).toBe(code)
  })

  test.each([
    ['tosspayments', 'card', 99, { method: 'card', cardCode: '366', quota: 0 }, 'BELOW_MINIMUM_AMOUNT'],
    ['uplus', 'card', 99, { method: 'card', cardCode: '366', quota: 0 }, 'C031'],
    ['uplus', 'trans', 199, { method: 'trans', bankCode: '004' }, 'E004'],
  ] as const)('%s refuses a %s payment of %i won', (pg, payMethod, amount, choice, code) => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg, pay_method: payMethod, amount })
    expect(core.gateway.approve(impUid, choice).error_code).toBe(code)
  })

  test('easy pay is recorded as point without a card and as card with one', async () => {
    const core = createCore()
    const record = async (merchantUid: string, choice: Parameters<typeof core.gateway.approve>[1]) => {
      const { impUid } = openWindow(core, { merchant_uid: merchantUid, pay_method: 'naverpay' })
      core.gateway.approve(impUid, choice)
      return (await call(core, 'GET', `/payments/${impUid}`)).response
    }
    const cash = await record('order_no_0001', { method: 'other' })
    expect(cash).toMatchObject({ pay_method: 'point', emb_pg_provider: 'naverpay', card_code: null })
    expect(await record('order_no_0002', byShinhan)).toMatchObject({ pay_method: 'card', card_code: '366' })
  })
})

describe('가상계좌', () => {
  const issue = (core = createCore()) => {
    const { impUid } = openWindow(core, { pay_method: 'vbank' })
    core.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })
    const record = async () => (await call(core, 'GET', `/payments/${impUid}`)).response
    return { core, impUid, record }
  }

  test('an issued account waits for its deposit and is paid by it', async () => {
    const { core, impUid, record } = issue()
    expect(await record()).toMatchObject({
      status: 'ready',
      vbank_code: '088',
      vbank_name: '신한은행',
      vbank_num: expect.stringMatching(/^\d{14}$/),
      vbank_holder: null,
      paid_at: 0,
      deposit_history: [],
    })
    core.clock.advance(3600_000)
    expect(core.gateway.deposit(impUid, undefined, '김구매')).toEqual({ accepted: true })
    const now = Math.floor(core.clock.now() / 1000)
    expect(await record()).toMatchObject({
      status: 'paid',
      paid_at: now,
      deposit_history: [{ amount: 55_000, depositor_name: '김구매', deposited_at: now }],
    })
  })

  test('the legacy module names a holder, the callback says ready', () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pg: 'uplus', pay_method: 'vbank' }, onLegacyPc)
    expect(core.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })).toMatchObject({
      success: true,
      status: 'ready',
      paid_at: 0,
      vbank_name: '신한은행',
      vbank_holder: '샌드박스 상점',
    })
  })

  test('too little, too late and twice are refused, and the account stays as it was', async () => {
    const { core, impUid, record } = issue()
    expect(core.gateway.deposit(impUid, 54_999)).toMatchObject({ accepted: false })
    expect((await record()).status).toBe('ready')
    expect(core.gateway.deposit(impUid)).toEqual({ accepted: true })
    expect(core.gateway.deposit(impUid)).toMatchObject({ accepted: false })

    const late = issue()
    late.core.clock.advance(9 * 24 * 3600_000)
    expect(late.core.gateway.deposit(late.impUid)).toEqual({
      accepted: false,
      reason: '입금 기한이 지났습니다.',
    })
    expect((await late.record()).status).toBe('ready')
  })

  test('a deposit for an order that was meanwhile paid by card is refused', () => {
    const { core, impUid } = issue()
    core.gateway.approve(openWindow(core).impUid, byShinhan)
    expect(core.gateway.deposit(impUid)).toMatchObject({ accepted: false })
  })
})

describe('기억', () => {
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
  }

  test('a page loaded anew sees the payment, the clock and the faults of the one before', async () => {
    const storage = memory()
    const before = createCore({ storage })
    const { impUid } = openWindow(before)
    before.faults.set('declined')
    before.clock.advance(3600_000)

    const after = createCore({ storage })
    expect(after.gateway.offer(impUid)).toEqual(before.gateway.offer(impUid))
    expect(after.faults.active).toEqual(['declined'])
    expect(after.clock.now() - Date.now()).toBeGreaterThan(3590_000)
    expect(after.gateway.approve(impUid, byShinhan).error_code).toBe('REJECT_CARD_COMPANY')
    expect((await call(before, 'GET', `/payments/${impUid}`)).response.status).toBe('failed')
  })

  test('faults given to a new sandbox win over stored ones', () => {
    const storage = memory()
    createCore({ storage, faults: ['declined'] }).faults.set('confirm-down')
    expect(createCore({ storage, faults: ['declined'] }).faults.active).toEqual(['confirm-down'])
    expect(createCore({ storage, faults: ['never-answers'] }).faults.active).toEqual(['never-answers'])
  })

  test('rubbish in the storage is an empty gateway', () => {
    const storage = memory()
    storage.setItem('react-toss-checkout:sandbox:imp00000000', '{"half')
    expect(openWindow(createCore({ storage })).merchantUid).toBe(order.merchant_uid)
  })
})
