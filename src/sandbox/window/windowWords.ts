import type { WindowOffer } from '../sandbox.types.js'
import { printAmount } from './printAmount.js'
import { wording } from './wording.js'

/** The words in which taking a payment and registering a card differ. */
export interface WindowWords {
  windowTitle: string
  title: string
  agreements: readonly string[]
  submit: string
  busy: string
}

/** What this window says of itself. */
export function windowWords({
  language,
  registersCard,
  payMethod,
  amount,
  currency,
}: WindowOffer): WindowWords {
  const t = wording[language]
  if (registersCard) return t.registration
  const { windowTitle, agreements, busy } = t
  return {
    ...{ windowTitle, agreements, busy },
    title: payMethod === 'vbank' ? t.issueTitle : t.title(t.methods[payMethod] ?? payMethod),
    submit: t.pay(printAmount(amount, currency, language)),
  }
}
