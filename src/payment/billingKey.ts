import { PaymentError } from './PaymentError.js'
import type { PaymentOutcome, PaymentState } from './paymentState.js'

/**
 * A card as the merchant's server read it back after its registration (billing key, 빌링키). The only thing that may say
 * "registered". The key itself stays at the gateway; nobody else ever sees it.
 */
export interface BillingKeyRecord {
  /** The merchant's name for this customer *and* card; later charges name it. */
  customerUid: string
  /** Order number of the registration. Null when the card was registered by API. */
  merchantUid: string | null
  /** Number of the registration at the gateway. Null when the card was registered by API. */
  impUid: string | null
  /** `registered`: the key can be charged; `ready`: nothing was decided yet; `failed`: declined or given up. */
  status: 'registered' | 'ready' | 'failed'
  card?: {
    code: string | null
    name: string | null
    /** Masked by the gateway. */
    number: string | null
    /** 0 credit, 1 debit, null unknown. */
    type?: number | null
  }
  /** Unix seconds. */
  registeredAt?: number
  failReason?: string | null
}

/** The server read the key back, and it is this customer's. */
export type Registered = { status: 'registered'; merchantUid: string; billingKey: BillingKeyRecord }

/** The ends a registration can have. `failed` never means money: nothing is charged by registering. */
export type BillingKeyOutcome =
  | Registered
  | Exclude<PaymentOutcome, { status: 'paid' } | { status: 'awaiting-deposit' }>

/** Where one registration stands. */
export type BillingKeyState =
  | Registered
  | Exclude<PaymentState, { status: 'paid' } | { status: 'awaiting-deposit' }>

const LONGEST = 80

/**
 * A new `customerUid` for one more card of a customer: the customer's id, and 64 random bits. One per customer *and*
 * card, because a second registration under the same one replaces the key and leaves the old key alive at the gateway.
 *
 * @param customerId the merchant's own id of the customer, at most 63 characters; no secret and nothing private, since
 * the gateway shows it in its console
 */
export function mintCustomerUid(customerId: string): string {
  const random = crypto.getRandomValues(new Uint8Array(8))
  const suffix = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const minted = `${customerId}_${suffix}`
  if (!customerId || minted.length > LONGEST) {
    throw new RangeError(
      `mintCustomerUid: the customer's id has ${customerId.length} characters; 1 to ${LONGEST - suffix.length - 1} are allowed. Pass the member's id.`,
    )
  }
  return minted
}

/**
 * Reads what the merchant's server answered. Null is "no such registration". Anything that is neither raises
 * `CONFIRM_REJECTED` and names the field.
 */
export function readBillingKeyRecord(answer: unknown): BillingKeyRecord | null {
  if (answer == null) return null
  const record = answer as BillingKeyRecord
  const wrong =
    typeof record !== 'object'
      ? 'the answer'
      : typeof record.customerUid !== 'string'
        ? 'customerUid'
        : !['registered', 'ready', 'failed'].includes(record.status)
          ? 'status'
          : undefined
  if (wrong) {
    throw new PaymentError('CONFIRM_REJECTED', {
      message:
        __DEV__ &&
        `${wrong} is not what a BillingKeyRecord has. Answer {customerUid, merchantUid, impUid, status: 'registered'|'ready'|'failed', card?}, or null when there is no such registration.`,
    })
  }
  return record
}

/** What the server's record means for this registration: the only way to `registered`. Undefined while it does not say. */
export function judgeBillingKey(
  record: BillingKeyRecord,
  expected: { merchantUid: string; customerUid: string },
): BillingKeyOutcome | undefined {
  const { merchantUid, customerUid } = expected
  const ofAnother = record.merchantUid !== null && record.merchantUid !== merchantUid
  // The browser that came back may not know the card's name: then the order number has to be the one asked about.
  const isOurs = customerUid === '' ? record.merchantUid === merchantUid : record.customerUid === customerUid
  if (!isOurs || ofAnother) {
    return {
      status: 'failed',
      merchantUid,
      error: new PaymentError('ORDER_MISMATCH', {
        charged: 'no',
        message:
          __DEV__ &&
          `asked for the card "${customerUid}" of "${merchantUid}", the server answered with "${record.customerUid}" of "${record.merchantUid}".`,
      }),
    }
  }
  return record.status === 'registered'
    ? { status: 'registered', merchantUid, billingKey: record }
    : undefined
}
