import { describe, expect, test } from 'vitest'
import { virtualAccountDue } from '../../../src/payment/virtualAccountDue.js'

const now = Date.parse('2030-03-15T12:00:00+09:00')

test.each([
  ['2030-12-31', '20301231'],
  ['20301231', '20301231'],
  ['2030-12-31 09:30:00', '20301231093000'],
  ['20301231093000', '20301231093000'],
  ['203012310930', '20301231093000'],
  ['2032-02-29', '20320229'],
])('%s reaches the gateway as %s', (due, written) => {
  expect(virtualAccountDue(due, now)).toBe(written)
})

test('a Date is written in Korean time, wherever the browser is', () => {
  expect(virtualAccountDue(new Date('2030-12-31T15:00:00Z'), now)).toBe('20310101000000')
  expect(virtualAccountDue(new Date('2030-04-01T08:59:59.900+09:00'), now)).toBe('20300401085959')
})

test('a date alone means the end of that day in Korea', () => {
  expect(virtualAccountDue('20300315', Date.parse('2030-03-15T23:59:58+09:00'))).toBe('20300315')
  expect(() => virtualAccountDue('20300315', Date.parse('2030-03-15T23:59:59+09:00'))).toThrow(
    'INVALID_VBANK_DUE',
  )
})

describe('refused', () => {
  test.each([
    ['past, by a second', '2030-03-15 11:59:59'],
    ['this very second', '20300315120000'],
    ['yesterday', '20300314'],
    ['February 30', '2031-02-30'],
    ['February 29 of a common year', '20310229'],
    ['month 13', '20311301'],
    ['day 0', '20310100'],
    ['hour 24', '20310101240000'],
    ['minute 60', '203101010060'],
    ['slashes', '2031/01/01'],
    ['ISO with T', '2031-01-01T00:00:00'],
    ['time without seconds', '2031-01-01 09:30'],
    ['half the dashes', '2031-0101'],
    ['10 digits', '2031010109'],
    ['a short year', '310101'],
    ['padding', ' 20310101'],
    ['a line break', '20310101\n'],
    ['nothing', ''],
    ['year 0', '00000101'],
    ['a past Date', new Date(now - 1)],
    ['no moment at all', new Date(Number.NaN)],
    ['the last moment JavaScript has', new Date(8.64e15)],
    ['year 12345', new Date(Date.UTC(12_345, 11, 10))],
    ['a number', 20310101],
    ['a list', ['20310101']],
    ['an object', { toString: () => '20310101' }],
  ])('%s', (_, due) => {
    expect(() => virtualAccountDue(due as string, now)).toThrow(
      expect.objectContaining({ name: 'PaymentError', code: 'INVALID_VBANK_DUE', charged: 'no' }),
    )
  })
})
