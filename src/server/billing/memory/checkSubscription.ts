import { OrderStoreError } from '../../orders/OrderStoreError.js'
import type { Subscription } from '../subscription.js'
import { hasLength } from './hasLength.js'

const statuses = ['active', 'past-due', 'paused', 'cancelled']

/** The databases' constraints in code. Raises `INVALID_ORDER`. */
export function checkSubscription(subscription: Subscription): void {
  const { id, customerId, plan, status, period, attempt, usedNumbers, nextChargeAt, chargeUid, checkAt } =
    subscription
  const broken =
    (!/^sub_[a-z0-9]{16}$/.test(id) && 'id has its form') ||
    (!hasLength(customerId, 80) && 'customer_id has 1 to 80 characters') ||
    (!hasLength(plan.id, 80) && 'a plan has an id') ||
    (!(Number.isSafeInteger(plan.amount) && plan.amount > 0) && 'amount is a whole number above 0') ||
    (!statuses.includes(status) && 'status is one of the list') ||
    (!(isCount(period) && period >= 1) && 'period counts from 1') ||
    (!(isCount(attempt) && isCount(usedNumbers) && usedNumbers >= attempt) && 'a try uses a number') ||
    ((status === 'active') !== (nextChargeAt !== null) && 'only what is active is charged') ||
    (chargeUid !== null && !isNumberOf(id, chargeUid) && 'charge_uid is a number of this subscription') ||
    (checkAt === null && (status === 'active' || chargeUid !== null) && 'unfinished business has a time')
  if (broken) throw new OrderStoreError('INVALID_ORDER', `subscription "${id}" (${broken})`)
}

/** The databases' trigger in code. Raises `ILLEGAL_CHANGE`. */
export function checkSubscriptionMove(before: Subscription, after: Subscription): void {
  const legal =
    after.period >= before.period && (before.status !== 'cancelled' || after.status === 'cancelled')
  if (!legal) throw new OrderStoreError('ILLEGAL_CHANGE', `subscription "${before.id}"`)
}

function isNumberOf(id: string, chargeUid: string): boolean {
  return chargeUid.startsWith(`${id}-`) && /^[1-9]\d*-[1-9]\d*$/.test(chargeUid.slice(id.length + 1))
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
