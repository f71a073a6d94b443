import type { SubscriptionChange } from '../SubscriptionStore.js'
import type { StoredCard, Subscription } from '../subscription.js'

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`

/** What to select to read a card with `readCard`. */
export const cardJson = (table: string): string => `json_build_object(
  'customerUid', ${table}.customer_uid, 'customerId', ${table}.customer_id, 'status', ${table}.status,
  'merchantUid', ${table}.merchant_uid, 'card', ${table}.card, 'createdAt', ${ms(`${table}.created_at`)},
  'registeredAt', ${ms(`${table}.registered_at`)})::text`

/** What to select to read a subscription with `readSubscription`. */
export const subscriptionJson = (table: string): string => `json_build_object(
  'id', ${table}.id, 'customerId', ${table}.customer_id, 'customerUid', ${table}.customer_uid,
  'plan', ${table}.plan, 'status', ${table}.status, 'anchorAt', ${ms(`${table}.anchor_at`)},
  'period', ${table}.period, 'attempt', ${table}.attempt, 'usedNumbers', ${table}.used_numbers,
  'nextChargeAt', ${ms(`${table}.next_charge_at`)}, 'chargeUid', ${table}.charge_uid,
  'checkAt', ${ms(`${table}.check_at`)}, 'version', ${table}.version,
  'createdAt', ${ms(`${table}.created_at`)}, 'updatedAt', ${ms(`${table}.updated_at`)})::text`

/** How each field that may change is written: its column and the type of its parameter. */
export const subscriptionColumns: Record<keyof SubscriptionChange, { column: string; type: string }> = {
  customerUid: { column: 'customer_uid', type: 'text' },
  status: { column: 'status', type: 'text' },
  period: { column: 'period', type: 'integer' },
  attempt: { column: 'attempt', type: 'integer' },
  usedNumbers: { column: 'used_numbers', type: 'integer' },
  nextChargeAt: { column: 'next_charge_at', type: 'timestamptz' },
  chargeUid: { column: 'charge_uid', type: 'text' },
  checkAt: { column: 'check_at', type: 'timestamptz' },
}

export function readCard(text: string): StoredCard {
  const { createdAt, registeredAt, ...rest } = JSON.parse(text)
  return { ...rest, createdAt: new Date(createdAt), registeredAt: dateOrNull(registeredAt) }
}

export function readSubscription(text: string): Subscription {
  const { anchorAt, nextChargeAt, checkAt, createdAt, updatedAt, ...rest } = JSON.parse(text)
  return {
    ...rest,
    anchorAt: new Date(anchorAt),
    nextChargeAt: dateOrNull(nextChargeAt),
    checkAt: dateOrNull(checkAt),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  }
}

function dateOrNull(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds)
}
