import type { CardCompanyCode } from './cardCompany.js'

/**
 * The two Toss Payments modules behind PortOne V1: `uplus` is the legacy one (구모듈), `tosspayments` the new one
 * (신모듈, API version 2022-07-27). They offer different months, methods and result fields.
 */
export type TossModule = 'uplus' | 'tosspayments'

/** What the buyer buys, as the merchant's server holds it. */
export interface Order {
  /**
   * Order number, made by the merchant's server and new for every attempt that may be charged. 1–40 characters
   * (PortOne); Toss itself takes 6–64 of `A-Za-z0-9_-`, so outside of that a development warning is printed.
   * Raises `INVALID_MERCHANT_UID`.
   */
  merchantUid: string
  /** Order name shown in the payment window, at most 40 characters. Raises `INVALID_NAME` when empty. */
  name: string
  /**
   * Price in whole units of `currency` (won), tax included. A number, never a string: since 2024-03-15 the gateway
   * opens no window for a string. Must equal the order your server holds, else `AMOUNT_MISMATCH`. Raises `INVALID_AMOUNT`.
   */
  amount: number
  /** ISO code. Default `KRW`. The new module also takes USD, EUR and JPY. */
  currency?: Currency
  /** Tax-free part of `amount`, in won. Default 0. Needs a contract with Toss. */
  taxFree?: number
  /** VAT in won. Neither Toss module reads it; it is passed on for other PGs. */
  vatAmount?: number
  /** Who pays. The gateway stores name ≤ 16, email ≤ 64, tel ≤ 16, addr ≤ 128, postcode ≤ 8 characters. */
  buyer?: Buyer
  /** Anything JSON. The gateway stores it as a JSON string and echoes it back. */
  customData?: unknown
  /** Items of an escrow order that ships in several parcels (new module with `escrow`). */
  products?: readonly EscrowProduct[]
  /** Service period for goods used over time. */
  period?: { from: string; to: string }
}

export type Currency = 'KRW' | 'USD' | 'EUR' | 'JPY'

export interface Buyer {
  /** Required by the new module's parameter list, optional for the legacy one. */
  name?: string
  email?: string
  tel?: string
  addr?: string
  /** Free text: the gateway takes `04783` and the older `123-456` alike. */
  postcode?: string
}

export interface EscrowProduct {
  id?: string
  name?: string
  code?: string
  /** Won. */
  unitPrice?: number
  quantity?: number
}

/** Easy-pay methods shown inside the Toss window (허브형 간편결제). Refused for `uplus`: see `EASY_PAY_UNSUPPORTED`. */
export type EasyPayMethod =
  | 'kakaopay'
  | 'naverpay'
  | 'payco'
  | 'lpay'
  | 'tosspay'
  | 'applepay'
  | 'samsung'
  | 'samsungpay'
  | 'ssgpay'

export type GiftCertificateMethod = 'cultureland' | 'smartculture' | 'booknlife'

/** How the buyer pays: card, real-time transfer, virtual account, carrier billing, gift certificate or easy pay. */
export type PayMethod = 'card' | 'trans' | 'vbank' | 'phone' | GiftCertificateMethod | EasyPayMethod

/** Card companies the window shows: an allow-list or a block-list, never both. Raises `UNKNOWN_CARD_COMPANY`. */
export type CardCompanyFilter =
  | { only: readonly CardCompanyCode[]; except?: never }
  | { except: readonly CardCompanyCode[]; only?: never }

/** Opens one card company's own window. `quota` is months; 0 is a lump sum (일시불) and has to be said. */
export interface CardDirect {
  code: CardCompanyCode
  /** Months; 0 for a lump sum. 2 or more needs an amount of at least 50,000 won (`INSTALLMENT_BELOW_MINIMUM`). */
  quota: number
}

/** Which channel of the console to use: today's `channelKey`, or `pg` (`uplus`, `tosspayments`, `tosspayments.<mid>`). */
export interface ChannelOptions {
  /**
   * PG code, optionally with the MID. Default: the console's default channel. An unknown code silently falls back to
   * that default at the gateway.
   */
  pg?: string
  /** Channel key of the console (`channel-key-…`). Needs the SDK at `/v1/iamport.js`. */
  channelKey?: string
  /** Which module's rules apply when `pg` does not tell. Default: read from `pg`, else `tosspayments`. */
  module?: TossModule
}

interface CommonOptions extends ChannelOptions {
  /** Escrow payment. Default false. Without a contract Toss approves it as non-escrow. */
  escrow?: boolean
  /** Language of the payment window: sent as `language` (legacy module) or `locale` (new module). Default: the gateway's (Korean). */
  language?: 'ko' | 'en'
  /** `scheme` or `scheme://path?query` that card apps return to. WebView apps only. */
  appScheme?: string
  /** Webhook address or addresses for this payment; the console's own is then not called. */
  noticeUrl?: string | readonly string[]
  /** Address asked just before approval (confirm process). Must be enabled by PortOne's support first. */
  confirmUrl?: string
  /** Danal only; neither Toss module reads it. */
  bizNum?: string
  /** Other PGs only; no effect documented for Toss. */
  popup?: boolean
  /** Address a redirecting window returns to, absolute or relative to the page. Overrides the provider's `redirectUrl`. */
  redirectUrl?: string
  /**
   * Raw `request_pay` fields in the SDK's own spelling, merged last: for what this version does not know yet. Plain JSON;
   * a field replaces the kit's whole field of that name. `merchant_uid`, `amount`, `currency`, `customer_uid` and
   * `m_redirect_url` cannot be set here, nor `pay_method` of a registration, because the confirmation and the return page
   * rest on them: `INVALID_OPTIONS`.
   */
  requestParams?: Readonly<Record<string, unknown>>
}

interface CardOptions {
  /**
   * Installment months (할부). `[]` is lump sum only. Legacy module: lump sum plus exactly these months. New module:
   * lump sum through the largest of them. No installments under 50,000 won. See `resolveInstallments`.
   * Raises `INVALID_CARD_QUOTA`.
   */
  cardQuota?: readonly number[]
  /** Hides the lump sum (new module; undocumented for the legacy one). Default false. */
  onlyInstallment?: boolean
  /** Card companies to show. */
  cardCompanies?: CardCompanyFilter
  /** Opens one card company directly, with the months already chosen. */
  cardDirect?: CardDirect
  /**
   * Merchant-borne interest-free maximum, months by card company: `{'366': 5}`. New module only; needs a contract. Sets
   * `useFreeInterestFromMall`.
   */
  interestFreeMonths?: Readonly<Partial<Record<CardCompanyCode, number>>>
  /** Only app-card payment in the card window. Default false. Not honoured by Citi. */
  appCard?: boolean
  /** Allows paying with card points. New module; needs a contract. */
  useCardPoint?: boolean
  /** English window for Visa, Mastercard and UnionPay issued abroad. New module. */
  internationalCardOnly?: boolean
  /** Card-company discount code. New module. */
  discountCode?: string
  /** Automatic card promotion (`LGD_AUTO_DISCOUNT`). Legacy module. */
  autoDiscount?: string
}

interface CashReceiptOptions {
  /** Culture-expense deduction (문화비 소득공제). New module. */
  culturalExpense?: boolean
  /** Cash receipt the window asks for. Default: the buyer chooses. New module. */
  cashReceiptType?: 'anonymous' | 'personal' | 'corporate'
}

type None<T> = { [K in keyof T]?: never }
type Vbank = {
  /**
   * Deposit deadline: a `Date`, or `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-MM-DD HH:mm:ss`, `YYYYMMDDHHmmss`, `YYYYMMDDHHmm`,
   * read as KST; a date alone means the end of that day. Raises `INVALID_VBANK_DUE` when past or of another form.
   */
  vbankDue?: string | Date
}
type Phone = {
  /** True for non-physical goods; the carrier's fee differs. Required for `phone`. Raises `DIGITAL_REQUIRED`. */
  digital: boolean
}

/** Card (the default). Only a card takes installment, card-company and point options. */
export type CardPayment = CommonOptions &
  CardOptions & { payMethod?: 'card' } & None<CashReceiptOptions & Vbank & Phone>
/** Carrier billing (휴대폰 소액결제). Cancellable only within the same calendar month. */
export type PhonePayment = CommonOptions & { payMethod: 'phone' } & Phone &
  None<CardOptions & CashReceiptOptions & Vbank>
/** Virtual account (가상계좌): ends as `awaiting-deposit`, paid when the deposit arrives. */
export type VbankPayment = CommonOptions & { payMethod: 'vbank' } & CashReceiptOptions &
  Vbank &
  None<CardOptions & Phone>
/** Real-time account transfer (실시간 계좌이체). */
export type TransferPayment = CommonOptions & { payMethod: 'trans' } & CashReceiptOptions &
  None<CardOptions & Vbank & Phone>
/** Easy pay or gift certificate. Easy pay takes installment months. */
export type OtherPayment = CommonOptions &
  Pick<CardOptions, 'cardQuota' | 'onlyInstallment'> & {
    payMethod: EasyPayMethod | GiftCertificateMethod
  } & None<Omit<CardOptions, 'cardQuota' | 'onlyInstallment'> & CashReceiptOptions & Vbank & Phone>

/** Everything about how an order is paid. */
export type PaymentOptions = CardPayment | PhonePayment | VbankPayment | TransferPayment | OtherPayment

/** Registering a card instead of paying: the window issues a billing key and charges nothing. */
export interface BillingOptions {
  /** The merchant's name for this customer *and* card, at most 80 characters. */
  customerUid: string
  /** Member id mapped to the key; the gateway assigns an arbitrary one when missing. */
  customerId?: string
}

/** Registering a billing key takes a card and nothing else. */
export type BillingPayment = CardPayment & BillingOptions
