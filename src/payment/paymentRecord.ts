import type { CardCompanyCode } from './cardCompany.js'
import type { Currency } from './order.js'

/**
 * A payment as the merchant's server read it back from the gateway. The only thing that may say "paid".
 * Amounts are whole won, times unix seconds, as the gateway gives them.
 */
export interface PaymentRecord {
  /** The gateway's payment number (`imp_…`). */
  impUid: string
  /** The merchant's order number. */
  merchantUid: string
  /** `ready`: window left, or virtual account issued; `cancelled`: refunded in part or in full. */
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  amount: number
  currency: Currency | (string & {})
  payMethod: string
  /**
   * What the merchant's order says, when the server says it too: a page that has forgotten its order (a new tab) then
   * still calls another amount a mismatch.
   */
  expected?: { amount: number; currency: Currency | (string & {}) }
  /** Won given back so far. */
  cancelAmount?: number
  card?: {
    code: CardCompanyCode | (string & {}) | null
    name: string | null
    /** Months; 0 is a lump sum. */
    quota: number
    /** Masked by the gateway. */
    number: string | null
    approvalNumber?: string | null
  }
  virtualAccount?: {
    bankCode: string | null
    bankName: string | null
    number: string
    /** Null in the new module: the bank shows the merchant's name. */
    holder: string | null
    /** Deposit deadline, unix seconds. */
    dueAt: number
  }
  paidAt?: number
  receiptUrl?: string | null
  failReason?: string | null
  name?: string
}
