import type { BillingMessages } from './billingMessages.js'

/** English words of card registration. */
export const billingEn: BillingMessages = {
  'card-register': 'Register a card',
  'card-preparing': 'Getting ready',
  'card-press-again': 'Please press once more',
  'card-in-window': 'Continue in the window',
  'card-confirming': 'Checking your card',
  'card-registered': 'Your card is registered',
  'card-dismissed': 'You left before finishing. No card was registered.',
  'card-retry': 'Try again',
  'card-failed': 'Card not registered',
  'card-unconfirmed': 'Check the result again',
  'card-free': 'This only registers your card. Nothing is charged now.',
  'card-shopProblem': 'The shop’s settings kept your card from being registered. Please tell the shop.',
  'card-tryAgain': 'We could not get ready to register your card. Please try again.',
  'card-blocked': 'The card window could not be opened. Check your network and blockers, then try again.',
  'card-oneAtATime': 'Another payment or registration is under way. Finish it first, then try again.',
  'card-otherTab': 'This card is being registered in another tab. Please go on there.',
  'card-previousUnconfirmed':
    'An earlier payment or registration could not be confirmed yet. Please register once it is.',
  'card-declined': 'Your card company declined it. Use another card or contact your card company.',
  'card-limit': 'This card cannot be registered. Please try another one.',
  'card-cardData':
    'The card details do not match. Check the card number, expiry date, date of birth and password, then enter them again.',
  'card-gatewayBusy': 'The card company has a temporary problem. Please try again shortly.',
  'card-alreadyPaid': 'This registration may be done already. Check your registered cards first.',
  'card-paidButDiffers': 'The registered card is not the one asked for. Please contact the shop.',
  'card-refunded': 'This registration was cancelled. Please register again.',
  'card-checking': 'Your card may be registered, but we could not check yet. Please check again shortly.',
}
