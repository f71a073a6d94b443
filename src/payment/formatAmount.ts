import { formatWon } from './won.js'

/**
 * A record's amount in its own currency: won as people write it, others as the number and the code.
 *
 * @example formatAmount(40, 'USD') // '40 USD'
 */
export function formatAmount(amount: number, currency: string, locale: 'ko' | 'en' = 'ko'): string {
  return currency === 'KRW' ? formatWon(amount, locale) : `${amount} ${currency}`
}
