import type { Subscription, SubscriptionPlan } from './subscription.js'

const KST = 9 * 3_600_000
const DAY = 86_400_000

/**
 * A subscription's charge time number `count`, from 0. Times are counted from the first one, never from the last, so that
 * they do not drift: months by the Korean calendar (a 31st falls on the last day of a shorter month), always at the same
 * time of day.
 */
export function chargeTime(anchor: Date, every: SubscriptionPlan['every'], count: number): Date {
  return every.days === undefined
    ? monthsAfter(anchor, count * every.months)
    : new Date(anchor.getTime() + count * every.days * DAY)
}

/** The first charge time after a moment. */
export function nextChargeTime(anchor: Date, every: SubscriptionPlan['every'], after: Date): Date {
  if (anchor > after) return anchor
  // One too few rather than one too many: the last day of a shorter month comes early.
  let count =
    every.days === undefined
      ? Math.floor(monthsBetween(anchor, after) / every.months)
      : Math.floor((after.getTime() - anchor.getTime()) / (every.days * DAY))
  let time = chargeTime(anchor, every, count)
  while (time <= after) time = chargeTime(anchor, every, ++count)
  return time
}

/**
 * When a period is charged: at the first charge time after a moment, and never before its own, `period - 1` steps after the
 * first. To a clock that is slow, the time at which the period before was just paid may still lie ahead.
 */
export function periodChargeTime(
  { anchorAt, plan: { every } }: Pick<Subscription, 'anchorAt' | 'plan'>,
  period: number,
  after: Date,
): Date {
  return laterOf(nextChargeTime(anchorAt, every, after), chargeTime(anchorAt, every, period - 1))
}

/** Of two moments the later; the first when there is no second. */
export function laterOf(moment: Date, other: Date | null): Date {
  return other && other > moment ? other : moment
}

function monthsBetween(from: Date, to: Date): number {
  const [a, b] = [inKst(from), inKst(to)]
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
}

function monthsAfter(anchor: Date, months: number): Date {
  const local = inKst(anchor)
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Math.min(local.getUTCDate(), lastDay)
  const [hour, minute, second, ms] = [
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
    local.getUTCMilliseconds(),
  ]
  return new Date(Date.UTC(year, month, day, hour, minute, second, ms) - KST)
}

/** Korean wall-clock time in the fields that read UTC. Korea has had no summer time since 1988. */
function inKst(moment: Date): Date {
  return new Date(moment.getTime() + KST)
}

/** Without the part of a second, which the gateway does not know. */
export function wholeSeconds(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000)
}
