/** The account a virtual account payment is paid back to. */
export interface RefundAccount {
  /** Account holder. PortOne keeps 16 characters. */
  holder: string
  /** Bank code as the PG knows it. */
  bank: string
  /** Account number, digits. */
  account: string
  /** Phone of the holder. Only the old Smartro module reads it. */
  tel?: string
}

/** What is given back of which payment. */
export type CancelRequest = CancelTarget & {
  /**
   * Won to give back, more than 0. Leave it out to give back everything that is left. 0 is refused
   * (`INVALID_ARGUMENT`): the gateway would read it as everything.
   */
  amount?: number
  /** Tax-free part of `amount`, won. Default 0. */
  taxFree?: number
  /** VAT part of `amount`, won. Neither Toss module reads it. */
  vatAmount?: number
  /**
   * Won you believe are left to give back before this call. When they are not, the gateway does nothing: it keeps a
   * refund asked for twice from being given twice. Recommended.
   */
  checksum?: number
  /** Why, at most 256 characters. */
  reason?: string
  /** Where the money of a virtual account goes. Without it such a payment raises `REFUND_ACCOUNT_REQUIRED`. */
  refundAccount?: RefundAccount
  /**
   * The payment's method, when you know it (`payment.payMethod`). Not sent: without it and without `refundAccount`, the
   * payment is looked up first to see whether it needs an account.
   */
  payMethod?: string | null
  /** Keeps the promotion in a partial refund. Default false. */
  retainPromotion?: boolean
  /** Sends a webhook for this refund too, if the payment had one. Default false. */
  enableWebhook?: boolean
  /** Who asked for it. Default: the gateway's (`admin`). */
  requester?: 'customer' | 'admin'
}

/** One of the two; the gateway would take the payment's number where both are given. */
export type CancelTarget = { impUid: string; merchantUid?: never } | { merchantUid: string; impUid?: never }
