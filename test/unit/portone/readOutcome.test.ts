import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOutcome } from '../../../src/portone/readOutcome.js'

const ids = { imp_uid: 'imp_123456789012', merchant_uid: 'order_no_0001' }
const read = { impUid: 'imp_123456789012', merchantUid: 'order_no_0001' }
const gaveUp = '[결제포기] 사용자가 결제를 취소하셨습니다'

describe('a callback', () => {
  test.each([
    ['of the new SDK, ids alone', ids],
    ['of the legacy SDK', { ...ids, success: true, error_code: null, error_msg: null, status: 'paid' }],
    ['with the flag as a word', { ...ids, success: 'true' }],
    ['with the other flag', { ...ids, imp_success: true }],
    ['with an issued virtual account', { ...ids, success: true, status: 'ready', vbank_num: '123' }],
    ['with empty errors', { ...ids, error_code: '', error_msg: '' }],
    ['with the errors as words', { ...ids, error_code: 'null', error_msg: 'undefined' }],
    ['with a zero for no error', { ...ids, error_code: '0000' }],
    ['with a success flag against a leftover code', { ...ids, success: true, error_code: 'X1' }],
  ])('%s says done, which is not paid', (_, callback) => {
    expect(readOutcome(callback)).toEqual({ said: 'done', ...read })
  })

  test('that claims success without a payment number says nothing but whom to ask about', () => {
    expect(readOutcome({ success: true, merchant_uid: 'order_no_0001' })).toEqual({
      said: 'nothing',
      merchantUid: 'order_no_0001',
    })
  })

  test.each([
    [
      'declined in the new module',
      { ...ids, error_code: 'REJECT_CARD_COMPANY', error_msg: '거절' },
      'REJECT_CARD_COMPANY',
    ],
    [
      'declined in the legacy module',
      { ...ids, success: false, error_code: '8554', error_msg: '거절' },
      '8554',
    ],
    ['failed by the word', { ...ids, success: 'false', error_code: 'FS01' }, 'FS01'],
    ['failed by the other flag', { ...ids, imp_success: false, error_code: 'FS01' }, 'FS01'],
    ['failed with a number', { ...ids, success: false, error_code: 8554 }, '8554'],
    [
      'failed with the code before the message',
      { ...ids, error_msg: '[PROVIDER_ERROR] 오류' },
      'PROVIDER_ERROR',
    ],
    ['failed without a reason', { ...ids, success: false }, null],
  ])('%s is failed, with the code to be explained later', (_, callback, code) => {
    expect(readOutcome(callback)).toMatchObject({
      said: 'failed',
      ...read,
      code: 'GATEWAY_SYSTEM',
      beforeWindow: false,
      gateway: { code },
    })
  })

  test('with a message alone and no payment number is failed', () => {
    expect(readOutcome({ merchant_uid: 'order_no_0001', error_msg: '알 수 없는 오류' })).toMatchObject({
      said: 'failed',
      gateway: { code: null, message: '알 수 없는 오류' },
    })
  })
})

describe('the buyer gave up', () => {
  test.each([
    { ...ids, success: false, error_code: 'F0005', error_msg: gaveUp },
    { ...ids, error_msg: '[PAY_PROCESS_CANCELED] 사용자가 결제를 취소하였습니다' },
    { ...ids, error_code: 'PAY_PROCESS_CANCELED', error_msg: '사용자에 의해 결제가 취소되었습니다.' },
    { ...ids, error_code: 'USER_CANCEL', error_msg: '취소되었습니다.' },
    { ...ids, success: false, error_code: 'S053', error_msg: '사용자가 결제를 취소하였습니다' },
    { ...ids, success: false, error_code: 'J045', error_msg: '사용자가 결제를 취소하셨습니다.' },
    { ...ids, success: false, error_msg: '결제가 취소되었습니다 (사용자 요청)' },
    { ...ids, error_msg: gaveUp },
    { ...ids, error_code: 'X', error_msg: encodeURIComponent(gaveUp) },
    { ...ids, error_code: 'X', error_msg: encodeURIComponent(encodeURIComponent(gaveUp)) },
  ])('%j', (callback) => {
    expect(readOutcome(callback)).toMatchObject({ said: 'dismissed', ...read })
  })

  test('the gateway’s words are kept, readable', () => {
    expect(readOutcome({ ...ids, error_code: 'S053', error_msg: encodeURI(gaveUp) })).toMatchObject({
      gateway: { code: 'S053', message: gaveUp },
    })
  })

  test('a refund’s 취소 is not the buyer giving up', () => {
    const refused = {
      ...ids,
      error_code: 'NOT_CANCELABLE_PAYMENT',
      error_msg: '취소 할 수 없는 결제 입니다.',
    }
    expect(readOutcome(refused).said).toBe('failed')
  })
})

describe('refused by PortOne before the window', () => {
  test.each([
    [
      'NOT_READY',
      {
        success: false,
        imp_uid: null,
        error_code: 'NOT_READY',
        error_msg: '등록 된 PG 설정 정보를 찾을 수 없습니다.',
      },
      'GATEWAY_CONFIGURATION',
    ],
    [
      'F1001, misspelt',
      {
        imp_success: false,
        imp_uid: null,
        error_coe: 'F1001',
        error_msg: '등록되지 않은 PG모듈 정보입니다.',
      },
      'GATEWAY_CONFIGURATION',
    ],
    [
      'F500',
      { error_code: 'F500', error_msg: '결제 창 호출에 실패했습니다. 채널 정보를 조회할 수 없습니다.' },
      'GATEWAY_CONFIGURATION',
    ],
    [
      'F400, no return URL',
      {
        error_code: 'F400',
        error_msg: '리디렉션 방식으로 결제창을 호출하려면 리디렉션 URL은 필수 입력입니다.',
      },
      'REDIRECT_URL_REQUIRED',
    ],
  ])('%s: nothing was opened', (_, callback, code) => {
    const outcome = readOutcome({ merchant_uid: 'order_no_0001', ...callback })
    expect(outcome).toMatchObject({ said: 'failed', merchantUid: 'order_no_0001', code, beforeWindow: true })
    expect(outcome.impUid).toBeUndefined()
  })

  test.each([
    { imp_uid: null, success: false, error_code: 'F1002', error_msg: '이미 결제가 이루어진 거래건입니다.' },
    {
      error_code: 'F400',
      error_msg:
        '결제 창 호출에 실패하였습니다. 이미 승인 완료 되거나 승인 요청 된 거래 건(order_no_0001)입니다.',
    },
    {
      error_code: 'F400',
      error_msg: '결제 창 호출에 실패하였습니다. 이미 승인 완료 되거나 승인 요청 된 거래 건(URL-1)입니다.',
    },
    { imp_success: 'false', error_msg: '이미 결제가 이루어진 거래건입니다.' },
  ])('a used order number may have been paid, so the server is still to be asked: %j', (callback) => {
    expect(readOutcome({ merchant_uid: 'order_no_0001', ...callback })).toMatchObject({
      said: 'failed',
      code: 'ALREADY_PAID',
      beforeWindow: false,
    })
  })

  test('a return URL that says so proves nothing', () => {
    const forged = readOutcome('?merchant_uid=order_no_0001&error_code=F500')
    expect(forged).toMatchObject({ said: 'failed', code: 'GATEWAY_CONFIGURATION', beforeWindow: false })
  })
})

describe('a return URL', () => {
  const done = { said: 'done', ...read }
  const query = 'imp_uid=imp_123456789012&merchant_uid=order_no_0001'

  test.each([
    ['today’s', query],
    ['with a question mark', `?${query}`],
    ['whole', `https://shop.example/complete?theme=dark&${query}`],
    ['of 2022', `${query}&imp_success=true`],
    ['of the service page', `${query}&success=true`],
    ['with a hash behind it', `https://shop.example/complete?${query}#top`],
    ['behind a hash route', `https://shop.example/#/complete?${query}`],
    ['with the & forgotten', `?theme=dark&page=2${query}`],
    ['with a second question mark', `?theme=dark?${query}`],
    [
      'with an old result before it',
      `?imp_uid=imp_old&merchant_uid=old&imp_success=false&${query}&imp_success=true`,
    ],
  ])('%s says done', (_, url) => {
    expect(readOutcome(url)).toEqual(done)
    if (!url.includes('/')) expect(readOutcome(new URLSearchParams(url))).toEqual(done)
  })

  test('as a router’s object says the same', () => {
    expect(readOutcome(Object.fromEntries(new URLSearchParams(query)))).toEqual(done)
    expect(
      readOutcome({ imp_uid: ['imp_old', 'imp_123456789012'], merchant_uid: ['order_no_0001'] }),
    ).toEqual(done)
  })

  test('of a failure made by the legacy SDK: no code, words for missing numbers', () => {
    const url = `?imp_uid=null&merchant_uid=order_no_0001&imp_success=false&error_msg=${encodeURI('카드사 점검 & 기타')}`
    expect(readOutcome(url)).toMatchObject({
      said: 'failed',
      merchantUid: 'order_no_0001',
      gateway: { code: null, message: '카드사 점검' },
    })
    expect(readOutcome(url).impUid).toBeUndefined()
    expect(readOutcome('imp_uid=undefined&merchant_uid=undefined').said).toBe('nothing')
  })

  test('with a code and a message', () => {
    const url = `${query}&error_code=REJECT_CARD_PAYMENT&error_msg=${encodeURIComponent('한도초과 50% 초과?')}`
    expect(readOutcome(url)).toMatchObject({
      said: 'failed',
      gateway: { code: 'REJECT_CARD_PAYMENT', message: '한도초과 50% 초과?' },
    })
  })

  test('with a message that is encoded badly still says what it can', () => {
    expect(readOutcome(`${query}&error_code=X1&error_msg=%E0%A4%A`)).toMatchObject({
      said: 'failed',
      gateway: { code: 'X1' },
    })
  })

  test.each(['', '?', 'https://shop.example/complete', '?theme=dark', '#', '?imp_success=true', 'imp_uid='])(
    '%j says nothing',
    (url) => {
      expect(readOutcome(url)).toEqual({ said: 'nothing' })
    },
  )
})

describe('anything at all', () => {
  const word = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true }),
    fc.constantFrom(
      'true',
      'false',
      true,
      false,
      'null',
      'undefined',
      '%',
      '%25%',
      'imp_1',
      'F400',
      'paid',
      'status=paid',
    ),
  )
  const names = [
    'imp_uid',
    'merchant_uid',
    'success',
    'imp_success',
    'error_code',
    'error_coe',
    'error_msg',
    'status',
  ]
  const callback = fc.dictionary(fc.constantFrom(...names), word)
  const query = fc
    .array(fc.tuple(fc.constantFrom(...names, '', 'x'), fc.string()))
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'))
  const source = fc.oneof(
    word,
    callback,
    query,
    query.map((text) => new URLSearchParams(text)),
    fc.string(),
  )

  test('is read without throwing, and never says paid', () => {
    fc.assert(
      fc.property(source, (anything) => {
        const outcome = readOutcome(anything)
        expect(['done', 'dismissed', 'failed', 'nothing']).toContain(outcome.said)
        for (const id of [outcome.impUid, outcome.merchantUid])
          expect(['string', 'undefined']).toContain(typeof id)
        if (outcome.said === 'done') expect(outcome.impUid).toBeTruthy()
        expect('status' in outcome || 'paid' in outcome).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([null, undefined, 0, true, 1n, Symbol('x'), () => 1, [], new Map()])(
    '%s says nothing',
    (source) => {
      expect(readOutcome(source)).toEqual({ said: 'nothing' })
    },
  )

  test('a getter that throws hides its own field only', () => {
    const bite = () => {
      throw new Error('bite')
    }
    const callback = Object.defineProperty({ ...ids }, 'error_code', { get: bite })
    expect(readOutcome(callback)).toEqual({ said: 'done', ...read })
    expect(readOutcome(new Proxy({}, { get: bite }))).toEqual({ said: 'nothing' })
    expect(readOutcome({ ...ids, error_msg: { toString: bite }, success: Symbol('s') })).toEqual({
      said: 'done',
      ...read,
    })
  })
})
