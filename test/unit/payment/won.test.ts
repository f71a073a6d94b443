import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatWon, isWon } from '../../../src/payment/won.js'

test.each([
  [0, '0원', '₩0'],
  [999, '999원', '₩999'],
  [1_004, '1,004원', '₩1,004'],
  [55_000, '55,000원', '₩55,000'],
  [1_234_567, '1,234,567원', '₩1,234,567'],
])('%i won is printed as %s and %s', (amount, korean, english) => {
  expect(formatWon(amount)).toBe(korean)
  expect(formatWon(amount, 'ko')).toBe(korean)
  expect(formatWon(amount, 'en')).toBe(english)
})

test('every whole amount is printed as Intl would print it', () => {
  const intl = new Intl.NumberFormat('ko-KR')
  fc.assert(fc.property(fc.maxSafeNat(), (amount) => formatWon(amount) === `${intl.format(amount)}원`))
})

test('an amount of won is a whole number, not negative, and exact', () => {
  for (const won of [0, 1, 59_000, 2 ** 53 - 1]) expect(isWon(won)).toBe(true)
  for (const other of ['59000', 1.5, -1, Number.NaN, Infinity, 2 ** 53, 100n, null, undefined, [], {}]) {
    expect(isWon(other)).toBe(false)
  }
})
