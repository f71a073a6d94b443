import { OrderStoreError } from '../OrderStoreError.js'
import { ILLEGAL_CHANGE_STATE } from './migrations.js'

/** Runs a statement about an order; what the database refuses by rule becomes an `OrderStoreError`. */
export async function asStoreError<T>(merchantUid: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown)) throw thrown
    const what = `order "${merchantUid}" (${thrown.message})`
    if (thrown.code === ILLEGAL_CHANGE_STATE) throw new OrderStoreError('ILLEGAL_CHANGE', what, thrown)
    // Classes of PostgreSQL's error codes: 22 is data that no column takes, 23 a constraint.
    if (/^2[23]/.test(String(thrown.code))) throw new OrderStoreError('INVALID_ORDER', what, thrown)
    throw thrown
  }
}
