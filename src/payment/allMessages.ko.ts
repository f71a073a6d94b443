import { billingListKo } from './billingListMessages.ko.js'
import { billingKo } from './billingMessages.ko.js'
import { cardCompanyKo } from './cardCompanyMessages.ko.js'
import { cardFormKo } from './cardFormMessages.ko.js'
import { installmentKo } from './installmentMessages.ko.js'
import type { Messages } from './messages.js'
import { ko as paymentKo } from './messages.ko.js'
import { payMethodKo } from './payMethodMessages.ko.js'
import { paymentResultKo } from './paymentResultMessages.ko.js'
import { virtualAccountKo } from './virtualAccountMessages.ko.js'

/** Every Korean sentence, to look up or to start a wording of your own from. The kit itself loads them piece by piece. */
export const ko: Required<Messages> = {
  ...paymentKo,
  ...billingKo,
  ...installmentKo,
  ...cardCompanyKo,
  ...payMethodKo,
  ...virtualAccountKo,
  ...paymentResultKo,
  ...cardFormKo,
  ...billingListKo,
}
