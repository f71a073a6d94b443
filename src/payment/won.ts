/** Is this an amount of whole won: a number (never a string), not negative, small enough to be exact? */
export function isWon(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/**
 * An amount of won as people write it. Needs no `Intl`, so a server and a browser print the same text.
 *
 * @example formatWon(55000) // '55,000원'
 * @example formatWon(55000, 'en') // '₩55,000'
 */
export function formatWon(amount: number, locale: 'ko' | 'en' = 'ko'): string {
  let digits = `${amount}`
  for (let at = digits.length - 3; at > 0; at -= 3) digits = `${digits.slice(0, at)},${digits.slice(at)}`
  return locale === 'en' ? `₩${digits}` : `${digits}원`
}
