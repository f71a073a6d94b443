import { OrderStoreError } from '../OrderStoreError.js'
import { ILLEGAL_CHANGE_STATE } from './migrations.js'

/** Where PostgreSQL and its drivers quote the row: address, phone number and session would stand in every log. */
const QUOTING_FIELDS = ['detail', 'where', 'params']

/**
 * Runs a statement about an order; what the database refuses by rule becomes an `OrderStoreError`. Errors keep the code,
 * the table, the constraint and the message, and nothing of the row.
 */
export async function asStoreError<T>(merchantUid: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    for (const field of QUOTING_FIELDS) Reflect.deleteProperty(thrown, field)
    const code = 'code' in thrown ? String(thrown.code) : ''
    const what = `order "${merchantUid}" (${thrown.message})`
    if (code === ILLEGAL_CHANGE_STATE) throw new OrderStoreError('ILLEGAL_CHANGE', what, thrown)
    // Classes of PostgreSQL's error codes: 22 is data that no column takes, 23 a constraint.
    if (/^2[23]/.test(code)) throw new OrderStoreError('INVALID_ORDER', what, thrown)
    throw thrown
  }
}
