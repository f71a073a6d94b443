import type { SubscriptionPlan, SubscriptionStatus } from 'react-toss-checkout/server'
import type { Words } from './goods.types.js'

/** A way to be a member, as the page offers it. */
export interface MembershipOffer {
  id: string
  name: Words
  note: Words
  /** Won each time. */
  amount: number
  every: SubscriptionPlan['every']
}

/** A member's membership, the present one or else the last. Times in unix seconds. */
export interface MembershipView {
  id: string
  planId: string
  /** Won each time: what it was when the member joined. */
  amount: number
  /** The card that is charged. */
  customerUid: string
  status: SubscriptionStatus
  /** Periods that were paid. */
  paidPeriods: number
  /** Declined tries of the period that is due. */
  declined: number
  nextChargeAt: number | null
  /** A charge is on its way: nobody could say yet whether it was made. */
  charging: boolean
  /** It is paused or has ended, and yet one more charge may come: a schedule that is being taken back, or one on its way. */
  mayStillBeCharged: boolean
}

/** One try to charge a member's card. */
export interface MembershipCharge {
  merchantUid: string
  /** The one it was for, which may have ended since. */
  membershipId: string
  /** From 1. */
  period: number
  /** Won. */
  amount: number
  /** Given back since, won. */
  cancelAmount: number
  state: 'paid' | 'declined'
  /** The card company's words, in Korean. */
  reason: string | null
  /** Unix seconds. */
  at: number
}

/** All that the membership page shows but the cards, which the kit lists. */
export interface MembershipPageData {
  /** Null when nobody is signed in. */
  member: { name: string } | null
  offers: MembershipOffer[]
  membership: MembershipView | null
  /** Newest first. */
  charges: MembershipCharge[]
}
