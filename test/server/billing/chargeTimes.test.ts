import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextChargeTime } from '../../../src/server/billing/chargeTimes.js'
import type { SubscriptionPlan } from '../../../src/server/billing/subscription.js'

const kst = (text: string) => new Date(`${text}+09:00`)
const shown = (moment: Date) => new Date(moment.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)

/** The charge times after the first, each worked out from the one before, as a shop does. */
function following(anchor: Date, every: SubscriptionPlan['every'], count: number): Date[] {
  const times: Date[] = []
  for (let at = anchor; times.length < count; at = times.at(-1) as Date) {
    times.push(nextChargeTime(anchor, every, at))
  }
  return times
}

describe('when the next charge is', () => {
  it('31일에 가입하면 짧은 달에는 말일에, 다음 달에는 다시 31일에 결제된다', () => {
    const times = following(kst('2027-01-31T10:30:00'), { months: 1 }, 13)
    expect(times.map((time) => shown(time).slice(5))).toEqual([
      ...['02-28T10:30', '03-31T10:30', '04-30T10:30', '05-31T10:30', '06-30T10:30', '07-31T10:30'],
      ...['08-31T10:30', '09-30T10:30', '10-31T10:30', '11-30T10:30', '12-31T10:30'],
      ...['01-31T10:30', '02-29T10:30'],
    ])
  })

  it('the day is the Korean one, also while it is still yesterday in Greenwich', () => {
    expect(shown(nextChargeTime(kst('2027-03-31T03:00:00'), { months: 1 }, kst('2027-03-31T03:00:00')))).toBe(
      '2027-04-30T03:00',
    )
  })

  it('a leap day comes back after four years', () => {
    const yearly = following(kst('2028-02-29T12:00:00'), { months: 12 }, 4)
    expect(yearly.map((time) => shown(time).slice(0, 10))).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ])
  })

  const moments = fc.date({
    min: kst('2020-01-01T00:00:00'),
    max: kst('2040-01-01T00:00:00'),
    noInvalidDate: true,
  })
  const rhythms: fc.Arbitrary<SubscriptionPlan['every']> = fc.oneof(
    fc.integer({ min: 1, max: 24 }).map((months) => ({ months })),
    fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
  )

  it('always lies ahead, is one of the times counted from the first, and the nearest of them', () => {
    fc.assert(
      fc.property(moments, moments, rhythms, (anchor, now, every) => {
        const next = nextChargeTime(anchor, every, now)
        expect(next.getTime()).toBeGreaterThan(now.getTime())
        expect(anchor <= now || next.getTime() === anchor.getTime()).toBe(true)
        // Nothing lies between: worked out from just before, it is the same.
        expect(nextChargeTime(anchor, every, new Date(next.getTime() - 1))).toEqual(next)
        const longest = every.days === undefined ? every.months * 31 : every.days
        expect(next.getTime() - Math.max(Number(now), Number(anchor))).toBeLessThanOrEqual(
          longest * 86_400_000,
        )
      }),
    )
  })

  it('never drifts: the hundredth month has the day and the minute of the first', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 24 }), (anchor, months) => {
        const [first, hundredth] = [shown(anchor), shown(following(anchor, { months }, 100).at(-1) as Date)]
        expect(hundredth.slice(10)).toBe(first.slice(10))
        const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(monthOf(hundredth) - monthOf(first)).toBe(100 * months)
        const [day, wanted] = [Number(hundredth.slice(8, 10)), Number(first.slice(8, 10))]
        const lastDay = new Date(
          Date.UTC(Number(hundredth.slice(0, 4)), Number(hundredth.slice(5, 7)), 0),
        ).getUTCDate()
        expect(day).toBe(Math.min(wanted, lastDay))
      }),
      { numRuns: 50 },
    )
  })
})
