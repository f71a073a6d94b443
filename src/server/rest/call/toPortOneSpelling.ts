import { refuseArgument } from './refuseArgument.js'

/**
 * Fields as PortOne spells them: `taxFree` → `tax_free`. Undefined ones are left out, a `Date` becomes unix seconds.
 * One level deep. Raises `INVALID_ARGUMENT` for a number JSON would write as null, and for an invalid date.
 */
export function toPortOneSpelling(fields: object): Record<string, unknown> {
  const sent: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw refuseArgument(name, value, 'a finite number is needed')
    }
    const spelt = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    sent[spelt] = value instanceof Date ? unixSeconds(name, value) : value
  }
  return sent
}

/** A moment in unix seconds, as PortOne takes it. Raises `INVALID_ARGUMENT` for an invalid date. */
export function unixSeconds(name: string, moment: Date): number {
  const at = moment.getTime()
  if (Number.isNaN(at)) throw refuseArgument(name, 'Invalid Date', 'a valid Date is needed')
  return Math.floor(at / 1000)
}
