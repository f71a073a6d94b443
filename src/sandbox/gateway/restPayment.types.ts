/** A payment exactly as the REST half answers it (PortOne V1 REST definition). Amounts in won, times in unix seconds. */
export interface RestPayment {
  imp_uid: string
  merchant_uid: string
  pay_method: string | null
  channel: 'pc' | 'mobile' | 'api' | null
  pg_provider: string | null
  emb_pg_provider: string | null
  pg_tid: string | null
  pg_id: string | null
  sandbox: boolean
  escrow: boolean
  apply_num: string | null
  bank_code: string | null
  bank_name: string | null
  card_code: string | null
  card_name: string | null
  card_issuer_code: string | null
  card_issuer_name: string | null
  card_publisher_code: string | null
  card_publisher_name: string | null
  /** Months; 0 is a lump sum, and what other methods have. */
  card_quota: number
  card_number: string | null
  /** 0 credit, 1 debit. */
  card_type: 0 | 1 | null
  vbank_code: string | null
  vbank_name: string | null
  vbank_num: string | null
  vbank_holder: string | null
  vbank_date: number
  vbank_issued_at: number
  name: string
  amount: number
  cancel_amount: number
  currency: string
  buyer_name: string | null
  buyer_email: string | null
  buyer_tel: string | null
  buyer_addr: string | null
  buyer_postcode: string | null
  /** A JSON string. */
  custom_data: string | null
  user_agent: string | null
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  started_at: number
  paid_at: number
  failed_at: number
  cancelled_at: number
  fail_reason: string | null
  cancel_reason: string | null
  receipt_url: string | null
  cancel_history: RestCancel[]
  deposit_history: RestDeposit[] | null
  cancel_receipt_urls: string[]
  cash_receipt_issued: boolean
  customer_uid: string | null
  customer_uid_usage: 'issue' | 'payment' | 'payment.scheduled' | null
  promotion: { id: string; discount: number } | null
}

export interface RestCancel {
  pg_tid: string
  amount: number
  cancelled_at: number
  reason: string
  cancellation_id: string
  receipt_url: string | null
}

export interface RestDeposit {
  pg_tid: string
  amount: number
  depositor_name: string
  deposited_at: number
}

/** A cash receipt (현금영수증). Won and unix seconds. */
export interface RestReceipt {
  imp_uid: string
  receipt_tid: string | null
  apply_num: string
  /** `person`: income deduction; `company`: proof of expense. */
  type: string
  amount: number
  vat: number
  receipt_url: string | null
  applied_at: number
  /** 0 while it is good. */
  cancelled_at: number | null
}

/** The delivery of an escrow order. Unix seconds. */
export interface RestEscrowLogis {
  company: string
  invoice: string
  sent_at: number
  applied_at: number
}
