import type { Reason } from '../gateway/gatewayReasons.js'
import { testCardOf, testCards } from '../rules/testCards.js'
import { kstStamp } from '../rules/vbankDueDate.js'
import { type KnownCard, knownCard } from './knownCard.js'

/** A card as its owner types it. It is read once and never kept: what stays is a `KnownCard`. */
export interface CardData {
  /** `dddd-dddd-dddd-dddd`; an American Express number has 15 digits, in groups of 4-6-5 or 4-4-4-3. */
  number: string
  /** `YYYY-MM`. */
  expiry: string
  /** `YYMMDD` of the owner, or the ten digits of a business number. */
  birth?: string | null
  /** The first two digits of the card's password. */
  pwd2digit?: string | null
}

const cardNumber = /^(\d{4}-\d{4}-\d{4}-\d{4}|3[47]\d{2}-\d{6}-\d{5}|3[47]\d{2}-\d{4}-\d{4}-\d{3})$/

/** A card field in the REST half's spelling, and how it is written (PortOne V1 REST definition). */
const spelling = {
  card_number: 'dddd-dddd-dddd-dddd',
  expiry: 'YYYY-MM',
  birth: 'YYMMDD 또는 사업자등록번호 10자리',
  pwd_2digit: '숫자 2자리',
}

export type CardFieldName = keyof typeof spelling

/** The first field that is not written as PortOne's REST definition wants it; null when all are. */
export function misspeltCardFieldName({ number, expiry, birth, pwd2digit }: CardData): CardFieldName | null {
  if (!cardNumber.test(number)) return 'card_number'
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(expiry)) return 'expiry'
  if (birth && !/^(\d{6}|\d{10})$/.test(birth)) return 'birth'
  if (pwd2digit && !/^\d{2}$/.test(pwd2digit)) return 'pwd_2digit'
  return null
}

/** That field with how it is written. */
export function misspeltCardField(card: CardData): string | null {
  const name = misspeltCardFieldName(card)
  return name && `${name} (${spelling[name]})`
}

/**
 * Checks a well-written card as the gateway does before it asks a card company: the checksum, and that it has not
 * expired by the sandbox's clock (a card is good through the end of its month in Korea). The documented sample card is
 * checked for neither.
 *
 * @param now Unix seconds.
 */
export function readCard(data: CardData, now: number): { card: KnownCard } | { reason: Reason } {
  const digits = data.number.replaceAll('-', '')
  const name = testCardOf(digits)
  const isSample = name !== null && testCards[name].unchecked === true
  if (!isSample && !hasValidChecksum(digits)) {
    return { reason: ['INVALID_CARD_NUMBER', '카드번호를 다시 확인해주세요.'] }
  }
  if (!isSample && data.expiry.replace('-', '') < kstStamp(now).slice(0, 6)) {
    return { reason: ['INVALID_CARD_EXPIRATION', '카드 정보를 다시 확인해주세요. (유효기간)'] }
  }
  return { card: knownCard(digits, name) }
}

/** Luhn's checksum. */
function hasValidChecksum(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
