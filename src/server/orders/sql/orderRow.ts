import type { CheckoutOrder, OrderChange } from '../checkoutOrder.js'
import type { OrderEvent } from '../orderEvent.js'

/** A row as JSON text: drivers differ about bigint, numeric and time, and merchants change their parsers; JSON is one. */
export interface JsonRow {
  row: string
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::bigint`

/** What to select to read an order with `readOrder`. */
export const orderJson = (table: string): string => `json_build_object(
  'merchantUid', ${table}.merchant_uid, 'name', ${table}.name, 'amount', ${table}.amount,
  'taxFree', ${table}.tax_free, 'currency', ${table}.currency, 'status', ${table}.status,
  'impUid', ${table}.imp_uid, 'cancelAmount', ${table}.cancel_amount, 'flag', ${table}.flag,
  'failReason', ${table}.fail_reason, 'record', ${table}.record, 'details', ${table}.details,
  'sessionHash', ${table}.session_hash, 'tokenHash', ${table}.token_hash,
  'depositRound', ${table}.deposit_round, 'version', ${table}.version,
  'createdAt', ${ms(`${table}.created_at`)}, 'updatedAt', ${ms(`${table}.updated_at`)},
  'checkAt', ${ms(`${table}.check_at`)})::text`

/** What to select to read an event with `readEvent`. */
export const eventJson = (table: string): string => `json_build_object(
  'id', ${table}.id::text, 'merchantUid', ${table}.merchant_uid, 'key', ${table}.key,
  'impUid', ${table}.imp_uid, 'happening', ${table}.happening, 'at', ${ms(`${table}.at`)},
  'attempts', ${table}.attempts)::text`

/** How each field that may change is written: its column and the type of its parameter. */
export const changeColumns: Record<keyof OrderChange, { column: string; type: string }> = {
  status: { column: 'status', type: 'text' },
  impUid: { column: 'imp_uid', type: 'text' },
  cancelAmount: { column: 'cancel_amount', type: 'numeric' },
  flag: { column: 'flag', type: 'text' },
  failReason: { column: 'fail_reason', type: 'text' },
  record: { column: 'record', type: 'jsonb' },
  depositRound: { column: 'deposit_round', type: 'integer' },
  checkAt: { column: 'check_at', type: 'timestamptz' },
}

/** A value as the text both drivers send alike. */
export function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function readOrder<Details>(text: string): CheckoutOrder<Details> {
  const { createdAt, updatedAt, checkAt, ...rest } = JSON.parse(text)
  return {
    ...rest,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    checkAt: checkAt === null ? null : new Date(checkAt),
  }
}

export function readEvent(text: string): OrderEvent {
  const event = JSON.parse(text)
  return { ...event, at: new Date(event.at) }
}
