import { adviseDeveloper } from './adviseDeveloper.js'
import { PaymentError, type PaymentErrorCode } from './PaymentError.js'

/**
 * Throws a `PaymentError` unless the rule holds; `orRefuse` gives it its message.
 *
 * @param field the field that the rule is about, where the code does not tell
 */
export function refuseUnless(holds: unknown, code: PaymentErrorCode, field?: string): asserts holds {
  if (!holds) throw new PaymentError(code, { cause: field })
}

/**
 * Runs checks on an order and its options. Whatever they throw (a rule, a getter, a cycle, a proxy of the caller's)
 * comes out as a `PaymentError`; in development with a message in three parts: what was given, what is allowed, what
 * to do. Production builds carry no such texts.
 */
export function orRefuse<T>(work: () => T, order: object, options: object): T {
  try {
    return work()
  } catch (thrown) {
    const refusal =
      thrown instanceof PaymentError ? thrown : new PaymentError('INVALID_OPTIONS', { cause: thrown })
    if (__DEV__) {
      const { code, cause } = refusal
      throw new PaymentError(code, { cause, message: adviseDeveloper(code, cause, order, options) })
    }
    throw refusal
  }
}
