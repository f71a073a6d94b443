import { isJson } from '../../../payment/plainData.js'
import { isWon } from '../../../payment/won.js'
import { PortOneError } from '../../PortOneError.js'
import { refuseArgument, requireAmount, requireText } from '../call/refuseArgument.js'

/** Most characters an order number may have (PortOne V1 REST definition). */
export const MERCHANT_UID_LENGTH = 40
/** Most characters a billing key's name may have (PortOne V1 REST definition). */
export const CUSTOMER_UID_LENGTH = 80

/** A text with something in it, no longer than PortOne takes. Quotes no text that is too long: it may be a person's. */
export function requireShortText(name: string, given: unknown, most: number): string {
  const text = requireText(name, given)
  if (text.length <= most) return text
  throw new PortOneError('INVALID_ARGUMENT', {
    message: `${name} has ${text.length} characters; at most ${most} are allowed`,
  })
}

/** Optional texts no longer than PortOne takes, by name and limit; quotes none of them. */
export function shortTexts<Name extends string>(
  given: { readonly [Each in NoInfer<Name>]?: unknown },
  limits: Readonly<Record<Name, number>>,
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {}
  for (const name of Object.keys(limits) as Name[]) {
    const text = given[name]
    if (text === undefined) continue
    if (typeof text !== 'string') {
      throw new PortOneError('INVALID_ARGUMENT', {
        message: `${name} is of type ${typeof text}; a string is needed`,
      })
    }
    texts[name] = text === '' ? text : requireShortText(name, text, limits[name])
  }
  return texts
}

/** An amount: of won a whole number, of another currency any. `least` says whether 0 is one. */
export function requireMoney(
  name: string,
  given: unknown,
  currency: string | undefined,
  least: 'positive' | 'zero',
): number {
  const amount = requireAmount(name, given, least)
  if ((currency ?? 'KRW') === 'KRW' && !isWon(amount)) {
    throw refuseArgument(name, given, 'won are whole numbers')
  }
  return amount
}

/** A valid moment. */
export function requireDate(name: string, given: unknown): Date {
  if (given instanceof Date && !Number.isNaN(given.getTime())) return given
  throw refuseArgument(name, given instanceof Date ? 'Invalid Date' : given, 'a valid Date is needed')
}

/** A moment that still lies ahead in whole seconds, as PortOne counts them; `now` in ms. */
export function requireFuture(name: string, given: unknown, now: number): Date {
  const moment = requireDate(name, given)
  if (Math.floor(moment.getTime() / 1000) * 1000 > now) return moment
  throw refuseArgument(name, moment, 'a moment that still lies ahead is needed')
}

/** Anything JSON as the JSON string PortOne keeps; undefined stays undefined. */
export function toJsonText(name: string, given: unknown): string | undefined {
  if (given === undefined) return undefined
  if (!isJson(given)) throw refuseArgument(name, given, 'something JSON can hold is needed')
  return JSON.stringify(given)
}
