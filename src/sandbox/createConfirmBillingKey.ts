import type { ConfirmBillingKey } from '../hooks/billingKeyQuestion.js'
import type { BillingKeyRecord } from '../payment/billingKey.js'
import { type GatewayFetch, type GatewayLookup, logIn, type MerchantKeys } from './gatewayLookup.js'

/** The fields of a registration's payment that decide. */
interface GatewayRegistration {
  imp_uid: string
  merchant_uid: string
  status: 'ready' | 'paid' | 'failed' | 'cancelled'
  customer_uid: string | null
  customer_uid_usage: string | null
  fail_reason: string | null
}

/** The fields of a billing key that a shop hands to its page. */
interface GatewayKey {
  card_code: string | null
  card_name: string | null
  card_number: string | null
  card_type: number | null
  updated: number
}

type Query = Parameters<ConfirmBillingKey>[0]

/**
 * Stands in for the merchant's server after a registration window: looks up the registration and the key on the REST
 * half. `registered` only when this registration went through **and** the key is there: a key alone may be older than
 * the window that was just closed. Null when there is no such registration.
 */
export function createConfirmBillingKey(gateway: GatewayFetch, keys: MerchantKeys): ConfirmBillingKey {
  return async (query) => {
    const look = await logIn(gateway, keys)
    const registration = await find(query, look)
    const customerUid = registration?.customer_uid
    if (!registration || !customerUid) return null
    const isDone = registration.status === 'paid'
    const key = isDone
      ? await look<GatewayKey>(`/subscribe/customers/${encodeURIComponent(customerUid)}`)
      : null
    return toRecord({ ...query, customerUid }, registration, key)
  }
}

/** One that went through counts, then the one asked for, then the newest. */
async function find(query: Query, look: GatewayLookup): Promise<GatewayRegistration | null> {
  const { customerUid, merchantUid, impUid } = query
  const byOrder = `/payments/find/${encodeURIComponent(merchantUid)}`
  const paths = [`${byOrder}/paid`, ...(impUid ? [`/payments/${encodeURIComponent(impUid)}`] : []), byOrder]
  for (const path of paths) {
    const found = await look<GatewayRegistration>(path)
    const isThis =
      found?.customer_uid_usage === 'issue' &&
      // Another browser that came back does not know the name.
      [found.customer_uid, ''].includes(customerUid) &&
      found.merchant_uid === merchantUid
    if (isThis) return found
  }
  return null
}

function toRecord(query: Query, found: GatewayRegistration, key: GatewayKey | null): BillingKeyRecord {
  const { customerUid, merchantUid } = query
  const known = { customerUid, merchantUid, impUid: found.imp_uid }
  if (found.status === 'failed') return { ...known, status: 'failed', failReason: found.fail_reason }
  // A key that was deleted since is not there to be charged: nothing says registered, and nothing says refused.
  if (!key) return { ...known, status: 'ready' }
  const { card_code: code, card_name: name, card_number: number, card_type: type } = key
  return { ...known, status: 'registered', card: { code, name, number, type }, registeredAt: key.updated }
}
