import { PortOneError } from '../../PortOneError.js'
import type { PortOneErrorCode } from '../../portOneErrorCodes.js'
import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { giveUpNumber } from './giveUpNumber.js'
import { isRefusedCharge } from './isTestCharge.js'
import { isUnsettled } from './isUnsettled.js'
import { lookUpSchedule } from './lookUpSchedule.js'
import { refuseCharge } from './refuseCharge.js'
import { concludeCharge, type SettledCharge, settleCharge } from './settleCharge.js'
import type { TendRights } from './tendSubscription.js'
import { usedByWindow } from './usedByWindow.js'

/** ms after a schedule's time when somebody looks whether its webhook was lost. */
export const WEBHOOK_PATIENCE = 600_000

/** Nothing more to do until then. Always null. */
export async function rest(
  parts: BillingParts,
  subscription: Subscription,
  checkAt: Date | null,
): Promise<null> {
  if (subscription.checkAt?.getTime() !== checkAt?.getTime()) await parts.advance(subscription, { checkAt })
  return null
}

interface SendRights extends Pick<TendRights, 'until'> {
  /** Nothing was ever sent under this number: whoever used it up, it was not this charge. */
  isFirst: boolean
}

/** Sends a charge whose order exists: now when it is due, otherwise as a schedule. Nothing is sent towards a lease's end. */
export async function sendCharge(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  { until, isFirst }: SendRights,
): Promise<Subscription | null> {
  const { nextChargeAt } = subscription
  // Whoever was suspended since the claim learns it here: by now the subscription may be another's, or cancelled.
  await parts.follow()
  const present = parts.now()
  if (!nextChargeAt || present > until) return null
  return nextChargeAt <= present
    ? chargeNow(parts, subscription, merchantUid, isFirst)
    : scheduleCharge(parts, subscription, merchantUid, { scheduleAt: nextChargeAt, isFirst })
}

async function chargeNow(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  isFirst: boolean,
): Promise<Subscription | null> {
  const { answer, refusal } = await ask(() => parts.client.payAgain(chargeOf(subscription, merchantUid)))
  const settled = await settleCharge(parts, { merchantUid })
  // Lists may leave out what came through a test channel; its own answer says so.
  const isTest = settled.state === 'absent' && answer && isRefusedCharge(parts, answer)
  const charge: SettledCharge = isTest ? { state: 'test' } : settled
  if (refusal && charge.state !== 'paid') parts.report(refusal, `charge ${merchantUid}`)
  const isUsedUp =
    charge.state === 'used-up' ||
    (isFirst && charge.state === 'absent' && (await isUsedByOthers(parts, merchantUid, refusal)))
  if (refusal && isUsedUp) return giveUpNumber(parts, subscription, merchantUid)
  if (refusal && charge.state === 'absent') {
    const present = await parts.subscriptions.findSubscription(subscription.id)
    const isReplaced = present?.customerUid !== subscription.customerUid
    if (isReplaced && isFirst && !isTaken(refusal) && present?.chargeUid === merchantUid) {
      // The key it was sent with was deleted for another meanwhile: no decline, and the other is charged.
      return giveUpNumber(parts, present, merchantUid)
    }
    if (!isReplaced && (await isDecline(parts, subscription, merchantUid, { refusal, isFirst }))) {
      await refuseCharge(parts, merchantUid, refusal.gateway?.message ?? refusal.code)
    }
  }
  return concludeCharge(parts, subscription, merchantUid, charge)
}

/**
 * Does a refusal say that nothing is charged under this number? Only of the first that was sent under it: what refuses another
 * may be that the first is paid, or being paid, and does not show yet. Such a one is waited for, never charged otherwise.
 */
async function isDecline(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  { refusal, isFirst }: { refusal: PortOneError; isFirst: boolean },
): Promise<boolean> {
  if (isTaken(refusal)) return false
  return isFirst || !(await isUnsettled(parts, subscription, merchantUid))
}

/** Only of a number that was never sent before. */
async function isUsedByOthers(
  { client }: BillingParts,
  merchantUid: string,
  refusal: PortOneError | undefined,
): Promise<boolean> {
  return refusal !== undefined && isTaken(refusal) && usedByWindow(client, merchantUid)
}

/** Does it say that this number is paid, or being paid? The gateway has words for it and no code (PortOne V1 docs). */
function isTaken({ code, gateway }: PortOneError): boolean {
  // Generous: one that is waited for in vain is reported with every round; charging it again would cost a customer. An error
  // «while processing» (처리 중 오류) is none of them.
  return (
    code === 'CONFLICT' ||
    /이미|중복|처리\s?중(?!\s*오류)|ALREADY_|DUPLICATED|S008|S021|E002/.test(gateway?.message ?? '')
  )
}

/** What the gateway answered, or why it did nothing. Raises everything that says nothing about that. */
async function ask<T>(
  send: () => Promise<T>,
): Promise<{ answer: T; refusal?: never } | { answer?: never; refusal: PortOneError }> {
  try {
    return { answer: await send() }
  } catch (thrown) {
    const codes: unknown[] = ['REFUSED', 'NOT_FOUND', 'CONFLICT'] satisfies PortOneErrorCode[]
    if (thrown instanceof PortOneError && codes.includes(thrown.code)) return { refusal: thrown }
    throw thrown
  }
}

async function scheduleCharge(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  { scheduleAt, isFirst }: { scheduleAt: Date; isFirst: boolean },
): Promise<Subscription | null> {
  const { customerUid, ...charge } = chargeOf(subscription, merchantUid)
  const { refusal } = await ask(() =>
    parts.client.schedulePayments({ customerUid, schedules: [{ ...charge, scheduleAt }] }),
  )
  if (refusal) {
    const found = await lookUpSchedule(parts.client, merchantUid)
    if (!found) {
      parts.report(refusal, `schedule ${merchantUid}`)
      if (isFirst && (await isUsedByOthers(parts, merchantUid, refusal))) {
        return giveUpNumber(parts, subscription, merchantUid)
      }
      // It is charged without one when its time comes, and declined then if it has to be: under a number of its own, if
      // nothing can come of this one.
      return isFirst && !isTaken(refusal)
        ? restWithoutNumber(parts, subscription, merchantUid, scheduleAt)
        : rest(parts, subscription, scheduleAt)
    }
    if (found.scheduleStatus !== 'scheduled') return subscription
  }
  return rest(parts, subscription, new Date(scheduleAt.getTime() + WEBHOOK_PATIENCE))
}

async function restWithoutNumber(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  checkAt: Date,
): Promise<null> {
  const given = await giveUpNumber(parts, subscription, merchantUid)
  return given && rest(parts, given, checkAt)
}

function chargeOf({ customerUid, plan }: Subscription, merchantUid: string) {
  const { name, amount, taxFree = 0, currency = 'KRW' } = plan
  return { customerUid, merchantUid, name, amount, currency, ...(taxFree > 0 && { taxFree }) }
}
