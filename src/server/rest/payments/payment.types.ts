/** What a payment can be. `cancelled` after a partial refund too: compare `cancelAmount` with `amount`. */
export type PaymentStatusName = 'ready' | 'paid' | 'failed' | 'cancelled'

/**
 * A payment as the gateway holds it. Amounts in whole units of `currency`, times as `Date` and null until they happen,
 * texts null when the gateway has none. Source: PortOne V1 REST definition.
 */
export interface Payment {
  /** The gateway's number: `imp_` and 12 digits from a browser, `imps_` and 12 digits from an API payment. */
  impUid: string
  /** The merchant's order number, at most 40 characters. */
  merchantUid: string
  /** `card`, `trans`, `vbank`, `phone` …; `point` for easy pay without a card. */
  payMethod: string | null
  channel: 'pc' | 'mobile' | 'api' | (string & {}) | null
  /** `uplus` (legacy module), `tosspayments` (new module), or another PG. */
  pgProvider: string | null
  /** Easy-pay provider inside the Toss window. */
  embPgProvider: string | null
  /** The PG's own number. */
  pgTid: string | null
  /** The PG's merchant id (MID). */
  pgId: string | null
  /** Made through a test channel: no money moved. */
  sandbox: boolean
  escrow: boolean
  /** Card approval number. */
  applyNum: string | null
  bankCode: string | null
  bankName: string | null
  cardCode: string | null
  cardName: string | null
  /** New module only, as the next three. */
  cardIssuerCode: string | null
  cardIssuerName: string | null
  cardPublisherCode: string | null
  cardPublisherName: string | null
  /** Installment months; 0 is a lump sum, and what other methods have. */
  cardQuota: number
  /** Masked by the gateway. */
  cardNumber: string | null
  /** 0 is a credit card, 1 a debit card, null unknown. */
  cardType: number | null
  vbankCode: string | null
  vbankName: string | null
  vbankNum: string | null
  /** Null in the new module: the bank shows the merchant's name. */
  vbankHolder: string | null
  /** Deposit deadline. */
  vbankDate: Date | null
  vbankIssuedAt: Date | null
  /** Order name; empty when the gateway has none. */
  name: string
  amount: number
  /** Given back so far. */
  cancelAmount: number
  /** ISO code, `KRW` for won. */
  currency: string
  buyerName: string | null
  buyerEmail: string | null
  buyerTel: string | null
  buyerAddr: string | null
  buyerPostcode: string | null
  /** The gateway keeps it as a JSON string: what that says, or the text itself when it is no JSON. */
  customData: unknown
  userAgent: string | null
  status: PaymentStatusName
  startedAt: Date | null
  paidAt: Date | null
  failedAt: Date | null
  cancelledAt: Date | null
  failReason: string | null
  cancelReason: string | null
  /** Null for test payments of the new module. */
  receiptUrl: string | null
  cancelHistory: PaymentCancel[]
  depositHistory: VbankDeposit[]
  cancelReceiptUrls: string[]
  cashReceiptIssued: boolean
  customerUid: string | null
  /** Null for an ordinary payment. */
  customerUidUsage: 'issue' | 'payment' | 'payment.scheduled' | (string & {}) | null
  promotion: { id: string; discount: number } | null
  /** The answer as it came, in PortOne's spelling, with fields this version does not know. */
  raw: Readonly<Record<string, unknown>>
}

/** One refund of a payment. */
export interface PaymentCancel {
  /** Tells refunds apart: book each id once. */
  cancellationId: string
  pgTid: string
  amount: number
  cancelledAt: Date | null
  /** Empty when none was given. */
  reason: string
  receiptUrl: string | null
}

/** One deposit into a virtual account. */
export interface VbankDeposit {
  pgTid: string
  amount: number
  depositorName: string
  depositedAt: Date | null
}

/** One page of payments. */
export interface PaymentPage {
  /** Payments on all pages. */
  total: number
  /** Number of the page before, null when there is none. */
  previous: number | null
  next: number | null
  list: Payment[]
  raw: Readonly<Record<string, unknown>>
}
