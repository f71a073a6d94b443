import type { BillingKeyRecord } from './billingKey.js'
import type { CardNameMessages } from './cardNameMessages.js'
import { nameMonogram } from './nameMonogram.js'

/** Words that name a registered card; said by the list of cards and by the form that registered one. */
export interface RegisteredCardMessages extends CardNameMessages {
  /** A card without a name: its masked number alone. */
  cardListUnnamed: string
  /** The last digits the gateway shows. */
  cardListEnding: (digits: string) => string
}

/** A registered card in words, and the letters that stand for its company. @internal */
export function registeredCardName(
  { card }: Pick<BillingKeyRecord, 'card'>,
  words: RegisteredCardMessages,
): { name: string; monogram: string } {
  const ending = /(\d{2,4})\D*$/.exec(card?.number ?? '')?.[1]
  const company = words.cardName(card?.code ?? null, card?.name ?? null) || words.cardListUnnamed
  const name = [company, ending && words.cardListEnding(ending)].filter(Boolean).join(' ')
  return { name, monogram: nameMonogram(company) }
}
