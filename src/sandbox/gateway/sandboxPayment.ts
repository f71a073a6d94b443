import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { SandboxModule, SdkGeneration, WindowOffer } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'
import type { RestPayment } from './restPayment.types.js'

/** One payment in the sandbox: what a lookup answers, and what only the gateway knows about it. */
export interface SandboxPayment {
  record: RestPayment
  offer: WindowOffer
  module: SandboxModule
  sdk: SdkGeneration
  /** `m_redirect_url`, as the page gave it. */
  redirectUrl: string | null
  /** `notice_url` of this payment: told instead of the console's URL. Missing when the request had none. */
  noticeUrls?: string[]
  /** `confirm_url` of this payment: asked instead of the console's. */
  confirmUrl?: string
  /** Set when a card is registered (빌링키 발급) and nothing paid. */
  registration?: { customerUid: string; customerId: string | null }
  /** Tax-free part of the price that is not given back yet, won. */
  taxFree: number
  /** The one answer to this window; null while the buyer has not decided. */
  answer: CallbackResponse | null
  /** The last change, unix seconds. */
  updatedAt: number
}

/** The payment with this number, out of the state at hand. */
export function findPayment(state: SandboxState, impUid: string): SandboxPayment | undefined {
  return state.payments.find(({ record }) => record.imp_uid === impUid)
}

/** Whether the order number was ever approved; a refund later does not free it. */
export function isOrderApproved(state: SandboxState, merchantUid: string, exceptImpUid?: string): boolean {
  return state.payments.some(
    ({ record }) =>
      record.merchant_uid === merchantUid && record.imp_uid !== exceptImpUid && record.paid_at > 0,
  )
}

/** `imp_` and 12 digits, never the same twice. */
export function nextImpUid(state: SandboxState, seconds: number): string {
  state.serial += 1
  const impUid = `imp_${String(seconds % 1e9).padStart(9, '0')}${String(state.serial % 1000).padStart(3, '0')}`
  return findPayment(state, impUid) ? nextImpUid(state, seconds) : impUid
}

/** Digits that look like a gateway's own number and stay the same for the same seed. */
export function digitsFrom(seed: string, length: number): string {
  let hash = 2166136261
  let digits = ''
  while (digits.length < length) {
    for (const char of `${seed}${digits.length}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0
    digits += String(hash).padStart(10, '0').slice(1)
  }
  return digits.slice(0, length)
}
