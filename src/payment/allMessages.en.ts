import { billingListEn } from './billingListMessages.en.js'
import { billingEn } from './billingMessages.en.js'
import { cardCompanyEn } from './cardCompanyMessages.en.js'
import { cardFormEn } from './cardFormMessages.en.js'
import { installmentEn } from './installmentMessages.en.js'
import { en as paymentEn } from './messages.en.js'
import type { Messages } from './messages.js'
import { payMethodEn } from './payMethodMessages.en.js'
import { paymentResultEn } from './paymentResultMessages.en.js'
import { virtualAccountEn } from './virtualAccountMessages.en.js'

/** Every English sentence: give it as `messages={en}` to have English from the first render, without fetching. */
export const en: Required<Messages> = {
  ...paymentEn,
  ...billingEn,
  ...installmentEn,
  ...cardCompanyEn,
  ...payMethodEn,
  ...virtualAccountEn,
  ...paymentResultEn,
  ...cardFormEn,
  ...billingListEn,
}
