import type { RetryPolicy } from '../billing.types.js'
import { laterOf, periodChargeTime, wholeSeconds } from '../chargeTimes.js'
import type { SubscriptionChange } from '../SubscriptionStore.js'
import type { Subscription } from '../subscription.js'
import { type ChargeNumber, chargeNumber } from './chargeNumber.js'

const DAY = 86_400_000
/** Days the shortest month has. */
const SHORTEST_MONTH = 28

/** Of a period, so many numbers may come to nothing uncounted: a gateway that spells cards otherwise would charge for ever. */
const MOST_REPLACED = 5

/** What deciding about an outcome needs. */
export interface OutcomeSettings {
  drive: 'gateway' | 'worker'
  retry: RetryPolicy
  now: Date
}

/**
 * How a subscription moves when a number of its present period was paid, whichever; null when that period is over. The next
 * charge lies ahead of both the present and the time this one was due: a gateway whose clock is fast does not make it due
 * twice, and a charge that was made late is not followed by those it missed.
 *
 * @param paidAt when it was paid, by the gateway's clock; null when that is not known
 */
export function paidChange(
  settings: OutcomeSettings,
  before: Subscription,
  number: ChargeNumber,
  paidAt: Date | null,
): SubscriptionChange | null {
  if (number.period !== before.period) return null
  const { plan, nextChargeAt } = before
  const early = nextChargeAt ? nextChargeAt.getTime() - settings.now.getTime() : 0
  // Half a period tells a clock that is slow, by hours or a time zone, from a charge made ahead of a pause.
  const halfPeriod = ((plan.every.days ?? (plan.every.months ?? 1) * SHORTEST_MONTH) * DAY) / 2
  const after = nextChargeAt && early > 0 && early < halfPeriod ? nextChargeAt : settings.now
  const next = periodChargeTime(before, before.period + 1, laterOf(after, paidAt))
  const period = { period: before.period + 1, attempt: 0, usedNumbers: 0 }
  return before.status === 'paused' || before.status === 'cancelled'
    ? { ...period, ...openCharge(settings, before, number, null) }
    : { ...period, status: 'active', nextChargeAt: next, ...openCharge(settings, before, number, next) }
}

/**
 * How a subscription moves when its current number was declined; null for any other number.
 *
 * @param customerUid the card that was charged, where that is known: the decline of one that was replaced meanwhile is no
 *   try of the new one, which is charged when this charge was due
 */
export function declinedChange(
  settings: OutcomeSettings,
  before: Subscription,
  number: ChargeNumber,
  customerUid?: string,
): SubscriptionChange | null {
  if (number.period !== before.period || number.count !== before.usedNumbers + 1) return null
  const isReplaced = customerUid !== undefined && customerUid !== before.customerUid
  if (isReplaced && before.usedNumbers - before.attempt < MOST_REPLACED) {
    const usedNumbers = before.usedNumbers + 1
    return { usedNumbers, ...openCharge(settings, before, number, before.nextChargeAt) }
  }
  const attempt = before.attempt + 1
  const count = { attempt, usedNumbers: before.usedNumbers + 1 }
  if (before.status !== 'active') return { ...count, ...openCharge(settings, before, number, null) }
  const days = settings.retry.days[attempt - 1]
  if (days === undefined) {
    return { ...count, status: 'past-due', nextChargeAt: null, ...openCharge(settings, before, number, null) }
  }
  const next = wholeSeconds(new Date(settings.now.getTime() + days * DAY))
  return { ...count, nextChargeAt: next, ...openCharge(settings, before, number, next) }
}

/** What is left to do. Another number that is still out there, a schedule perhaps, stays known until it is taken back. */
function openCharge(
  { drive, now }: OutcomeSettings,
  { chargeUid }: Subscription,
  number: ChargeNumber,
  next: Date | null,
): Pick<SubscriptionChange, 'chargeUid' | 'checkAt'> {
  const decided = chargeUid === null || chargeUid === chargeNumber(number)
  if (!decided) return { checkAt: now }
  return { chargeUid: null, checkAt: next && drive === 'gateway' ? now : next }
}
