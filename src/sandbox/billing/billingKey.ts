import type { TestCardName } from '../rules/testCards.js'
import type { SandboxState } from '../store.js'
import type { KnownCard } from './knownCard.js'

/** A billing key as `GET /subscribe/customers/{customer_uid}` answers it (PortOne V1 REST definition). Unix seconds. */
export interface RestCustomer {
  customer_uid: string
  pg_provider: string
  pg_id: string
  sandbox: boolean
  customer_id: string | null
  card_name: string
  card_code: string | null
  card_issuer_code: string | null
  card_issuer_name: string | null
  card_publisher_code: string | null
  card_publisher_name: string | null
  /** Masked. */
  card_number: string | null
  /** 0 credit, 1 debit. */
  card_type: 0 | 1 | null
  customer_name: string | null
  customer_tel: string | null
  customer_email: string | null
  customer_addr: string | null
  customer_postcode: string | null
  inserted: number
  updated: number
}

/** A billing key issued for a channel group: one key per channel under one `customer_uid`. */
export interface RestSuperBillingKey
  extends Pick<
    RestCustomer,
    | 'customer_uid'
    | 'customer_id'
    | 'customer_name'
    | 'customer_tel'
    | 'customer_email'
    | 'customer_addr'
    | 'customer_postcode'
  > {
  channelGroupId: string
  succeededChannels: Omit<
    RestCustomer,
    | 'customer_uid'
    | 'sandbox'
    | 'customer_id'
    | 'customer_name'
    | 'customer_tel'
    | 'customer_email'
    | 'customer_addr'
    | 'customer_postcode'
  >[]
  failedChannels: { type: string; message: string; pg_provider: string; pg_id: string }[]
}

/** One registered card in the sandbox. */
export interface BillingKey {
  customer: RestCustomer
  /** Which test card it is; null for any other number. */
  test: TestCardName | null
  /** Charges that went through with this registration. */
  charges: number
  channelGroupId: string | null
}

/** What a `customer_uid` without a key is answered with. */
export const NO_SUCH_BUYER = '등록되지 않은 구매자입니다.'

/** The key under this `customer_uid`. */
export function findBillingKey(state: SandboxState, customerUid: string): BillingKey | undefined {
  return state.billingKeys.find(({ customer }) => customer.customer_uid === customerUid)
}

/** The card behind a key. */
export function cardOfKey({ customer, test }: BillingKey): KnownCard {
  const { card_number, card_code, card_name } = customer
  return { number: card_number ?? '', code: card_code ?? '', name: card_name, test }
}

/** The key as a lookup answers it; one of a channel group lists its channels instead of a card. */
export function answerOfKey({ customer, channelGroupId }: BillingKey): RestCustomer | RestSuperBillingKey {
  if (channelGroupId === null) return customer
  const {
    sandbox: _,
    customer_uid,
    customer_id,
    customer_name,
    customer_tel,
    customer_email,
    customer_addr,
    customer_postcode,
    ...channel
  } = customer
  return {
    customer_uid,
    channelGroupId,
    customer_id,
    customer_name,
    customer_tel,
    customer_email,
    customer_addr,
    customer_postcode,
    succeededChannels: [channel],
    failedChannels: [],
  }
}
