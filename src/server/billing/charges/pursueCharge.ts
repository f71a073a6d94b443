import { PortOneError } from '../../PortOneError.js'
import type { Schedule } from '../../rest/subscribe/schedule.types.js'
import type { BillingParts } from '../billingParts.js'
import type { Subscription } from '../subscription.js'
import { createChargeOrder } from './arrangeCharge.js'
import { currentNumber, isWanted } from './chargeNumber.js'
import { giveUpNumber } from './giveUpNumber.js'
import { isUnsettled } from './isUnsettled.js'
import { lookUpSchedule } from './lookUpSchedule.js'
import { refuseCharge, withdrawCharge } from './refuseCharge.js'
import { rest, sendCharge, WEBHOOK_PATIENCE } from './sendCharge.js'
import { concludeCharge, settleCharge } from './settleCharge.js'
import type { TendRights } from './tendSubscription.js'

/** ms a schedule may be late before it is taken back and charged otherwise. */
const LATEST = 3_600_000

/** One step for a subscription with a number out there: scheduled, sent, or about to be. Null when there is nothing more to do. */
export async function pursueCharge(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  rights: TendRights,
): Promise<Subscription | null> {
  const charge = await settleCharge(parts, { merchantUid })
  const moved = await concludeCharge(parts, subscription, merchantUid, charge)
  if (moved) return moved
  const isOpen = charge.state === 'absent' || charge.state === 'used-up'
  if (!isOpen && charge.state !== 'undecided' && merchantUid !== currentNumber(subscription)) {
    // A number of a period that was paid otherwise: it has come to its end, whichever, and moves nothing any more.
    return parts.advance(subscription, { chargeUid: null })
  }
  // Of a number that is used up a schedule may be left.
  if (!isOpen) return null

  const schedule = await lookUpSchedule(parts.client, merchantUid)
  if (!schedule) return rights.maySendAgain ? sendAgain(parts, subscription, merchantUid, rights) : null
  switch (schedule.scheduleStatus) {
    case 'scheduled':
      return keepSchedule(parts, subscription, merchantUid, schedule)
    case 'revoked':
      return giveUpNumber(parts, subscription, merchantUid)
    case 'executed':
      return findExecuted(parts, subscription, merchantUid, schedule)
    case null:
      return null
  }
}

/**
 * The gateway knows nothing of it, and whoever was to send it is gone: the same number goes out again, never a new one. Should
 * the first one arrive all the same, the gateway takes a number only once.
 */
async function sendAgain(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  rights: TendRights,
): Promise<Subscription | null> {
  const { nextChargeAt } = subscription
  const ahead = nextChargeAt !== null && nextChargeAt > parts.now()
  if (!isWanted(subscription, merchantUid) || (ahead && parts.drive === 'worker')) {
    // Sent before it was not wanted any more, it may be on its way yet.
    if (await isUnsettled(parts, subscription, merchantUid)) return null
    await withdrawCharge(parts, merchantUid)
    return parts.advance(subscription, { chargeUid: null })
  }
  const isFirst = await createChargeOrder(parts, subscription, merchantUid)
  return sendCharge(parts, subscription, merchantUid, { ...rights, isFirst })
}

/** Leaves a schedule that is as it should be, and takes back any other. */
async function keepSchedule(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  { scheduleAt, customerUid, amount }: Schedule,
): Promise<Subscription | null> {
  const present = parts.now().getTime()
  const at = scheduleAt?.getTime() ?? 0
  const asWanted =
    isWanted(subscription, merchantUid) &&
    at === subscription.nextChargeAt?.getTime() &&
    (customerUid ?? subscription.customerUid) === subscription.customerUid &&
    amount === subscription.plan.amount
  if (asWanted && present < at + LATEST) {
    return rest(parts, subscription, new Date(Math.max(at, present) + WEBHOOK_PATIENCE))
  }
  try {
    await parts.client.unschedulePayments({ merchantUids: [merchantUid] })
  } catch (thrown) {
    // It may have been executed or taken back a moment ago: the next step looks.
    if (!(thrown instanceof PortOneError && ['REFUSED', 'BAD_REQUEST', 'NOT_FOUND'].includes(thrown.code))) {
      throw thrown
    }
  }
  return subscription
}

/** The gateway says that it made the charge, and shows no payment under its number. */
async function findExecuted(
  parts: BillingParts,
  subscription: Subscription,
  merchantUid: string,
  { impUid, paymentStatus, failReason }: Schedule,
): Promise<Subscription | null> {
  if (impUid === null && paymentStatus === 'failed') {
    await refuseCharge(parts, merchantUid, failReason ?? 'declined')
    return concludeCharge(parts, subscription, merchantUid, { state: 'absent' })
  }
  if (impUid === null) return null
  const charge = await settleCharge(parts, { impUid })
  return concludeCharge(parts, subscription, merchantUid, charge)
}
