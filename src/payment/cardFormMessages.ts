import type { CardField, CardProblem } from './checkCardForm.js'

/** Words of `<BillingKeyRegister method="form">`. */
export interface CardFormMessages {
  cardFormTitle: string
  cardFieldLabel: (field: CardField) => string
  /** Stands under the field. */
  cardFieldHint: (field: CardField) => string
  /** Stands at the field that has it. */
  cardFieldProblem: (field: CardField, problem: CardProblem) => string
  /** A required consent was not given. */
  cardFormConsentMissing: string
  cardFormRequired: string
  /** A link that opens a new tab. */
  cardFormReadTerms: string
  cardFormSend: string
  cardFormSending: string
}
