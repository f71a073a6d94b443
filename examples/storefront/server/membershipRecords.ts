import type { Billing, SubscriptionHandler } from 'react-toss-checkout/server'
import type { MembershipCharge, MembershipView } from '../shop/membership.types.js'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'

/** Charges the page lists. */
const mostShown = 24

/**
 * A parcel for every period that was paid, written in the transaction that moves the membership on: it happens once, whatever
 * crashes. A second one for a period is an error that the tables raise.
 */
export const sendTea: SubscriptionHandler<OrderDetails, Queries> = async (subscription, order, { tx }) => {
  // By now the subscription is in the period after it.
  const at = order.record?.paidAt ? new Date(order.record.paidAt * 1000) : subscription.updatedAt
  await noteCharge(tx, { ...subscription, period: subscription.period - 1 }, order, 'paid', at)
  await tx.query(`INSERT INTO shop_parcel (merchant_uid, state) VALUES ($1, 'preparing')`, [
    order.merchantUid,
  ])
}

/** For the member to read why. */
export const noteDecline: SubscriptionHandler<OrderDetails, Queries> = (subscription, order, { tx }) =>
  noteCharge(tx, subscription, order, 'declined', subscription.updatedAt)

async function noteCharge(
  tx: Queries,
  { id, customerId, period }: Parameters<typeof sendTea>[0],
  { merchantUid, amount, failReason }: Parameters<typeof sendTea>[1],
  state: MembershipCharge['state'],
  at: Date,
): Promise<void> {
  // Without the gateway's code in front.
  const reason = state === 'declined' ? (failReason?.replace(/^\[\w+\]\s*/, '') ?? null) : null
  // A number that was declined may be paid after all: the gateway takes a number until it is.
  await tx.query(
    `INSERT INTO shop_membership_charge (merchant_uid, subscription_id, member_id, period, amount, state, reason, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (merchant_uid) DO UPDATE SET state = excluded.state, reason = excluded.reason, at = excluded.at
       WHERE shop_membership_charge.state = 'declined'`,
    [merchantUid, id, customerId, period, amount, state, reason, at],
  )
}

/**
 * Newest first: by period and try, as their numbers (`{subscription}-{period}-{try}`) have it. Their times tell no order, for
 * the gateway's clock says when one was paid, in whole seconds, and the shop's when one was declined.
 */
export async function chargesOf(
  queries: Queries,
  billing: Pick<Billing, 'listSubscriptions'>,
  memberId: string,
): Promise<MembershipCharge[]> {
  const memberships = (await billing.listSubscriptions(memberId)).map(({ id }) => id)
  return queries.query<MembershipCharge>(
    `SELECT merchant_uid AS "merchantUid", subscription_id AS "membershipId", period, amount::float8 AS amount, state, reason,
       extract(epoch FROM at)::float8 AS at,
       (SELECT coalesce(sum(amount), 0)::float8 FROM shop_refund
        WHERE shop_refund.merchant_uid = charge.merchant_uid AND shop_refund.state = 'done') AS "cancelAmount"
     FROM shop_membership_charge charge WHERE member_id = $1
     ORDER BY array_position($2::text[], subscription_id), period DESC, split_part(merchant_uid, '-', 3)::integer DESC
     LIMIT ${mostShown}`,
    [memberId, memberships],
  )
}

/** The member's present membership, or the last one. */
export async function membershipOf(
  billing: Pick<Billing, 'listSubscriptions'>,
  memberId: string,
  now: Date,
): Promise<MembershipView | null> {
  const all = await billing.listSubscriptions(memberId)
  const shown = all.find(({ status }) => status !== 'cancelled') ?? all[0]
  if (!shown) return null
  const { id, plan, customerUid, status, period, attempt, nextChargeAt, chargeUid } = shown
  return {
    ...{ id, planId: plan.id, amount: plan.amount, customerUid, status },
    paidPeriods: period - 1,
    declined: attempt,
    nextChargeAt: nextChargeAt && nextChargeAt.getTime() / 1000,
    charging: nextChargeAt !== null && nextChargeAt <= now,
    mayStillBeCharged: nextChargeAt === null && chargeUid !== null,
  }
}
