import { randomText } from './randomText.js'

const NINE_HOURS = 9 * 3_600_000

/** An order number: the day in KST, for people, and 80 random bits, so that nobody guesses one: `20261123-7f2k…`. */
export function mintMerchantUid(now: Date): string {
  const day = new Date(now.getTime() + NINE_HOURS).toISOString().slice(0, 10).replaceAll('-', '')
  return `${day}-${randomText(16)}`
}
