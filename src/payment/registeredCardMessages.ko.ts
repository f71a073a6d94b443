import { cardNameKo } from './cardName.ko.js'
import type { RegisteredCardMessages } from './registeredCardName.js'

/** Korean words that name a registered card. */
export const registeredCardKo: RegisteredCardMessages = {
  cardName: cardNameKo,
  cardListUnnamed: '카드',
  cardListEnding: (digits) => `끝자리\u00a0${digits}`,
}
