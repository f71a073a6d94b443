import { PaymentError, type PaymentErrorCode } from './PaymentError.js'
import { showGiven } from './showGiven.js'

const dev = process.env.NODE_ENV !== 'production'

/**
 * Throws a `PaymentError` unless the rule holds. `why` is for the developer, in three parts: what was given, what is
 * allowed, what to do. Production builds leave it out.
 */
export function refuseUnless(
  holds: unknown,
  code: PaymentErrorCode,
  why: false | (() => string),
): asserts holds {
  if (!holds) throw new PaymentError(code, { message: why ? why() : why })
}

/** Runs `work`; whatever it throws (a getter, a cycle, a proxy of the caller's) comes out as a `PaymentError`. */
export function orRefuse<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof PaymentError) throw cause
    throw new PaymentError('INVALID_OPTIONS', {
      cause,
      message:
        dev &&
        `the order or its options could not be read: ${showGiven(cause instanceof Error ? cause.message : cause)}. Everything is sent to the gateway as JSON. Pass plain data.`,
    })
  }
}
