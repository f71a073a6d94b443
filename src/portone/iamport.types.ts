/** Shapes as PortOne V1 documents them, in the SDK's own spelling. Types only: the sandbox may import them too. */

/** The object `IMP.request_pay` takes. The SDK writes onto it, so every call gets a fresh one. */
export interface RequestPayParams {
  pg?: string
  channelKey?: string
  pay_method?: string
  merchant_uid?: string
  name?: string
  amount?: number
  customer_uid?: string
  currency?: string
  tax_free?: number
  vat_amount?: number
  buyer_email?: string
  buyer_name?: string
  buyer_tel?: string
  buyer_addr?: string
  buyer_postcode?: string
  m_redirect_url?: string
  customer_id?: string
  app_scheme?: string
  notice_url?: string | string[]
  confirm_url?: string
  custom_data?: unknown
  language?: string
  locale?: string
  escrow?: boolean
  products?: EscrowProductParams[]
  digital?: boolean
  vbank_due?: string
  biz_num?: string
  display?: { card_quota?: number[]; only_installment?: boolean }
  card?: { direct?: { code: string; quota: number }; detail?: CardDetailParams[] }
  useFreeInterestFromMall?: boolean
  useCardPoint?: boolean
  appCard?: boolean
  bypass?: {
    isCulturalExpense?: boolean
    cashReceiptType?: 'anonymous' | 'personal' | 'corporate'
    tosspayments?: { useInternationalCardOnly?: boolean; discountCode?: string }
    uplus?: { LGD_AUTO_DISCOUNT?: string }
  }
  popup?: boolean
  period?: { from: string; to: string }
  [unknown: string]: unknown
}

export interface CardDetailParams {
  /** `*` is every company. */
  card_code: string
  enabled?: boolean
  max_month?: number
}

export interface EscrowProductParams {
  id?: string
  name?: string
  code?: string
  unitPrice?: number
  quantity?: number
}

/**
 * What the callback gets. The legacy SDK sends most fields; the new one only `imp_uid`, `merchant_uid` and, on failure,
 * `error_code` and `error_msg`. Nothing in it is proof of anything.
 */
export interface CallbackResponse {
  success?: boolean | string
  imp_success?: boolean | string
  imp_uid?: string | null
  merchant_uid?: string
  error_code?: string | null
  /** The misspelling of SDK 1.2.0 for F1001. */
  error_coe?: string
  error_msg?: string | null
  pay_method?: string
  paid_amount?: number
  status?: string
  [more: string]: unknown
}

/** `window.IMP`, as far as the kit calls it. */
export interface Iamport {
  init(userCode: string): void
  agency?(userCode: string, tierCode: string): void
  request_pay(params: RequestPayParams, callback?: (response: CallbackResponse) => void): unknown
  /** SDK 1.2.0: closes and reloads visible frames; the pending callback is never called. */
  close?(): void
}

declare global {
  interface Window {
    IMP?: Iamport
    jQuery?: unknown
  }
}
