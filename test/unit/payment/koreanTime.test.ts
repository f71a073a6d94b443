import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatKst, timeLeftUntil } from '../../../src/payment/koreanTime.js'

it('브라우저가 어디에 있든 한국 시각으로 쓴다', () => {
  const seconds = Date.parse('2026-11-26T14:59:59Z') / 1000
  expect(formatKst(seconds)).toBe('11월 26일(목) 23:59')
  expect(formatKst(seconds, 'en')).toBe('Thu, Nov 26, 23:59 KST')
  expect(formatKst(seconds + 1)).toBe('11월 27일(금) 00:00')
  expect(formatKst(seconds, 'ko', true)).toBe('2026년 11월 26일(목) 23:59')
  expect(formatKst(seconds, 'en', true)).toBe('Thu, Nov 26, 2026, 23:59 KST')
})

it('Intl이 말하는 한국 시각과 같다', () => {
  const intl = new Intl.DateTimeFormat('ko-KR', {
    timeZone: 'Asia/Seoul',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
    hourCycle: 'h23',
  })
  fc.assert(
    fc.property(fc.integer({ min: 1_500_000_000, max: 4_000_000_000 }), (seconds) => {
      const part = Object.fromEntries(
        intl.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]),
      )
      expect(formatKst(seconds)).toBe(
        `${part.month}월 ${part.day}일(${part.weekday}) ${part.hour}:${part.minute}`,
      )
    }),
  )
})

it('남은 시간은 꽉 찬 분만 세고, 지나면 0이다', () => {
  expect(timeLeftUntil(90_061, 0)).toEqual({ days: 1, hours: 1, minutes: 1 })
  expect(timeLeftUntil(60, 1)).toEqual({ days: 0, hours: 0, minutes: 0 })
  expect(timeLeftUntil(0, 5_000)).toEqual({ days: 0, hours: 0, minutes: 0 })
})
