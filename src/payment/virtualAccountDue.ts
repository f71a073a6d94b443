import { refuseUnless } from './refuseUnless.js'
import { showGiven } from './showGiven.js'

const dev = process.env.NODE_ENV !== 'production'

const KST = 9 * 3_600_000
const FORMS = /^(\d{8}(\d{4}(\d\d)?)?|\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?)$/

/** 14 digits of a moment read as UTC; throws when there is no such moment. */
const digitsOf = (time: number) => new Date(time).toISOString().replace(/\D/g, '').slice(0, 14)

/**
 * A deposit deadline as the gateway takes it: `YYYYMMDD` (the end of that day) or `YYYYMMDDHHmmss`, Korean time.
 * Takes a `Date`, or `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmmss`, `YYYYMMDDHHmm` read as KST,
 * wherever the browser is. Raises `INVALID_VBANK_DUE` when past, not a real date, or of another form.
 * Source: PortOne V1 docs, general and 토스페이먼츠(구모듈) pages; the 12-digit form from the 2016 manual.
 *
 * @param now unix ms that the deadline must lie after
 */
export function virtualAccountDue(due: string | Date, now: number = Date.now()): string {
  let digits = ''
  try {
    if (due instanceof Date) digits = digitsOf(+due + KST)
    else if (FORMS.test(due)) digits = due.replace(/\D/g, '')
    const full = (digits.length > 8 ? digits : `${digits}235959`).padEnd(14, '0')
    const time = Date.parse(full.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'))
    // February 30 rolls over into March: a real date reads back as it was written.
    if (digitsOf(time) !== full || time - KST <= now) digits = ''
    else if (digits.length > 8) digits = full
  } catch {
    digits = ''
  }
  refuseUnless(
    digits,
    'INVALID_VBANK_DUE',
    dev &&
      (() =>
        `vbankDue is ${showGiven(due)}. A deadline still to come is allowed: a Date, or YYYY-MM-DD, YYYYMMDD, YYYY-MM-DD HH:mm:ss, YYYYMMDDHHmmss or YYYYMMDDHHmm in Korean time. Pass one of these, such as "2030-12-31".`),
  )
  return digits
}
