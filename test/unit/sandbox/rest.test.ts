import { describe, expect, test } from 'vitest'
import { expectShape } from './expectShape.js'
import {
  byShinhan,
  call,
  createCore,
  onLegacyPc,
  onPhone,
  openWindow,
  refusal,
  send,
  tokenOf,
} from './sandboxCore.js'

const keys = { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' }

describe('토큰', () => {
  test('keys as JSON or as a form give a token of 40 hex digits that lives half an hour', async () => {
    const core = createCore()
    const json = await send(core, 'POST', '/users/getToken', { 'Content-Type': 'application/json' }, keys)
    const form = await send(core, 'POST', '/users/getToken', {}, new URLSearchParams(keys))
    expect(json).toMatchObject({ status: 200, code: 0, message: null })
    expectShape(json.response, 'Auth')
    expect(json.response.access_token).toMatch(/^[0-9a-f]{40}$/)
    expect(json.response.expired_at - json.response.now).toBe(1800)
    expect(form.response.access_token).toBe(json.response.access_token)
  })

  test('wrong and missing keys are told apart', async () => {
    const core = createCore()
    expect(await send(core, 'POST', '/users/getToken', {}, { ...keys, imp_secret: 'x' })).toEqual({
      status: 401,
      code: -1,
      message: '인증에 실패하였습니다. API키와 secret을 확인하세요.',
      response: null,
    })
    expect(await send(core, 'POST', '/users/getToken', {}, { imp_key: 'sandbox_key' })).toMatchObject({
      status: 400,
      code: -1,
      message: 'imp_key, imp_secret 파라메터가 누락되었습니다.',
    })
  })

  test('the same token until it expires, five minutes more in the last one, then a new one', async () => {
    const core = createCore()
    const ask = async () => (await send(core, 'POST', '/users/getToken', {}, keys)).response
    const first = await ask()
    core.clock.advance(1000_000)
    expect(await ask()).toMatchObject({ access_token: first.access_token, expired_at: first.expired_at })
    core.clock.advance(760_000)
    expect(await ask()).toMatchObject({
      access_token: first.access_token,
      expired_at: first.expired_at + 300,
    })
    core.clock.advance(400_000)
    expect((await ask()).access_token).not.toBe(first.access_token)
  })

  test('plain, Bearer and the old header are taken; Authorization wins; nothing, rubbish and an expired one are not', async () => {
    const core = createCore()
    const { impUid } = openWindow(core)
    const token = await tokenOf(core)
    const status = async (headers: Record<string, string>) =>
      (await send(core, 'GET', `/payments/${impUid}`, headers)).status
    expect(await status({ Authorization: token })).toBe(200)
    expect(await status({ Authorization: `Bearer ${token}` })).toBe(200)
    expect(await status({ 'X-ImpTokenHeader': token })).toBe(200)
    expect(await status({ Authorization: 'x', 'X-ImpTokenHeader': token })).toBe(401)
    expect(await send(core, 'GET', `/payments/${impUid}`, {})).toEqual({
      status: 401,
      code: -1,
      message: 'Unauthorized',
      response: null,
    })
    core.clock.advance(1801_000)
    expect(await status({ Authorization: token })).toBe(401)
  })

  test('nothing answers without a token, the list of payments included', async () => {
    const core = createCore()
    for (const path of ['/payments', '/payments/find/a', '/payments/prepare/a']) {
      expect((await send(core, 'GET', path, {})).status).toBe(401)
    }
    expect((await send(core, 'POST', '/payments/cancel', {}, { imp_uid: 'x' })).status).toBe(401)
  })
})

describe('결제 조회', () => {
  test.each(['tosspayments', 'uplus'])(
    'every field of a %s payment is there with its documented type',
    async (pg) => {
      const core = createCore()
      const pay = async (payMethod: string, choice: Parameters<typeof core.gateway.approve>[1]) => {
        const params = { pg, pay_method: payMethod, merchant_uid: `${payMethod}-1`, custom_data: { a: 1 } }
        const { impUid } = openWindow(core, params, { ...onPhone, userAgent: 'Mozilla/5.0 (iPhone)' })
        core.gateway.approve(impUid, choice)
        const { response } = await call(core, 'GET', `/payments/${impUid}`)
        expectShape(response, 'Payment')
        return response
      }
      const card = await pay('card', byShinhan)
      expect(card).toMatchObject({
        pg_provider: pg,
        channel: 'mobile',
        user_agent: 'Mozilla/5.0 (iPhone)',
        sandbox: true,
        status: 'paid',
        amount: 55_000,
        card_code: '366',
        card_name: '신한카드',
        card_quota: 3,
        card_issuer_code: pg === 'uplus' ? null : '366',
        apply_num: expect.stringMatching(/^\d{8}$/),
        card_number: expect.stringMatching(/^\d{6}\*{6}\d{3}\*$/),
        custom_data: '{"a":1}',
        receipt_url: null,
      })
      expect(await pay('trans', { method: 'trans', bankCode: '092' })).toMatchObject({
        bank_code: '092',
        bank_name: '토스뱅크',
        card_quota: 0,
      })
      expect(await pay('vbank', { method: 'vbank', bankCode: '004' })).toMatchObject({
        status: 'ready',
        paid_at: 0,
      })
      expect(await pay('phone', { method: 'phone', carrier: 'KT' })).toMatchObject({ pay_method: 'phone' })
      expect(await pay('booknlife', { method: 'other' })).toMatchObject({
        pay_method: 'booknlife',
        status: 'paid',
      })
    },
  )

  test('a deposit and a refund are listed with their documented fields', async () => {
    const core = createCore()
    const { impUid } = openWindow(core, { pay_method: 'vbank' })
    core.gateway.approve(impUid, { method: 'vbank', bankCode: '004' })
    core.gateway.deposit(impUid)
    const account = { refund_holder: '홍길동', refund_bank: '004', refund_account: '1234' }
    await call(core, 'POST', '/payments/cancel', { imp_uid: impUid, amount: 5_000, ...account })
    const { response } = await call(core, 'GET', `/payments/${impUid}`)
    expectShape(response, 'Payment')
    expectShape(response.deposit_history?.[0], 'VbankDeposit')
    expectShape(response.cancel_history[0], 'PaymentCancel')
  })

  test('ISP cards come back from the new module with a number starting 9200', async () => {
    const core = createCore()
    const { impUid } = openWindow(core)
    core.gateway.approve(impUid, { method: 'card', cardCode: '381', quota: 0 })
    expect((await call(core, 'GET', `/payments/${impUid}`)).response.card_number).toMatch(/^9200/)
  })

  test('an unknown payment is 404', async () => {
    const answer = { status: 404, code: -1, message: '존재하지 않는 결제정보입니다.', response: null }
    const core = createCore()
    expect(await call(core, 'GET', '/payments/imp_000000000000')).toEqual(answer)
    expect(await call(core, 'GET', '/payments/find/nobody')).toEqual(answer)
    expect(await call(core, 'GET', '/payments/findAll/nobody')).toEqual(answer)
  })

  test('an order number of any characters is found when it is encoded', async () => {
    const core = createCore()
    for (const merchantUid of ['가/나%다?라#마+바 사', '%2F', 'a%25b']) {
      openWindow(core, { merchant_uid: merchantUid })
      const path = `/payments/find/${encodeURIComponent(merchantUid)}`
      expect((await call(core, 'GET', path)).response.merchant_uid).toBe(merchantUid)
      expect((await call(core, 'GET', `${path}/ready`)).response.merchant_uid).toBe(merchantUid)
    }
  })

  test('several at once: all of them, some of them (207), none of them (404)', async () => {
    const core = createCore()
    const one = openWindow(core, { merchant_uid: 'one' })
    openWindow(core, { merchant_uid: 'two' })
    const list = async (query: string) => {
      const { status, response } = await call(core, 'GET', `/payments?${query}`)
      const found = response as unknown as { merchant_uid: string }[] | null
      return [status, found?.map(({ merchant_uid }) => merchant_uid)]
    }
    expect(await list(`imp_uid[]=${one.impUid}&merchant_uid[]=two`)).toEqual([200, ['one', 'two']])
    expect(await list(`imp_uid%5B%5D=${one.impUid}&merchant_uid%5B%5D=three`)).toEqual([207, ['one']])
    expect(await list('merchant_uid[]=three')).toEqual([404, undefined])
    expect(await list('')).toEqual([400, undefined])
  })

  test('of several tries the newest is found, or the one asked for', async () => {
    const core = createCore()
    const first = openWindow(core)
    core.clock.advance(5_000)
    const second = openWindow(core)
    core.clock.advance(5_000)
    core.gateway.giveUp(first.impUid)
    const find = async (rest: string) =>
      (await call(core, 'GET', `/payments/find/order_no_0001${rest}`)).response?.imp_uid
    expect(await find('')).toBe(second.impUid)
    expect(await find('/')).toBe(second.impUid)
    expect(await find('?sorting=started')).toBe(first.impUid)
    expect(await find('?sorting=-updated')).toBe(first.impUid)
    expect(await find('/failed')).toBe(first.impUid)
    expect(await find('/paid')).toBeUndefined()
    expect((await call(core, 'GET', '/payments/find/order_no_0001/won')).status).toBe(400)
    expect((await call(core, 'GET', '/payments/find/order_no_0001?sorting=best')).status).toBe(400)
  })

  test('all tries, in pages', async () => {
    const core = createCore()
    const impUids = Array.from({ length: 5 }, () => openWindow(core).impUid).reverse()
    const page = async (query: string) =>
      (await call(core, 'GET', `/payments/findAll/order_no_0001${query}`)).response
    const all = await page('')
    expectShape(all, 'PagedPayment')
    expect(all).toMatchObject({ total: 5, previous: 0, next: 0 })
    expect(all.list.map(({ imp_uid }) => imp_uid)).toEqual(impUids)
    const middle = await page('?page=2&limit=2')
    expect(middle).toMatchObject({ total: 5, previous: 1, next: 3 })
    expect(middle.list.map(({ imp_uid }) => imp_uid)).toEqual(impUids.slice(2, 4))
    expect((await call(core, 'GET', '/payments/findAll/order_no_0001?limit=1001')).status).toBe(400)
  })
})

describe('금액 사전 등록', () => {
  test('the window opens for the prepared amount only', async () => {
    const core = createCore()
    const prepared = await call(core, 'POST', '/payments/prepare', {
      merchant_uid: 'order_no_0001',
      amount: 54_000,
    })
    expectShape(prepared.response, 'PaymentPrepare')
    expect(refusal(core).error_code).toBe('F400')
    expect(refusal(core, {}, onLegacyPc)).toMatchObject({ success: false, imp_uid: null })
    const put = { merchant_uid: 'order_no_0001', amount: 55_000, currency: 'KRW' }
    expect((await call(core, 'PUT', '/payments/prepare', put)).response).toEqual(put)
    expect(openWindow(core).amount).toBe(55_000)
    expect((await call(core, 'GET', '/payments/prepare/order_no_0001')).response).toEqual(put)
  })

  test('a prepared currency counts, none prepared does not', async () => {
    const core = createCore()
    await call(core, 'POST', '/payments/prepare', { merchant_uid: 'a', amount: 100, currency: 'USD' })
    await call(core, 'POST', '/payments/prepare', { merchant_uid: 'b', amount: 100 })
    expect(refusal(core, { merchant_uid: 'a', amount: 100 }).error_code).toBe('F400')
    expect(openWindow(core, { merchant_uid: 'a', amount: 100, currency: 'USD' }).currency).toBe('USD')
    expect(openWindow(core, { merchant_uid: 'b', amount: 100, currency: 'USD' }).currency).toBe('USD')
  })

  test('again with the same amount is fine, with another one needs PUT, and PUT needs a first time', async () => {
    const core = createCore()
    const post = (amount: number) => call(core, 'POST', '/payments/prepare', { merchant_uid: 'a', amount })
    expect((await call(core, 'PUT', '/payments/prepare', { merchant_uid: 'a', amount: 1 })).status).toBe(404)
    expect((await post(100)).code).toBe(0)
    expect((await post(100)).code).toBe(0)
    expect(await post(200)).toMatchObject({ status: 200, code: 1 })
    expect(await call(core, 'GET', '/payments/prepare/b')).toMatchObject({
      status: 200,
      code: 1,
      response: null,
    })
    expect((await call(core, 'POST', '/payments/prepare', { merchant_uid: 'c' })).status).toBe(400)
  })
})

test('an operation that is not imitated says so', async () => {
  const answer = await call(createCore(), 'GET', '/certifications/imp_000000000000')
  expect(answer).toMatchObject({ status: 404, code: -1, response: null })
  expect(answer.message).toContain('GET /certifications/imp_000000000000')
})

test('a page may call it from anywhere', async () => {
  const preflight = new Request('https://api.iamport.kr/payments/find/a', {
    method: 'OPTIONS',
    headers: { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'authorization' },
  })
  const { headers } = await createCore().fetch(preflight)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-headers')).toContain('authorization')
})
