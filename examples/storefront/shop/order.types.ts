import type { Currency, PaymentRecord } from 'react-toss-checkout'
import type { OrderFlag, OrderStatus } from 'react-toss-checkout/server'
import type { OrderLine, Words } from './goods.types.js'

/** Who ordered, and where it goes. */
export interface Delivery {
  name: string
  /** Digits only. */
  tel: string
  email: string
  postcode: string
  address: string
  memo: string
}

/** What the page asks the server to make an order of. Prices are the server's. */
export interface OrderRequest {
  items: { id: string; count: number }[]
  delivery: Delivery
  /** Won the page shows on its button: the server refuses when its own price is another. */
  total: number
  /** What the buyer reads: the order is named in it. */
  language: keyof Words
}

/**
 * Where the parcel is. `short`: paid, but the last one went to somebody else at the same moment; a person decides.
 * `stopped`: refunded, or the deposit was taken back.
 */
export type ParcelState = 'preparing' | 'short' | 'stopped'

export interface ShopRefund {
  /** Won. */
  amount: number
  /** `asked`: sent to the gateway, its answer is not known yet. */
  state: 'asked' | 'done'
  askedBy: 'customer' | 'admin' | 'elsewhere'
  /** How many of which goods went back; empty when it was done elsewhere. */
  counts: Record<string, number>
  /** Unix seconds. */
  at: number
}

/** An order as its buyer and the shopkeeper see it. */
export interface ShopOrder {
  merchantUid: string
  name: string
  amount: number
  currency: Currency
  status: OrderStatus
  cancelAmount: number
  flag: OrderFlag | null
  failReason: string | null
  record: PaymentRecord | null
  lines: OrderLine[]
  shippingFee: number
  delivery: Delivery
  parcel: ParcelState | null
  refunds: ShopRefund[]
  misfits: Misfit[]
  /** Of a membership's charge: what came of it, and when, in unix seconds. Null of goods, and until it was tried. */
  charge: { state: 'paid' | 'declined'; at: number } | null
  /** Unix seconds; a charge's order is made when it is scheduled. */
  createdAt: number
  updatedAt: number
}

/** Money that does not fit its order. */
export interface Misfit {
  impUid: string
  flag: OrderFlag
  amount: number
  currency: string
  at: number
  /** Given back, by policy or by hand; unix seconds. */
  returnedAt: number | null
}

/** Which of the order's goods go back, and where the money of a virtual account goes. */
export interface RefundLines {
  counts: Record<string, number>
  reason: string
  account?: { holder: string; bank: string; account: string }
}

/** What the server tells the page about itself. Nothing here is secret. */
export interface FrontSettings {
  merchantCode: string
  pg: string
  /** The channel that cards are registered through. */
  billingPg: string
  sdkUrl?: string
  /** Asked by the gateway just before it approves. */
  confirmUrl?: string
  /** The gateway is the sandbox: no money moves. */
  sandbox: boolean
}

/** Every refusal, of the shop's own routes and of the kit's. */
export interface Refusal {
  /** Stable: the front branches on it. */
  code: string
  /** For the buyer, in Korean. */
  buyerMessage?: string
  /** For the developer; the kit's routes say it. */
  message?: string
}
