import type { CardData } from './cardData.js'

/** No documented answer is nearly as deep. */
const DEEPEST = 16

/** Takes one card out of whatever the gateway sends back. */
export interface CardConcealer {
  /** A sentence without any of the card's data. */
  text(text: string): string
  /** An answer without the card's number anywhere, and without any of its data where a reason is told. */
  answer(response: unknown): unknown
}

/** Where no card is sent there is nothing to conceal. */
export const noCard: CardConcealer = { text: (text) => text, answer: (response) => response }

/** Knows a card that `toCardFields` found well formed, for as long as one operation takes. */
export function concealCard({ cardNumber, expiry, birth, pwd2digit, cvc }: CardData): CardConcealer {
  const number = runOf(cardNumber)
  const [year, month] = [expiry.slice(0, 4), expiry.slice(5)]
  const short = year.slice(2)
  const others = [birth, year + month, month + year, short + month, month + short, cvc, pwd2digit]
    .filter((digits) => digits !== undefined)
    .map(runOf)
  const hideNumber = (text: string): string => text.replace(number, '***')
  const text = (given: string): string =>
    others.reduce((kept, each) => kept.replace(each, '***'), hideNumber(given))

  const clean = (value: unknown, name: string, depth: number): unknown => {
    if (typeof value === 'string') return name === 'fail_reason' ? text(value) : hideNumber(value)
    if (typeof value === 'number') return hideNumber(`${value}`) === `${value}` ? value : '***'
    if (typeof value !== 'object' || value === null) return value
    if (depth > DEEPEST) return null
    if (Array.isArray(value)) return value.map((item) => clean(item, name, depth + 1))
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [hideNumber(key), clean(inside, key, depth + 1)]),
    )
  }
  return { text, answer: (response) => clean(response, '', 0) }
}

/**
 * These digits in a text, however they are separated. Fewer than six only where no other digit is next to them: two
 * digits of a password are in half of all numbers.
 */
function runOf(given: string): RegExp {
  const digits = given.replaceAll('-', '')
  const run = [...digits].join('[-\\s./]{0,2}')
  return new RegExp(digits.length < 6 ? `(?<!\\d)${run}(?!\\d)` : run, 'g')
}
