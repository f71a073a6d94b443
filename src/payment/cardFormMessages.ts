import type { CardField, CardProblem } from './checkCardForm.js'
import type { RegisteredCardMessages } from './registeredCardName.js'

/** Words of `<BillingKeyRegister method="form">`. */
export interface CardFormMessages extends RegisteredCardMessages {
  cardFormTitle: string
  cardFieldLabel: (field: CardField) => string
  /** Stands under the field. */
  cardFieldHint: (field: CardField) => string
  /** Stands at the field that has it. */
  cardFieldProblem: (field: CardField, problem: CardProblem) => string
  /** Stands under a card number that works in Korea alone. */
  cardFormDomestic: string
  /** Stands under a required consent that was not given. */
  cardFormConsentMissing: string
  cardFormRequired: string
  /** A link that opens a new tab. */
  cardFormReadTerms: string
  cardFormSend: string
  cardFormSending: string
  /** Once a card is registered: the button that brings the empty form back. */
  cardFormSendAnother: string
  /** The button while it is unknown whether the card was registered: pressing registers once more. */
  cardFormSendAgain: string
  /** The answer was lost: where to look before that, and that no money is involved. */
  cardFormUnconfirmed: string
}
