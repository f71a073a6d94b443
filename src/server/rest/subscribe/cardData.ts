import { PortOneError } from '../../PortOneError.js'

/**
 * A card as the buyer typed it. Pass it on and forget it: it must not be stored, logged or put into an error, and this
 * client does none of these. Source: PortOne V1 REST definition.
 */
export interface CardData {
  /** 16 digits, or 15, with or without hyphens. */
  cardNumber: string
  /** `YYYY-MM`. */
  expiry: string
  /** Birth date of the holder, `YYMMDD`, or the 10 digits of a business number (company cards). Toss asks for it. */
  birth?: string
  /** First two digits of the card's password. */
  pwd2digit?: string
  /** Three or four digits. Other PGs only. */
  cvc?: string
}

/** The fields of `CardData`, none of them given. */
export type NoCardData = { [Field in keyof CardData]?: never }

/** Card fields as PortOne spells them. */
export type CardFields = Record<string, string>

const rules: Record<keyof CardData, { form: RegExp; allowed: string; sentAs: string }> = {
  cardNumber: {
    form: /^(\d{15,16}|\d{4}-\d{4}-\d{4}-\d{3,4}|\d{4}-\d{6}-\d{5})$/,
    allowed: '16 digits, or 15, with or without hyphens, are needed',
    sentAs: 'card_number',
  },
  expiry: {
    form: /^\d{4}-(0[1-9]|1[0-2])$/,
    allowed: 'YYYY-MM is needed, as in 2030-09',
    sentAs: 'expiry',
  },
  birth: {
    form: /^(\d{6}|\d{10})$/,
    allowed: '6 digits (YYMMDD) or the 10 digits of a business number are needed',
    sentAs: 'birth',
  },
  pwd2digit: { form: /^\d{2}$/, allowed: '2 digits are needed', sentAs: 'pwd_2digit' },
  cvc: { form: /^\d{3,4}$/, allowed: '3 or 4 digits are needed', sentAs: 'cvc' },
}
const names = Object.keys(rules) as (keyof CardData)[]

/** Does it have any card field? */
export function hasCardData(given: CardData | NoCardData): given is CardData {
  return names.some((name) => given[name] !== undefined)
}

/**
 * Checks a card's form and writes it as PortOne takes it. Whether it is a real card, still good and the holder's is the
 * card company's to say: the sample card of PortOne's 2022 page fails the checksum and is long expired. Raises
 * `INVALID_ARGUMENT` with the field and its rule, and never the value.
 */
export function toCardFields(card: CardData): CardFields {
  const sent: CardFields = {}
  for (const name of names) {
    const given: unknown = card[name]
    const { form, allowed, sentAs } = rules[name]
    if (given === undefined && name !== 'cardNumber' && name !== 'expiry') continue
    if (typeof given !== 'string' || !form.test(given)) {
      const what = typeof given === 'string' ? 'of another form' : `of type ${typeof given}`
      throw new PortOneError('INVALID_ARGUMENT', { message: `${name} is ${what}; ${allowed}` })
    }
    sent[sentAs] = name === 'cardNumber' ? inFours(given) : given
  }
  return sent
}

/**
 * `dddd-dddd-dddd-dddd`. The definition shows 16 digits only; 15 (American Express) go in fours too, the last of three.
 */
function inFours(cardNumber: string): string {
  return cardNumber.replaceAll('-', '').replace(/(\d{4})(?=\d)/g, '$1-')
}
