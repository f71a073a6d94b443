import type { BuyerChoice, WindowOffer } from '../sandbox.types.js'
import { type CardEntry, readCardEntry } from './cardEntry.js'

/** What the buyer still has to fill in before the payment can be sent. */
export type Missing = 'company' | 'bank' | 'carrier' | 'tel' | 'agreement' | CardEntry

/** Reads the window's form: the buyer's choice, or the first thing that is missing from it. */
export function readChoice(
  offer: WindowOffer,
  form: FormData,
): { choice: BuyerChoice } | { missing: Missing } {
  const read = readMethod(offer, form)
  if ('missing' in read || form.has('agreed')) return read
  return { missing: 'agreement' }
}

function readMethod(offer: WindowOffer, form: FormData): ReturnType<typeof readChoice> {
  const { payMethod, direct } = offer
  if (offer.registersCard) {
    const read = readCardEntry(form)
    return 'card' in read ? { choice: { method: 'billing', card: read.card } } : read
  }
  const field = (name: string) => String(form.get(name) ?? '')
  switch (payMethod) {
    case 'card': {
      const cardCode = direct?.code ?? field('cardCode')
      const quota = direct?.quota ?? Number(field('quota'))
      return cardCode ? { choice: { method: 'card', cardCode, quota } } : { missing: 'company' }
    }
    case 'trans':
    case 'vbank': {
      const bankCode = field('bankCode')
      return bankCode ? { choice: { method: payMethod, bankCode } } : { missing: 'bank' }
    }
    case 'phone': {
      const carrier = field('carrier')
      if (!carrier) return { missing: 'carrier' }
      const tel = field('tel').replace(/[\s-]/g, '')
      return /^01\d{8,9}$/.test(tel) ? { choice: { method: 'phone', carrier } } : { missing: 'tel' }
    }
    default:
      return { choice: { method: 'other' } }
  }
}
