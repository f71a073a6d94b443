import { refuseUnless } from './refuseUnless.js'

const KST = 9 * 3_600_000
const FORMS = /^(\d{8}(\d{4}(\d\d)?)?|\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?)$/

/** A moment in KST as 14 digits; nothing for an impossible one. */
const stamp = (time: number) => `${new Date(time + KST).toJSON()}`.replace(/\D/g, '').slice(0, 14)

/**
 * A deposit deadline as the gateway takes it: `YYYYMMDD` (the end of that day) or `YYYYMMDDHHmmss`, Korean time.
 * Takes a `Date`, or `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmmss`, `YYYYMMDDHHmm` read as KST,
 * wherever the browser is. Raises `INVALID_VBANK_DUE` when past, not a real date, or of another form.
 * Source: PortOne V1 docs, general and 토스페이먼츠(구모듈) pages; the 12-digit form from the 2016 manual.
 *
 * @param now unix ms that the deadline must lie after
 */
export function virtualAccountDue(due: string | Date, now: number = Date.now()): string {
  const read = typeof due === 'string' && FORMS.test(due) ? due.replace(/\D/g, '') : ''
  const digits = due instanceof Date ? stamp(+due) : read
  const full = `${digits}${digits.length > 8 ? '00' : '235959'}`.slice(0, 14)
  const time = Date.parse(full.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6+09:00'))
  // February 30 rolls over into March: a real date reads back as it was written.
  refuseUnless(stamp(time) === full && time > now, 'INVALID_VBANK_DUE')
  return digits.length > 8 ? full : digits
}
