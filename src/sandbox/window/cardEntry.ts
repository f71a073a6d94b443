import type { BuyerChoice } from '../sandbox.types.js'

/** The fields of the registration window. */
export type CardEntry = 'cardNumber' | 'cardExpiry' | 'cardBirth' | 'cardPassword'

type CardData = Extract<BuyerChoice, { method: 'billing' }>['card']

/** The digits of what was typed or pasted. */
export function readDigits(typed: string): string {
  return typed.replace(/\D/g, '')
}

/** `4242 4242 4242 4242`; an American Express number as `3782 822463 10005`. */
export function groupNumber(digits: string): string {
  return groupsOf(digits.slice(0, 16)).join(' ')
}

/** `09 / 30`, also from `2030-09` and `09/2030`. */
export function groupExpiry(digits: string): string {
  const [month, year] = [digits.slice(0, 2), digits.slice(2)]
  return year ? `${month} / ${year}` : month
}

/** The card in the gateway's spelling, or the first field that is not complete. Whether it is a card the gateway says. */
export function readCardEntry(form: FormData): { card: CardData } | { missing: CardEntry } {
  const digits = (name: CardEntry) => readDigits(String(form.get(name) ?? ''))
  const number = digits('cardNumber')
  if (!/^(\d{16}|3[47]\d{13})$/.test(number)) return { missing: 'cardNumber' }
  const expiry = readExpiry(digits('cardExpiry'))
  if (!expiry) return { missing: 'cardExpiry' }
  const birth = digits('cardBirth')
  if (!/^(\d{6}|\d{10})$/.test(birth)) return { missing: 'cardBirth' }
  const pwd2digit = digits('cardPassword')
  if (!/^\d{2}$/.test(pwd2digit)) return { missing: 'cardPassword' }
  return { card: { number: groupsOf(number).join('-'), expiry, birth, pwd2digit } }
}

/** `YYYY-MM` from `MMYY`, `MMYYYY` or `YYYYMM`; null from anything else. */
function readExpiry(digits: string): string | null {
  const turned = /^(20\d{2})(0[1-9]|1[0-2])$/.exec(digits)
  if (turned) return `${turned[1]}-${turned[2]}`
  const read = /^(0[1-9]|1[0-2])(?:20)?(\d{2})$/.exec(digits)
  return read && `20${read[2]}-${read[1]}`
}

function groupsOf(digits: string): string[] {
  const shape = /^3[47]/.test(digits)
    ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?/
    : /^(\d{1,4})(\d{1,4})?(\d{1,4})?(\d{1,4})?/
  return (shape.exec(digits) ?? []).slice(1).filter(Boolean)
}
