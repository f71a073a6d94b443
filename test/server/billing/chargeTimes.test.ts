import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargeTime, nextChargeTime, periodChargeTime } from '../../../src/server/billing/chargeTimes.js'
import type { Subscription, SubscriptionPlan } from '../../../src/server/billing/subscription.js'

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

  it('31일에 가입한 회차의 날은 앞 회차와 상관없이 늘 같다', () => {
    const anchor = kst('2027-01-31T10:30:00')
    const times = [0, 1, 2, 3, 13].map((count) => chargeTime(anchor, { months: 1 }, count))
    expect(times.map(shown)).toEqual([
      ...['2027-01-31T10:30', '2027-02-28T10:30', '2027-03-31T10:30', '2027-04-30T10:30'],
      '2028-02-29T10:30',
    ])
    expect(shown(chargeTime(anchor, { months: 3 }, 1))).toBe('2027-04-30T10:30')
    expect(shown(chargeTime(anchor, { days: 7 }, 4))).toBe('2027-02-28T10:30')
  })

  it('방금 낸 달의 날이 늦은 시계에는 아직 오지 않았어도 다음 달은 다음 달에 청구된다', () => {
    const membership = {
      anchorAt: kst('2027-01-31T10:30:00'),
      plan: { every: { months: 1 } },
    } as Subscription
    const slow = kst('2027-02-28T10:29:00')
    expect(shown(periodChargeTime(membership, 2, slow))).toBe('2027-02-28T10:30')
    expect(shown(periodChargeTime(membership, 3, slow))).toBe('2027-03-31T10:30')
    // One who was away has periods behind: they are charged at the next of the dates.
    expect(shown(periodChargeTime(membership, 3, kst('2027-06-05T00:00:00')))).toBe('2027-06-30T10:30')
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

  it('every charge time follows the one before it, by month ends too', () => {
    fc.assert(
      fc.property(moments, rhythms, fc.integer({ min: 0, max: 100 }), (anchor, every, count) => {
        const [time, next] = [chargeTime(anchor, every, count), chargeTime(anchor, every, count + 1)]
        expect(nextChargeTime(anchor, every, time)).toEqual(next)
        expect(chargeTime(anchor, every, 0)).toEqual(anchor)
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
