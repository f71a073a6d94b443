import type { Confirm } from '../hooks/askServer.js'
import type { ConfirmBillingKey } from '../hooks/billingKeyQuestion.js'
import type { CallbackResponse, RequestPayParams } from '../portone/iamport.types.js'
import type { CardData } from './billing/cardData.js'
import type { SandboxSettings, SettingsSwitch } from './settings.js'
import type { SandboxWebhooks } from './webhooks/webhook.types.js'

/** The two Toss modules the sandbox imitates; each has its own rules for months, methods and results. */
export type SandboxModule = 'uplus' | 'tosspayments'

/** `legacy` is iamport.payment-1.x.js (full callback objects), `new` is v1/iamport.js (ids and errors only). */
export type SdkGeneration = 'legacy' | 'new'

/** A mishap that can be switched on, named after what befalls the buyer or the shop. */
export type Fault =
  | 'declined'
  | 'limit-exceeded'
  | 'card-data-invalid'
  | 'configuration'
  | 'system-error'
  | 'callback-lost'
  | 'callback-twice'
  | 'confirm-down'
  | 'confirm-slow'
  | 'amount-tampered'
  | 'prepared-amount-differs'
  | 'order-number-used'
  | 'script-blocked'
  | 'never-answers'
  | 'webhook-lost'
  | 'webhook-twice'
  | 'webhooks-reordered'
  | 'webhook-late'
  | 'webhook-early'
  | 'rest-error'
  | 'rest-slow'
  | 'rest-timeout'
  | 'rest-answer-lost'
  | 'token-expires'

/** What the payment window shows for one request, worked out by the sandbox's own reading of the rules. */
export interface WindowOffer {
  impUid: string
  merchantUid: string
  module: SandboxModule
  merchantName: string
  orderName: string
  amount: number
  currency: string
  payMethod: string
  escrow: boolean
  language: 'ko' | 'en'
  /** Card companies left by `card.detail`, in the gateway's order. */
  cardCompanies: { code: string; nameKo: string; nameEn: string }[]
  /** Months on offer; 0 is a lump sum. */
  months: number[]
  /** Interest-free maximum by company code, when the merchant bears it. */
  interestFree: Record<string, number>
  /** Set when `card.direct` opened one company's own window with the months already chosen. */
  direct: { code: string; nameKo: string; nameEn: string; quota: number } | null
  /** Banks for transfer and virtual account. */
  banks: { code: string; nameKo: string; nameEn: string }[]
  /** Deposit deadline of a virtual account, unix seconds. */
  vbankDue: number
  /** The virtual account, once `approve` issued one: `offer()` fills it in, and the window shows it before closing. */
  issued?: { bankCode: string; number: string; dueAt: number } | null
  /** The window registers a card (빌링키 발급): `amount` is shown and never charged, 0 included. */
  registersCard: boolean
}

/** What the buyer decided in the window. */
export type BuyerChoice =
  | { method: 'card'; cardCode: string; quota: number }
  | { method: 'trans'; bankCode: string }
  | { method: 'vbank'; bankCode: string }
  | { method: 'phone'; carrier: string }
  | { method: 'other' }
  /** A card typed into the registration window. It is read once, and only its masked form is kept. */
  | { method: 'billing'; card: CardData }

/** Whether a simulated deposit was booked; a refusal says why, in Korean as a bank clerk would. */
export type DepositResult = { accepted: true } | { accepted: false; reason: string }

/** Whether a refund was made; a refusal says why, in the gateway's words. */
export type RefundResult = { accepted: true; cancellationId: string } | { accepted: false; reason: string }

/**
 * The stateful core behind the SDK, the window and the REST half. Everything here that changes a payment sends its
 * webhook, as the gateway's rules have it; none of it waits for one.
 */
export interface Gateway {
  /** Pre-window checks, then a `ready` payment. A refusal is the callback object of that SDK generation. */
  open(
    params: RequestPayParams,
    from: {
      channel: 'pc' | 'mobile'
      sdk: SdkGeneration
      userAgent?: string
      /** What the page passed to `IMP.init`; a code the sandbox does not know has no channel (F500, NOT_READY). */
      merchantCode?: string
    },
  ): { opened: true; offer: WindowOffer } | { opened: false; response: CallbackResponse }
  /**
   * Approves (or declines, as the faults say), issues the virtual account, or registers the card. The shop's `confirm_url` is asked by the
   * payment window and by the sandbox over HTTP, not by this synchronous call.
   */
  approve(impUid: string, choice: BuyerChoice): CallbackResponse
  /** The buyer gave up inside the window. */
  giveUp(impUid: string): CallbackResponse
  /** As if the shop's `confirm_url` had stopped the payment just before its approval; `detail` is the shop's reason. */
  refuseByShop(impUid: string, detail?: string): CallbackResponse
  /** The offer of a payment already opened: what a phone's payment page shows after the page was left. */
  offer(impUid: string): WindowOffer | null
  /** Where a phone goes back to, with the result in the query as that SDK generation writes it. */
  returnUrl(impUid: string, response: CallbackResponse): string | null
  /**
   * A deposit into an issued virtual account, as if the buyer had gone to the bank. `amount` defaults to the whole
   * price; another amount, a passed deadline or an order already paid otherwise is refused and changes nothing.
   */
  deposit(impUid: string, amount?: number, depositor?: string): DepositResult
  /**
   * Takes a booked deposit back, as a bank does that booked it by mistake: the payment is `ready` again, `paid_at` is 0,
   * and a webhook says `ready`. PortOne documents none of this; shops are told to survive it.
   */
  rollBackDeposit(impUid: string): DepositResult
  /**
   * A refund as if made in PortOne's console: unlike one over REST it always sends a webhook. `amount` is in won,
   * everything that is left by default.
   */
  cancel(impUid: string, refund?: { amount?: number; reason?: string }): RefundResult
}

/** Time as the sandbox sees it; deadlines, tokens and timestamps follow it. */
export interface SandboxClock {
  /** Milliseconds since 1970, like `Date.now()`. */
  now(): number
  /** Moves the clock forward by ms; it goes on running from there. Negative moves it back. */
  advance(ms: number): void
}

export interface SandboxFaults {
  readonly active: readonly Fault[]
  /** Replaces what is active. */
  set(...faults: Fault[]): void
  clear(): void
  subscribe(listener: () => void): () => void
}

export interface SandboxOptions extends Partial<SandboxSettings> {
  /** Default `imp00000000`. */
  merchantCode?: string
  /** REST keys. Default `sandbox_key` / `sandbox_secret`. */
  impKey?: string
  impSecret?: string
  /** Shop name in the window. Default "샌드박스 상점". */
  merchantName?: string
  /** Which SDK the stand-in behaves like. Default `new`. */
  sdk?: SdkGeneration
  /** Module used when a request names no `pg`. Default `tosspayments`. */
  defaultModule?: SandboxModule
  faults?: readonly Fault[]
  /** Keeps payments across reload, return and tabs: `sessionStorage` or `localStorage`. Default: memory. */
  storage?: Pick<Storage, 'getItem' | 'setItem'>
  /** Page that calls `sandbox.showPhoneWindow()`; where a phone is sent to pay. Default: the page itself, with `#sandbox-pay`. */
  windowUrl?: string
  /** ms before the window or an answer appears; default 0. */
  latency?: number
  /**
   * Sends webhooks and the confirm call: `(request) => yourRoutes(request)` keeps them in the page or process, with no
   * network. Default: `fetch`.
   */
  send?: (request: Request) => Promise<Response>
  /** Real ms between two deliveries of the same webhook. Default 60,000, as at PortOne. */
  webhookRetryDelay?: number
}

/** The half of a sandbox that needs no page. */
export interface SandboxCore {
  readonly gateway: Gateway
  readonly clock: SandboxClock
  readonly faults: SandboxFaults
  /** The REST half: `Request` in, `Response` out, as `https://api.iamport.kr` answers. */
  fetch(request: Request): Promise<Response>
  /**
   * Stands in for the merchant's server while there is none: looks the payment up on the REST half and answers with its
   * record. Pass it as `confirm`. A real shop's server also compares the record with its own order.
   */
  readonly confirm: Confirm
  /**
   * The same for a card registered in the window: reads the registration and the key back. Pass it as the `confirm` of
   * `useBillingKey` or `<BillingKeyRegister method="window">`. `registered` only when this registration succeeded and
   * the key is there.
   */
  readonly confirmBillingKey: ConfirmBillingKey
  /** Where webhooks and the confirm call go, changeable at any time; the console's settings at PortOne. */
  readonly settings: SettingsSwitch
  /** Every webhook sent so far. */
  readonly webhooks: SandboxWebhooks
}

export interface Sandbox extends SandboxCore {
  /** Puts the stand-in SDK on a page as `window.IMP` and returns how to take it off again. */
  install(target?: Window): () => void
  /** A script address that installs the stand-in when a page loads it, with no network: pass it as `sdkUrl`. */
  readonly sdkUrl: string
  /** Draws the payment page a phone was sent to; true when this page is one. */
  showPhoneWindow(target?: Window): boolean
}
