import { adviseDeveloper } from './adviseDeveloper.js'
import { PaymentError, type PaymentErrorCode } from './PaymentError.js'

/**
 * Throws a `PaymentError` unless the rule holds. In development its message has three parts: what was given, what is
 * allowed, what to do; production builds carry no texts.
 *
 * @param field the option or order field that the rule is about
 * @param given its value
 */
export function refuseUnless(
  holds: unknown,
  code: PaymentErrorCode,
  field: string,
  given?: unknown,
): asserts holds {
  if (!holds) {
    throw new PaymentError(code, {
      message: process.env.NODE_ENV !== 'production' && adviseDeveloper(code, field, given),
    })
  }
}

/** Runs `work`; whatever it throws (a getter, a cycle, a proxy of the caller's) comes out as a `PaymentError`. */
export function orRefuse<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof PaymentError) throw cause
    throw new PaymentError('INVALID_OPTIONS', {
      cause,
      message: process.env.NODE_ENV !== 'production' && adviseDeveloper('INVALID_OPTIONS', 'order', cause),
    })
  }
}
