type Charged = 'no' | 'yes' | 'unknown'

/** Which sentence a buyer reads; the words are in `messages.ko.ts` and `messages.en.ts`. */
export type BuyerSentence =
  | 'shopProblem'
  | 'tryAgain'
  | 'blocked'
  | 'oneAtATime'
  | 'otherTab'
  | 'previousUnconfirmed'
  | 'declined'
  | 'limit'
  | 'cardData'
  | 'gatewayBusy'
  | 'alreadyPaid'
  | 'paidButDiffers'
  | 'refunded'
  | 'checking'

const row = (charged: Charged, retryable: boolean, sentence: BuyerSentence) => ({
  charged,
  retryable,
  sentence,
})
/** Nothing was charged, and pressing again may help. */
const again = (sentence: BuyerSentence) => row('no', true, sentence)
const shop = row('no', false, 'shopProblem')
const blocked = again('blocked')
const checking = row('unknown', false, 'checking')
const differs = row('yes', false, 'paidButDiffers')

/** Every code the kit can raise: whether money moved, whether the buyer may simply press again, what the buyer reads. */
export const paymentErrorCodes = {
  /** `amount` is not a whole number of won the gateway can take. */
  INVALID_AMOUNT: shop,
  /** `merchantUid` is empty or longer than 40 characters. */
  INVALID_MERCHANT_UID: shop,
  /** `name` is empty. */
  INVALID_NAME: shop,
  /** The pay method is not one this module has. */
  INVALID_PAY_METHOD: shop,
  /** Easy pay through the legacy window, which does not support it. */
  EASY_PAY_UNSUPPORTED: shop,
  /** A card-company code that is not in the table, or not a string. */
  UNKNOWN_CARD_COMPANY: shop,
  /** `cardQuota`, `cardDirect.quota` or `interestFreeMonths` is not a whole number of months. */
  INVALID_CARD_QUOTA: shop,
  /** An installment on an order under 50,000 won. */
  INSTALLMENT_BELOW_MINIMUM: shop,
  /** `vbankDue` is past, or of a form the gateway does not read. */
  INVALID_VBANK_DUE: shop,
  /** Carrier billing without `digital`. */
  DIGITAL_REQUIRED: shop,
  /** Options that contradict each other, or that another pay method owns. */
  INVALID_OPTIONS: shop,
  /** A phone without a return URL: its window leaves the page and could not come back. */
  REDIRECT_URL_REQUIRED: shop,
  /** Both or neither of `endpoint` and `confirm`, or no merchant code. */
  INVALID_PROVIDER: shop,
  /** A second merchant code on one page; the SDK holds only one. */
  MERCHANT_CODE_CONFLICT: shop,
  /** `order()` failed or gave no order. */
  ORDER_UNAVAILABLE: again('tryAgain'),
  /** The SDK script could not be fetched: an ad blocker, a policy or no network. */
  SDK_BLOCKED: blocked,
  /** The SDK script did not arrive within 10 s. */
  SDK_TIMEOUT: blocked,
  /** The script ran but left no `window.IMP`. */
  SDK_ABSENT: blocked,
  /** SDK 1.x needs jQuery on the page first. */
  JQUERY_MISSING: shop,
  /** The SDK threw while being initialised or called. */
  SDK_THREW: blocked,
  /** The SDK took the request, but no window appeared and the gateway knows no such payment. */
  WINDOW_NOT_OPENED: blocked,
  /** Another order's window is open on this page. */
  PAYMENT_IN_PROGRESS: again('oneAtATime'),
  /** Another tab is paying this very order. */
  PAYMENT_IN_ANOTHER_TAB: again('otherTab'),
  /** An earlier payment on this page is still unconfirmed and may be paid; it is asked for first. */
  PREVIOUS_UNCONFIRMED: again('previousUnconfirmed'),
  /** The issuer, bank or carrier said no. */
  DECLINED: again('declined'),
  /** Over a limit or not enough balance. */
  LIMIT_EXCEEDED: again('limit'),
  /** Something the buyer typed was not accepted. */
  CARD_DATA_INVALID: again('cardData'),
  /** The gateway refused the shop's set-up or request. */
  GATEWAY_CONFIGURATION: shop,
  /** The gateway or an institution behind it is unwell; also every code the sheet does not know. */
  GATEWAY_SYSTEM: again('gatewayBusy'),
  /** The order number was approved before, and the server could not show that payment. */
  ALREADY_PAID: row('unknown', false, 'alreadyPaid'),
  /** The record's amount is not the order's. */
  AMOUNT_MISMATCH: differs,
  /** The record's currency is not the order's. */
  CURRENCY_MISMATCH: differs,
  /** The record is another order's. */
  ORDER_MISMATCH: row('unknown', false, 'alreadyPaid'),
  /** The payment was given back, in part or in full. */
  REFUNDED: row('no', false, 'refunded'),
  /** The server could not be reached, several times over. */
  CONFIRM_UNREACHABLE: checking,
  /** The server answered, but not with a payment record. */
  CONFIRM_REJECTED: checking,
  /** The server's record does not say yet. */
  CONFIRM_PENDING: checking,
  /** The return URL carries nothing to ask the server about. */
  RETURN_UNREADABLE: checking,
} as const satisfies Record<string, ReturnType<typeof row>>

/** A stable code. Branch on this, never on a message. */
export type PaymentErrorCode = keyof typeof paymentErrorCodes

/** A gateway's own words, untouched. */
export interface GatewayReason {
  code: string | null
  message: string | null
}

interface Details {
  /** For the developer: what was given or happened, what is allowed, what to do. Empty in production builds. */
  message?: string | false
  charged?: Charged
  gateway?: GatewayReason
  cause?: unknown
}

/** Why a payment did not (or may not) have gone through. */
export class PaymentError extends Error {
  override readonly name = 'PaymentError'
  readonly code: PaymentErrorCode
  /** Did money move? The first question every buyer asks. */
  readonly charged: Charged
  /** May the buyer simply press again? */
  readonly retryable: boolean
  /** What the gateway said, when it was the gateway. */
  readonly gateway?: GatewayReason
  /** What the buyer reads, in the provider's language: what happened, is money involved, what next. */
  buyerMessage = ''

  constructor(code: PaymentErrorCode, { message, charged, gateway, cause }: Details = {}) {
    super(message ? `${code}: ${message}` : code, cause === undefined ? undefined : { cause })
    this.code = code
    const { charged: usually, retryable } = paymentErrorCodes[code]
    this.charged = charged ?? usually
    this.retryable = retryable
    if (gateway) this.gateway = gateway
  }
}
