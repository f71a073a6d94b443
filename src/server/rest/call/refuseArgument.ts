import { showGiven } from '../../../payment/showGiven.js'
import { PortOneError } from '../../PortOneError.js'

/** An `INVALID_ARGUMENT` in three parts: what was given, what is allowed, what to do. */
export function refuseArgument(name: string, given: unknown, allowed: string): PortOneError {
  return new PortOneError('INVALID_ARGUMENT', { message: `${name} is ${showGiven(given)}; ${allowed}` })
}

/** A text with something in it, for a body or a query. Raises `INVALID_ARGUMENT`. */
export function requireText(name: string, given: unknown): string {
  if (typeof given !== 'string' || given === '') {
    throw refuseArgument(name, given, 'a string with something in it is needed')
  }
  return given
}

/** An amount as a number: JSON would write NaN as null, and null is a full refund. Raises `INVALID_ARGUMENT`. */
export function requireAmount(name: string, given: unknown, least: 'positive' | 'zero'): number {
  const allowed = least === 'zero' ? 'a number, 0 or more, is needed' : 'a number above 0 is needed'
  if (typeof given !== 'number' || !Number.isFinite(given) || given < 0 || (least === 'positive' && !given)) {
    throw refuseArgument(name, given, allowed)
  }
  return given
}
