import { BILLING_MID } from '../gateway/resolveChannel.js'
import type { SandboxState } from '../store.js'
import { type BillingKey, findBillingKey } from './billingKey.js'
import type { KnownCard } from './knownCard.js'

/** A card to keep under a `customer_uid`. */
export interface BillingKeyRequest {
  /** 1–80 characters; meant per customer **and** card. */
  customerUid: string
  /** What `readCard` made of the typed data. */
  card: KnownCard
  /** The merchant's own id of the buyer; a uuid when missing, another one each time (PortOne V1 docs). */
  customerId?: string | null
  customerName?: string | null
  customerTel?: string | null
  customerEmail?: string | null
  customerAddr?: string | null
  customerPostcode?: string | null
  /** Merchant id of the billing channel. Default `iamporttest_4`. */
  mid?: string
  channelGroupId?: string | null
  /** Unix seconds. */
  now: number
}

/**
 * Keeps a card, in place. A key that is there under the same `customer_uid` is replaced: charges and schedules use the
 * new card from now on. At the real gateway the old key is not revoked then, only out of reach through PortOne; the
 * sandbox drops it. `inserted` stays the first registration's (PortOne's documentation is silent).
 */
export function issueBillingKey(state: SandboxState, request: BillingKeyRequest): BillingKey {
  const { customerUid, card, now } = request
  const former = findBillingKey(state, customerUid)
  const key: BillingKey = {
    customer: {
      customer_uid: customerUid,
      pg_provider: 'tosspayments',
      pg_id: (request.mid ?? BILLING_MID).slice(0, 80),
      sandbox: true,
      customer_id: request.customerId || crypto.randomUUID(),
      card_name: card.name,
      card_code: card.code,
      card_issuer_code: card.code,
      card_issuer_name: card.name,
      card_publisher_code: card.code,
      card_publisher_name: card.name,
      card_number: card.number,
      card_type: 0,
      customer_name: stored(request.customerName, 20),
      customer_tel: stored(request.customerTel, 20),
      customer_email: stored(request.customerEmail, 200),
      customer_addr: stored(request.customerAddr, 200),
      customer_postcode: stored(request.customerPostcode, 8),
      inserted: former?.customer.inserted ?? now,
      updated: now,
    },
    test: card.test,
    charges: 0,
    channelGroupId: request.channelGroupId ?? null,
  }
  state.billingKeys = [...state.billingKeys.filter((each) => each !== former), key]
  return key
}

function stored(text: string | null | undefined, limit: number): string | null {
  return text ? text.slice(0, limit) : null
}
