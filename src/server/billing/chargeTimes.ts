import type { SubscriptionPlan } from './subscription.js'

const KST = 9 * 3_600_000
const DAY = 86_400_000

/**
 * The first charge time after a moment. Times are counted from the first one, never from the last, so that they do not
 * drift: months by the Korean calendar (a 31st falls on the last day of a shorter month), always at the same time of day.
 */
export function nextChargeTime(anchor: Date, every: SubscriptionPlan['every'], after: Date): Date {
  if (anchor > after) return anchor
  if (every.days !== undefined) {
    const step = every.days * DAY
    const passed = Math.floor((after.getTime() - anchor.getTime()) / step)
    return new Date(anchor.getTime() + (passed + 1) * step)
  }
  // One too few rather than one too many: the last day of a shorter month comes early.
  let count = Math.floor(monthsBetween(anchor, after) / every.months)
  let time = monthsAfter(anchor, count * every.months)
  while (time <= after) time = monthsAfter(anchor, ++count * every.months)
  return time
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
