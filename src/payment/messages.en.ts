import type { Messages } from './messages.js'

/** English words: fetched for `locale="en"`, or given as `messages={en}` to have them from the first render. */
export const en: Messages = {
  pay: (price) => `Pay ${price}`,
  'pay-vbank': () => 'Get an account number',
  preparing: 'Preparing payment',
  'press-again': 'Press once more',
  'in-window': 'Continue in the window',
  confirming: 'Confirming payment',
  paid: 'Payment complete',
  'awaiting-deposit': 'Waiting for deposit',
  dismissed: 'You left the payment. Nothing was charged.',
  retry: 'Try again',
  failed: 'Payment failed',
  'needs-check': 'Check this payment again',
  unconfirmed: 'Check the result again',
  shopProblem:
    'The shop is not set up correctly, so the payment was not made. Nothing was charged. Please tell the shop.',
  tryAgain: 'The order could not be prepared. Nothing was charged. Please try again.',
  blocked:
    'The payment window could not open. Nothing was charged. Check your network and ad blocker, then try again.',
  oneAtATime:
    'Another payment is in progress. Nothing was charged for this order. Finish the other one, then try again.',
  otherTab: 'This order is being paid in another tab. Nothing was charged here. Please continue there.',
  previousUnconfirmed:
    'You may have paid your earlier order. Please do not pay again; check the result once more in a moment.',
  declined:
    'The payment was not approved. Nothing was charged. Use another method, or contact your card company, bank or carrier.',
  limit: 'Over the limit or not enough balance. Nothing was charged. Please use another method.',
  cardData: 'Something that was entered does not match. Nothing was charged. Please check it and try again.',
  gatewayBusy: 'The payment provider has a temporary problem. Nothing was charged. Please try again shortly.',
  alreadyPaid: 'This order may already be paid. Please do not pay again; check your orders.',
  paidButDiffers:
    'You were charged, but the payment differs from the order. Please do not pay again; contact the shop.',
  refunded: 'This payment was refunded, in part or in full. Please ask the shop for details.',
  checking: 'You may have paid. Please do not pay again; check the result once more in a moment.',
}
