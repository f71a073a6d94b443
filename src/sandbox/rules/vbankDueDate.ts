const KST_MS = 9 * 3600_000
const DAY_MS = 24 * 3600_000

/** Days a virtual account stays open when the request does not say. */
export const VBANK_DEFAULT_DAYS = 7

/**
 * Reads `vbank_due` (`YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmmss`, `YYYYMMDDHHmm`) as Korean time;
 * a date alone is 23:59:59 of that day. Unix seconds, or null for any other form or a day that does not exist.
 */
export function parseVbankDue(due: string): number | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?$/.exec(due) ??
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(due)
  if (!match) return null
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number)
  const dateOnly = match[4] === undefined
  const [hour = 0, minute = 0, second = 0] = dateOnly
    ? [23, 59, 59]
    : match.slice(4, 7).map((n) => Number(n ?? 0))
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const exists =
    local.getUTCMonth() === month - 1 &&
    local.getUTCDate() === day &&
    local.getUTCHours() === hour &&
    local.getUTCMinutes() === minute &&
    local.getUTCSeconds() === second
  return exists ? Math.floor((local.getTime() - KST_MS) / 1000) : null
}

/** The deadline when none was asked for: the end of the seventh day from now in Korea, unix seconds. */
export function defaultVbankDue(nowMs: number): number {
  const startOfToday = Math.floor((nowMs + KST_MS) / DAY_MS) * DAY_MS
  return Math.floor((startOfToday + (VBANK_DEFAULT_DAYS + 1) * DAY_MS - KST_MS) / 1000) - 1
}

/** `YYYYMMDDHHmmss` in Korea, of unix seconds. */
export function kstStamp(seconds: number): string {
  return new Date(seconds * 1000 + KST_MS).toISOString().replace(/\D/g, '').slice(0, 14)
}
