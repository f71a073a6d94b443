import { isCardExpired, printCardExpiry, readCardExpiry } from './cardExpiry.js'
import { cardLength, passesChecksum } from './cardNumber.js'

/** The fields of the card form, in the order they are filled in. */
export type CardField = 'cardNumber' | 'expiry' | 'birth' | 'pwd2digit'

/** What is wrong with a field. Never holds what was typed. */
export type CardProblem = 'missing' | 'incomplete' | 'wrong' | 'expired'

/** A card as the merchant's server takes it (`POST {endpoint}/register-billing-key`). Pass it on and forget it. */
export interface CardFormData {
  /** 15 or 16 digits. */
  cardNumber: string
  /** `YYYY-MM`. */
  expiry: string
  /** `YYMMDD`, or the 10 digits of a business number (company cards). */
  birth: string
  /** First two digits of the card's password. */
  pwd2digit: string
}

/** @param testCards card numbers (digits) that need pass no checksum and may be expired: the sandbox's sample card */
export function checkCardForm(
  typed: Readonly<Record<CardField, string>>,
  now: Date,
  testCards: readonly string[] = [],
): { ok: true; card: CardFormData } | { ok: false; problems: Partial<Record<CardField, CardProblem>> } {
  const problems: Partial<Record<CardField, CardProblem>> = {}
  const digits = (field: CardField) => typed[field].replace(/\D/g, '')
  const cardNumber = digits('cardNumber')
  const isTestCard = testCards.includes(cardNumber)
  const expiry = readCardExpiry(typed.expiry)
  const birth = digits('birth')
  const pwd2digit = digits('pwd2digit')

  if (!cardNumber) problems.cardNumber = 'missing'
  else if (cardNumber.length !== cardLength(cardNumber)) problems.cardNumber = 'incomplete'
  else if (!passesChecksum(cardNumber) && !isTestCard) problems.cardNumber = 'wrong'

  if (!typed.expiry.trim()) problems.expiry = 'missing'
  else if (!expiry) problems.expiry = 'wrong'
  else if (isCardExpired(expiry, now) && !isTestCard) problems.expiry = 'expired'

  if (!birth) problems.birth = 'missing'
  else if (birth.length !== 6 && birth.length !== 10) problems.birth = 'incomplete'
  else if (birth.length === 6 && !isDay(birth)) problems.birth = 'wrong'

  if (!pwd2digit) problems.pwd2digit = 'missing'
  else if (pwd2digit.length !== 2) problems.pwd2digit = 'incomplete'

  if (Object.keys(problems).length > 0 || !expiry) return { ok: false, problems }
  return { ok: true, card: { cardNumber, expiry: printCardExpiry(expiry), birth, pwd2digit } }
}

/** `YYMMDD` names a day; of which century nobody can say, so 29 February is allowed when either has it. */
function isDay(birth: string): boolean {
  const [year, month, day] = [birth.slice(0, 2), birth.slice(2, 4), birth.slice(4)].map(Number) as [
    number,
    number,
    number,
  ]
  return [1900, 2000].some((century) => {
    const date = new Date(Date.UTC(century + year, month - 1, day))
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0
  })
}
