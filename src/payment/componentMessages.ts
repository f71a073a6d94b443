import type { BillingListMessages } from './billingListMessages.js'
import type { BillingMessages } from './billingMessages.js'
import type { CardFormMessages } from './cardFormMessages.js'
import type { CardNameMessages } from './cardNameMessages.js'
import type { TimeLeft } from './koreanTime.js'
import type { PayMethod } from './order.js'

/** Words of `<InstallmentSelect>`. Amounts arrive formatted for the language ("18,334원"). */
export interface InstallmentMessages {
  /** Names the months, as the visible label. */
  installmentLabel: string
  /** Paid at once. */
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
  /** Names the companies, as the visible label. */
  cardCompanyLabel: string
  /** Names the search field. */
  cardCompanySearch: string
  /** Stands in the empty search field. */
  cardCompanySearchHint: string
  /** How many the search found, read out. */
  cardCompaniesFound: (count: number) => string
  /** The search found none. */
  cardCompanyNotFound: string
  /** Behind a company whose interest the shop bears. */
  interestFreeUpTo: (months: number) => string
}

/** Words of `<PaymentMethodSelect>`: `method-card` is the name, `note-card` a sentence under the chosen one. */
export interface PayMethodMessages
  extends Record<`method-${PayMethod}`, string>,
    Record<`note-${'card' | 'trans' | 'vbank' | 'phone'}`, string> {
  /** Names the methods, as the visible label. */
  payMethodLabel: string
  /** The shop offers nothing that can be used. */
  payMethodNone: string
}

/** Words of `<VirtualAccountPanel>`. */
export interface VirtualAccountMessages {
  /** While a deposit is awaited. */
  accountTitle: string
  /** Inside a result whose title has said already that the deadline has passed. */
  accountTitleAfter: string
  /** Title: the money is there. */
  accountTitleDeposited: string
  /** Title: the deadline has passed. */
  accountTitleExpired: string
  /** Title: the account was called off. */
  accountTitleRevoked: string
  /** Title: the record is not what was to be paid. */
  accountTitleMismatch: string
  /** What to do; `amount` is formatted for the language. */
  accountWaiting: (amount: string) => string
  /** The same while the server cannot be asked: no promise that the page will change. */
  accountWaitingUnwatched: (amount: string) => string
  /** Under its title: that nothing more is to be sent. */
  accountDeposited: string
  /** Under its title: nothing is to be sent any more, and what to do if it was. */
  accountExpired: string
  /** Under its title: why, and what to do if it was. */
  accountRevoked: string
  /** Under its title: nothing more is to be sent, and whom to ask. */
  accountMismatch: string
  /** The server could not be asked just now. */
  accountUnreachable: string
  /** Label of the bank. */
  accountBank: string
  /** As `cardName`, by the bank's code; empty when nothing is known. */
  bankName: (code: string | null, name: string | null) => string
  /** The bank has no name here. */
  accountBankCode: (code: string) => string
  /** Label of the number. */
  accountNumber: string
  /** Label of the holder. */
  accountHolder: string
  /** The gateway named no holder (the new module never does): where to read the name before sending. */
  accountHolderUnnamed: string
  /** Label of what is to be deposited. */
  accountAmount: string
  /** Label of the same amount once nothing is to be deposited any more. */
  accountOrderAmount: string
  /** Label of the order number, to be quoted then. */
  accountOrderNumber: string
  /** Label of the deadline. */
  accountDue: string
  /** `moment` is formatted in KST. */
  accountDueAt: (moment: string) => string
  /** Behind the deadline, anew each minute. */
  timeLeft: (left: TimeLeft) => string
  /** The button that copies the number. */
  copyNumber: string
  /** The same button for three seconds after that; read out, too. */
  copied: string
  /** The browser refused to copy; the number is selected instead, where there is one to see. */
  copyByHand: string
}

/** Words of `<PaymentResult>`. */
export interface PaymentResultMessages extends CardNameMessages {
  /** Title: an account was issued, and its deadline has not passed. */
  resultDeposit: string
  /** That nothing is paid yet, and when it will be. */
  resultDepositDetail: string
  /** Title: the account's deadline has passed. */
  resultDepositExpired: string
  /** Title: the buyer gave up. */
  resultDismissed: string
  /** That no money moved, and that paying is still possible. */
  resultDismissedDetail: string
  /** Not tried, because another payment has to end first. */
  resultNotPaid: string
  /** Title: another tab pays this very order, and may have paid it by now. */
  resultInAnotherTab: string
  /** Title: an earlier payment may have gone through, and has to be asked about before this one. */
  resultEarlierUnknown: string
  /** The page does not know any more which payment that was: where else to look. */
  resultEarlierLost: string
  /** That other payment ended, and money is in it. */
  resultEarlierKept: string
  /** That other payment ended without money. */
  resultEarlierFree: string
  /** A failure in which money moved, or may have. */
  resultNeedsCheck: string
  /** Nobody could say yet, and nobody asks just now. While this page asks, the title is `confirming`. */
  resultUnconfirmed: string
  /** The window waits for one more press: of which button. */
  resultPressAgainDetail: string
  /** While the server is asked: to wait, and not to pay again. */
  resultConfirmingDetail: string
  /** Title; `refunded` is formatted for the language. */
  resultPartlyRefunded: (refunded: string) => string
  /** Title: all of it was given back. */
  resultRefunded: string
  /** Refunded, and the record does not say how much. */
  resultRefundedSome: string
  /** When the buyer will see the money. */
  resultRefundTiming: string
  /** Called off before any money moved. */
  resultRevoked: string
  /** That nothing is to be sent to the account. */
  resultRevokedDetail: string
  /** Label of what was paid. */
  resultAmount: string
  /** Label of the order number. */
  resultOrderNumber: string
  /** Label of the number of the payment that has to end first. */
  resultEarlierNumber: string
  /** Label of the order's name. */
  resultOrderName: string
  /** Label of the method, where there is no card. */
  resultMethod: string
  /** Label of the card. */
  resultCard: string
  /** Label of the months. */
  resultMonths: string
  /** Value of the months: paid at once. */
  resultLumpSum: string
  /** Value of the months: 2 or more. */
  resultMonthsValue: (months: number) => string
  /** Label of the card company's approval number. */
  resultApprovalNumber: string
  /** Label of the time of payment. */
  resultPaidAt: string
  /** Label of what was given back. */
  resultRefundedAmount: string
  /** Label of what was not given back. */
  resultKeptAmount: string
  /** The link to the gateway's receipt. */
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
