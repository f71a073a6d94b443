/** Brands told apart by the first digits. Korean-only cards begin with 9 and have no brand of their own. */
export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'jcb' | 'unionpay' | 'domestic'

const brands: readonly [CardBrand, RegExp][] = [
  ['visa', /^4/],
  ['mastercard', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ['amex', /^3[47]/],
  ['jcb', /^35/],
  ['unionpay', /^62/],
  ['domestic', /^9/],
]

/** The brand as far as the digits typed so far tell. The card company (issuer) is known to the gateway alone. */
export function cardBrand(digits: string): CardBrand | null {
  return brands.find(([, pattern]) => pattern.test(digits))?.[0] ?? null
}

/** Digits a card of this brand has. */
export function cardLength(digits: string): 15 | 16 {
  return cardBrand(digits) === 'amex' ? 15 : 16
}

/** `4518 1234 5678 9012`, American Express `3782 822463 10005`: as printed on the card. More digits are left out. */
export function groupCardNumber(typed: string): string {
  const digits = typed.replace(/\D/g, '')
  const sizes = cardLength(digits) === 15 ? [4, 6, 5] : [4, 4, 4, 4]
  const groups: string[] = []
  let at = 0
  for (const size of sizes) {
    if (at < digits.length) groups.push(digits.slice(at, at + size))
    at += size
  }
  return groups.join(' ')
}

/** The checksum printed into every card number (Luhn, ISO/IEC 7812-1): one wrong digit, or most swaps, fail it. */
export function passesChecksum(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length > 0 && sum % 10 === 0
}
