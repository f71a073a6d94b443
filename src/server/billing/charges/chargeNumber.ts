import type { Subscription } from '../subscription.js'

/** Which charge an order number belongs to. */
export interface ChargeNumber {
  subscriptionId: string
  period: number
  /** From 1: the how manieth number of this period. */
  count: number
}

const form = /^(sub_[a-z0-9]{16})-([1-9]\d{0,8})-([1-9]\d{0,8})$/

/** The order number of a charge: the same whoever works it out, at most 40 characters. */
export function chargeNumber({ subscriptionId, period, count }: ChargeNumber): string {
  return `${subscriptionId}-${period}-${count}`
}

/** The number the next charge of this subscription has, or has already. */
export function currentNumber({ id, period, usedNumbers }: Subscription): string {
  return chargeNumber({ subscriptionId: id, period, count: usedNumbers + 1 })
}

/** Null for the number of any other order. */
export function readChargeNumber(merchantUid: string): ChargeNumber | null {
  const [, subscriptionId, period, count] = form.exec(merchantUid) ?? []
  return subscriptionId ? { subscriptionId, period: Number(period), count: Number(count) } : null
}

/** Does the subscription still wait to hear that this number was paid, or declined? */
export function isAwaited(subscription: Subscription, merchantUid: string, declined: boolean): boolean {
  const number = readChargeNumber(merchantUid)
  if (number?.subscriptionId !== subscription.id || number.period !== subscription.period) return false
  return !declined || number.count === subscription.usedNumbers + 1
}

/** Should this number be charged? Not when the period was paid otherwise, or nothing is to be charged now. */
export function isWanted(subscription: Subscription, merchantUid: string): boolean {
  return subscription.status === 'active' && merchantUid === currentNumber(subscription)
}
