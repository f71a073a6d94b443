import type { Currency } from '../../../payment/order.js'
import type { CardData } from './cardData.js'

/** What a charge says about its order, whichever way it is made. */
export interface ChargeDetails {
  /** Order number, 1–40 characters. Every charge, and every further try after a decline, needs one of its own. */
  merchantUid: string
  /** Whole won, more than 0. */
  amount: number
  /** Default `KRW`. */
  currency?: Currency | (string & {})
  /** Tax-free part of `amount`, won. Default 0. */
  taxFree?: number
  /** VAT part of `amount`, won. Toss does not read it. Default: the gateway's. */
  vatAmount?: number
  /** Order name, at most 40 characters. */
  name?: string
  /** At most 16 characters. A scheduled charge without it takes the key's `customerName`; so for the next four. */
  buyerName?: string
  /** At most 64 characters. */
  buyerEmail?: string
  /** At most 16 characters. */
  buyerTel?: string
  /** At most 128 characters. */
  buyerAddr?: string
  /** At most 8 characters. */
  buyerPostcode?: string
  /** Installment months; 0 is a lump sum, more than 1 only from 50,000 won. Default 0. */
  cardQuota?: number
  /** Anything JSON; kept as a JSON string and read back in `payment.customData`. */
  customData?: unknown
  /** Webhook address for this payment; the console's own is then not called. */
  noticeUrl?: string
  browserIp?: string
  /** Parameters for the PG itself, anything JSON; sent as a JSON string. */
  bypass?: unknown
  promotionId?: string
}

/** A payment with a card typed in (키인 결제). */
export interface PayOnetimeRequest extends ChargeDetails, CardData {
  /**
   * Registers the card under this name and charges it; at most 80 characters. Without it the card is not kept. Today's
   * definition does not list it for Toss, Toss's own page does: read the key back with `getCustomer`.
   */
  customerUid?: string
  /** Channel by PG and MID, `tosspayments.<MID>`, at most 80 characters. Default: the account's default channel. */
  pg?: string
  /** At most 55 characters. */
  channelGroupId?: string
  /** Old spelling of `vatAmount`. */
  vat?: number
}

/** What a charge of a registered card may say besides. */
export interface KeyChargeDetails extends ChargeDetails {
  productCount?: number
  /** NaverPay only. */
  extra?: { naverUseCfm?: string }
}

/** A charge of a registered card (빌링키 결제). */
export interface PayAgainRequest extends KeyChargeDetails {
  /** The registered card, at most 80 characters. */
  customerUid: string
  /** Old spelling of `vatAmount`. */
  vat?: number
  /** One channel of a super billing key, at most 55 characters. */
  channelKey?: string
}

/** A charge the gateway is to make by itself. */
export interface ScheduledCharge extends KeyChargeDetails {
  /** When. Has to lie ahead; whole seconds count. */
  scheduleAt: Date
}
