import type { BillingListMessages } from './billingListMessages.js'
import type { BillingMessages } from './billingMessages.js'
import type { CardFormMessages } from './cardFormMessages.js'
import type { CardNameMessages } from './cardNameMessages.js'
import type { TimeLeft } from './koreanTime.js'
import type { PayMethod } from './order.js'

/** Words of `<InstallmentSelect>`. Amounts arrive formatted for the language ("18,334원"). */
export interface InstallmentMessages {
  installmentLabel: string
  lumpSum: string
  /** One choice is "3개월 · 월 18,334원": its months … */
  monthsName: (months: number) => string
  /** … and what they cost. */
  monthlyShare: (monthly: string) => string
  /** Stands behind the months whose interest the shop bears. */
  interestFree: string
  /** The division leaves a rest: what the last month costs. */
  lastMonth: (last: string) => string
  /** Under interest-free months. */
  interestFreeNote: string
  /** Under months that may cost interest. */
  interestExtra: string
  /** The price is too low for installments; `minimum` is 50,000 won. */
  belowMinimum: (minimum: string) => string
  /** The shop offers no months. */
  lumpSumOnly: string
  /** The months chosen before are not offered any more; `name` stands in for them. */
  installmentReplaced: (name: string) => string
}

/** Words of `<CardCompanySelect>`. */
export interface CardCompanyMessages {
  cardCompanyLabel: string
  cardCompanySearch: string
  cardCompanySearchHint: string
  cardCompaniesFound: (count: number) => string
  cardCompanyNotFound: string
  interestFreeUpTo: (months: number) => string
}

/** Words of `<PaymentMethodSelect>`: `method-card` is the name, `note-card` a sentence under the chosen one. */
export interface PayMethodMessages
  extends Record<`method-${PayMethod}`, string>,
    Record<`note-${'card' | 'trans' | 'vbank' | 'phone'}`, string> {
  payMethodLabel: string
  /** The shop offers nothing that can be used. */
  payMethodNone: string
}

/** Words of `<VirtualAccountPanel>`. */
export interface VirtualAccountMessages {
  accountTitle: string
  /** Once nothing is to be deposited any more. */
  accountTitleAfter: string
  accountWaiting: (amount: string) => string
  accountDeposited: string
  accountExpired: string
  accountRevoked: string
  accountMismatch: string
  /** The server could not be asked just now. */
  accountUnreachable: string
  accountBank: string
  /** As `cardName`, by the bank's code; empty when nothing is known. */
  bankName: (code: string | null, name: string | null) => string
  /** The bank has no name here. */
  accountBankCode: (code: string) => string
  accountNumber: string
  accountHolder: string
  /** The new module names no holder: bank apps show the shop's name. */
  accountHolderUnnamed: string
  accountAmount: string
  accountDue: string
  /** `moment` is formatted in KST. */
  accountDueAt: (moment: string) => string
  timeLeft: (left: TimeLeft) => string
  copyNumber: string
  copied: string
  /** The browser refused to copy; the number is selected instead. */
  copyByHand: string
}

/** Words of `<PaymentResult>`. */
export interface PaymentResultMessages extends CardNameMessages {
  resultDismissed: string
  resultDismissedDetail: string
  /** Not tried, because another payment has to end first. */
  resultNotPaid: string
  /** That other payment ended, and money is in it. */
  resultEarlierKept: string
  /** That other payment ended without money. */
  resultEarlierFree: string
  /** A failure in which money moved, or may have. */
  resultNeedsCheck: string
  /** Nobody could say yet; the server goes on finding out. While this page asks, the title is `confirming`. */
  resultUnconfirmed: string
  resultConfirmingDetail: string
  resultPartlyRefunded: (refunded: string) => string
  resultRefunded: string
  /** Refunded, and the record does not say how much. */
  resultRefundedSome: string
  resultRefundTiming: string
  /** Called off before any money moved. */
  resultRevoked: string
  resultRevokedDetail: string
  resultAmount: string
  resultOrderNumber: string
  /** Of the payment that has to end first. */
  resultEarlierNumber: string
  resultOrderName: string
  resultMethod: string
  resultCard: string
  resultMonths: string
  resultLumpSum: string
  resultMonthsValue: (months: number) => string
  resultApprovalNumber: string
  resultPaidAt: string
  resultRefundedAmount: string
  resultKeptAmount: string
  resultReceipt: string
  /** For screen readers, behind a link that opens a new tab. */
  newTab: string
}

/** Every sentence that only one component says. Each component ships its own. */
export interface ComponentMessages
  extends BillingMessages,
    InstallmentMessages,
    CardCompanyMessages,
    PayMethodMessages,
    VirtualAccountMessages,
    PaymentResultMessages,
    CardFormMessages,
    BillingListMessages {}
