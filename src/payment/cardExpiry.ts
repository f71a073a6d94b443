/** Month and year of a card, read from how people type or paste it: `09/30`, `0930`, `9/30`, `09/2030`, `2030-09`. */
export function readCardExpiry(typed: string): { year: number; month: number } | null {
  const text = typed.replace(/\s/g, '')
  const read =
    /^(?<year>20\d\d)[-/.]?(?<month>0[1-9]|1[0-2])$/.exec(text) ??
    /^(?<month>0?[1-9]|1[0-2])[-/.](?<year>20\d\d|\d\d)$/.exec(text) ??
    /^(?<month>0[1-9]|1[0-2])(?<year>20\d\d|\d\d)$/.exec(text)
  if (!read?.groups) return null
  const year = Number(read.groups.year)
  return { year: year < 100 ? 2000 + year : year, month: Number(read.groups.month) }
}

/** As the REST API takes it: `2030-09`. */
export function printCardExpiry({ year, month }: { year: number; month: number }): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

/** A card is good until its month is over, in Korea. */
export function isCardExpired({ year, month }: { year: number; month: number }, now: Date): boolean {
  const seoul = new Date(now.getTime() + 9 * 3_600_000)
  return year * 12 + month - 1 < seoul.getUTCFullYear() * 12 + seoul.getUTCMonth()
}

/** Groups digits while they are typed: `0930` → `09 / 30`. Anything else is left as it is, for `readCardExpiry` to judge. */
export function groupCardExpiry(typed: string): string {
  const digits = typed.replace(/[\s/]/g, '')
  if (!/^\d{1,4}$/.test(digits) || /^20/.test(digits)) return typed
  // No month begins with 2 or more.
  const month = digits < '2' || digits.length === 4 ? digits : `0${digits}`
  return month.length > 2 ? `${month.slice(0, 2)} / ${month.slice(2)}` : month
}
