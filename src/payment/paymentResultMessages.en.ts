import { cardNameEn } from './cardName.en.js'
import type { PaymentResultMessages } from './componentMessages.js'

/** English words of `<PaymentResult>`. */
export const paymentResultEn: PaymentResultMessages = {
  cardName: cardNameEn,
  resultDeposit: 'Please send your deposit',
  resultDepositDetail: 'Nothing is paid yet. The payment is complete once your deposit arrives.',
  resultDepositExpired: 'The deadline for your deposit has passed',
  resultDismissed: 'You left the payment',
  resultDismissedDetail: 'Nothing was charged. You can pay whenever you like.',
  resultNotPaid: 'This order is not paid yet',
  resultInAnotherTab: 'Being paid in another tab',
  resultEarlierUnknown: 'Please check your earlier payment first',
  resultEarlierLost:
    'You may have paid your earlier order. Please do not pay again; look at your orders or your card company’s or bank’s alerts first.',
  resultEarlierKept:
    'Your earlier payment went through. If it was for the same purchase, please do not pay again.',
  resultEarlierFree: 'Nothing was charged for the earlier payment. You can pay now.',
  resultNeedsCheck: 'This payment needs a check',
  resultUnconfirmed: 'We could not confirm your payment yet',
  resultPressAgainDetail: 'Please press the payment button once more.',
  resultConfirmingDetail: 'Please wait until it is done, and do not pay again.',
  resultPartlyRefunded: (refunded) => `${refunded} was refunded`,
  resultRefunded: 'The whole payment was refunded',
  resultRefundedSome: 'This payment was refunded',
  resultRefundTiming: 'Your card company or bank may take a few days to return it.',
  resultRevoked: 'This payment was called off before any deposit',
  resultRevokedDetail:
    'Do not send money to the account you were given. If you already did, contact the shop.',
  resultAmount: 'Amount paid',
  resultOrderNumber: 'Order number',
  resultEarlierNumber: 'Order number of the earlier payment',
  resultOrderName: 'Order',
  resultMethod: 'Payment method',
  resultCard: 'Card',
  resultMonths: 'Installments',
  resultLumpSum: 'Paid in full',
  resultMonthsValue: (months) => `${months} months`,
  resultApprovalNumber: 'Approval number',
  resultPaidAt: 'Paid at',
  resultRefundedAmount: 'Refunded',
  resultKeptAmount: 'Remaining charge',
  resultReceipt: 'See receipt',
  newTab: 'opens in a new tab',
}
