import { cardNameEn } from './cardName.en.js'
import type { RegisteredCardMessages } from './registeredCardName.js'

/** English words that name a registered card. */
export const registeredCardEn: RegisteredCardMessages = {
  cardName: cardNameEn,
  cardListUnnamed: 'Card',
  cardListEnding: (digits) => `ending in\u00a0${digits}`,
}
