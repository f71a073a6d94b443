import { describe, expect, test } from 'vitest'
import { testCards } from '../../../../src/sandbox/rules/testCards.js'
import { call } from '../sandboxCore.js'
import {
  again,
  createBillingCore,
  freezeTime,
  goodCard,
  onetime,
  register,
  withNumber,
} from './billingCore.js'

freezeTime()

describe('카드 정보 확인', () => {
  test.each([
    ['no hyphens', { card_number: '4242424242424242' }, /card_number/],
    ['too few digits', { card_number: '4242-4242-4242-424' }, /card_number/],
    ['a month that does not exist', { expiry: '2099-13' }, /expiry/],
    ['an expiry the other way round', { expiry: '12-2099' }, /expiry/],
    ['a birth date of eight digits', { birth: '19820213' }, /birth/],
    ['a password of one digit', { pwd_2digit: '1' }, /pwd_2digit/],
    ['a password of letters', { pwd_2digit: 'ab' }, /pwd_2digit/],
  ])('%s is a misspelt request, for a charge and for a registration', async (_, wrong, message) => {
    const core = createBillingCore()
    const before = core.stored()
    for (const answer of [
      await onetime(core, { merchant_uid: 'a', ...wrong }),
      await register(core, 'card-1', { ...goodCard, ...wrong }),
    ]) {
      expect(answer).toMatchObject({ status: 400, code: -1, response: null })
      expect(answer.message).toMatch(message)
      for (const typed of Object.values(wrong)) expect(answer.message).not.toContain(typed)
    }
    expect(JSON.parse(core.stored())).toMatchObject({ ...JSON.parse(before), token: expect.anything() })
  })

  test.each([
    ['a wrong checksum', { card_number: '4242-4242-4242-4241' }, /^\[INVALID_CARD_NUMBER\]/],
    ['an expired card', { expiry: '2019-01' }, /^\[INVALID_CARD_EXPIRATION\]/],
  ])('%s is refused by the gateway before any card company is asked', async (_, wrong, message) => {
    const core = createBillingCore()
    for (const answer of [
      await onetime(core, { merchant_uid: 'a', ...wrong }),
      await register(core, 'card-1', { ...goodCard, ...wrong }),
    ]) {
      expect(answer).toMatchObject({ status: 200, code: 1, response: null })
      expect(answer.message).toMatch(message)
    }
    expect(core.state()).toMatchObject({ payments: [], billingKeys: [] })
  })

  test('a card is good through the last day of its month in Korea', async () => {
    const core = createBillingCore()
    core.clock.advance(Date.parse('2031-03-31T14:59:00Z') - core.clock.now())
    const card = { ...goodCard, expiry: '2031-03' }
    expect((await register(core, 'card-1', card)).code).toBe(0)
    core.clock.advance(2 * 60_000)
    expect((await register(core, 'card-1', card)).message).toMatch(/INVALID_CARD_EXPIRATION/)
  })

  test('fifteen digits are an American Express, and a business number may stand for the birth date', async () => {
    const core = createBillingCore()
    const answer = await register(core, 'card-1', { ...withNumber('3782-822463-10005'), birth: '1234567890' })
    expect(answer.response).toMatchObject({ card_number: '378282******005', card_code: '10003' })
    expect((await register(core, 'card-2', withNumber('3782-8224-6310-005'))).code).toBe(0)
  })

  test('no API channel, no charge: the legacy module takes no typed cards', async () => {
    const core = createBillingCore()
    const refused = { status: 200, code: 1, message: '비인증결제모듈 사용정보를 찾을 수 없습니다.' }
    expect(await onetime(core, { merchant_uid: 'a', pg: 'uplus' })).toMatchObject(refused)
    expect(await register(core, 'card-1', { ...goodCard, pg: 'uplus.mid' })).toMatchObject(refused)
    expect(await register(core, 'card-1', { ...goodCard, channel_key: 'nonsense' })).toMatchObject(refused)
    await register(core, 'card-1')
    expect(await again(core, { merchant_uid: 'a', channel_key: 'channel-key-uplus' })).toMatchObject(refused)
    const { response } = await onetime(core, { merchant_uid: 'a', pg: 'tosspayments.my_mid' })
    expect(response.pg_id).toBe('my_mid')
  })
})

describe('테스트 카드', () => {
  test.each(
    Object.entries(testCards).filter(([, { registers, declines }]) => registers && declines?.after === 0),
  )('%s: registers, and every charge comes back failed with code 0', async (_, { number, declines }) => {
    const core = createBillingCore()
    expect((await register(core, 'card-1', withNumber(number))).code).toBe(0)
    const answer = await again(core, { merchant_uid: 'a' })
    expect(answer).toMatchObject({ status: 200, code: 0, message: null })
    expect(answer.response).toMatchObject({
      status: 'failed',
      paid_at: 0,
      apply_num: null,
      fail_reason: `[${declines?.reason[0]}] ${declines?.reason[1]}`,
    })
    expect(answer.response.failed_at).toBeGreaterThan(0)
    // Nothing is announced about a charge that was only answered.
    expect(core.news).toEqual([])
  })

  test.each(Object.entries(testCards).filter(([, { registers }]) => !registers))(
    '%s: no key is issued, and typed in directly it fails',
    async (_, { number, declines }) => {
      const core = createBillingCore()
      const refused = await register(core, 'card-1', withNumber(number))
      expect(refused).toMatchObject({ status: 200, code: 1, response: null })
      expect(refused.message).toBe(`[${declines?.reason[0]}] ${declines?.reason[1]}`)
      const paid = await onetime(core, { merchant_uid: 'a', customer_uid: 'card-1', ...withNumber(number) })
      expect(paid).toMatchObject({ code: 0, response: { status: 'failed', fail_reason: refused.message } })
      expect(core.state().billingKeys).toEqual([])
    },
  )

  test('works three times, then its limit is exceeded, until it is registered anew', async () => {
    const core = createBillingCore()
    const card = withNumber(testCards['limit-after-three'].number)
    await onetime(core, { merchant_uid: 'month-1', customer_uid: 'card-1', ...card })
    const statuses = []
    for (const month of [2, 3, 4, 5]) {
      statuses.push((await again(core, { merchant_uid: `month-${month}` })).response.status)
    }
    expect(statuses).toEqual(['paid', 'paid', 'failed', 'failed'])
    await register(core, 'card-1', card)
    expect((await again(core, { merchant_uid: 'month-6' })).response.status).toBe('paid')
  })

  test('the sample card is accepted whatever its expiry; its neighbour is not', async () => {
    const core = createBillingCore()
    const sample = { ...goodCard, card_number: '1234-1234-1234-1234', expiry: '1999-01' }
    expect((await register(core, 'card-1', sample)).code).toBe(0)
    expect((await again(core, { merchant_uid: 'a' })).response.status).toBe('paid')
    const neighbour = { ...sample, card_number: '1234-1234-1234-1235' }
    expect((await register(core, 'card-2', neighbour)).message).toMatch(/INVALID_CARD_NUMBER/)
  })

  test('declines a window has are a charge’s too; a limit does not keep a card from being registered', async () => {
    const core = createBillingCore()
    core.faults.set('limit-exceeded')
    expect((await register(core, 'card-1')).code).toBe(0)
    expect((await again(core, { merchant_uid: 'a' })).response).toMatchObject({
      status: 'failed',
      fail_reason: expect.stringContaining('REJECT_CARD_PAYMENT'),
    })
    core.faults.set('card-data-invalid')
    expect((await register(core, 'card-2')).message).toMatch(/INVALID_CARD_NUMBER/)
  })
})

test('카드 번호, 비밀번호, 생년월일은 어디에도 남지 않는다', async () => {
  const written: string[] = []
  const kept = new Map<string, string>()
  const core = createBillingCore({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      written.push(value)
      kept.set(key, value)
    },
  })
  const answers: unknown[] = []
  const cards = [
    { card_number: '4242-4242-4242-4242', expiry: '2099-12', birth: '571113', pwd_2digit: '73' },
    { card_number: '4000-0000-0000-9987', expiry: '2099-12', birth: '571113', pwd_2digit: '73' },
    { card_number: '4242-4242-4242-4241', expiry: '2099-12', birth: '571113', pwd_2digit: '73' },
    { card_number: '1234-1234-1234-1234', expiry: '2019-01', birth: '5711131234', pwd_2digit: '73' },
  ]
  for (const [index, card] of cards.entries()) {
    const customer_uid = `card-${index}`
    answers.push(
      await register(core, customer_uid, card),
      await onetime(core, { merchant_uid: `a${index}`, customer_uid, ...card }),
      await onetime(core, { merchant_uid: `b${index}`, ...card, expiry: 'soon' }),
      await again(core, { merchant_uid: `c${index}`, customer_uid }),
      await call(core, 'POST', '/subscribe/payments/schedule', {
        customer_uid: `later-${index}`,
        checking_amount: 100,
        ...card,
        schedules: [{ merchant_uid: `d${index}`, schedule_at: 4_000_000_000, amount: 3000, name: '이용권' }],
      }),
      await call(core, 'GET', `/subscribe/customers/${customer_uid}`),
      await call(core, 'GET', `/subscribe/customers/${customer_uid}/payments`),
    )
  }
  expect(core.state().billingKeys.length).toBeGreaterThan(2)
  // Times and numbers of the gateway's own may hold any two digits: only whole values count for the password.
  const leaks = [
    ...cards.flatMap(({ card_number }) => [card_number, card_number.replaceAll('-', '')]),
    '571113',
    '"73"',
    ':73,',
  ]
  for (const text of [...written, JSON.stringify(answers)]) {
    for (const leak of leaks) expect(text.includes(leak), leak).toBe(false)
  }
})
