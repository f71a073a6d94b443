import type { CardFormMessages } from './cardFormMessages.js'
import type { CardField, CardProblem } from './checkCardForm.js'
import { registeredCardEn } from './registeredCardMessages.en.js'

const labels: Record<CardField, string> = {
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  birth: 'Date of birth',
  pwd2digit: 'First two digits of the password',
}
const hints: Record<CardField, string> = {
  cardNumber: '',
  expiry: 'Month / year',
  birth: 'YYMMDD. Company cards: the 10 digits of the business number',
  pwd2digit: 'The first two of the four digits of the card password',
}
const problems: Record<CardField, Partial<Record<CardProblem, string>>> = {
  cardNumber: {
    missing: 'Enter the card number.',
    incomplete: 'Enter the whole card number.',
    wrong: 'Check the card number.',
  },
  expiry: {
    missing: 'Enter the expiry date.',
    wrong: 'Enter month and year, for example 09 / 30.',
    expired: 'This card has expired. Register another one.',
  },
  birth: {
    missing: 'Enter the date of birth or the business number.',
    incomplete: 'A date of birth has 6 digits, a business number 10.',
    wrong: 'Check the date of birth.',
  },
  pwd2digit: {
    missing: 'Enter the first two digits of the password.',
    incomplete: 'Enter both digits.',
  },
}

/** English words of the card form. */
export const cardFormEn: CardFormMessages = {
  ...registeredCardEn,
  cardFormTitle: 'Card details',
  cardFieldLabel: (field) => labels[field],
  cardFieldHint: (field) => hints[field],
  cardFieldProblem: (field, problem) => problems[field][problem] ?? 'Check what you entered.',
  cardFormDomestic: 'Domestic card',
  cardFormConsentMissing: 'Please agree to the required terms.',
  cardFormRequired: 'required',
  cardFormReadTerms: 'Read it (new tab)',
  cardFormSend: 'Register the card',
  cardFormSending: 'Registering your card',
  cardFormSendAnother: 'Register another card',
  cardFormSendAgain: 'Register again',
  cardFormUnconfirmed:
    'Your card may be registered. Look at your list of cards before you register it again. This only registers a card, so nothing was charged.',
}
