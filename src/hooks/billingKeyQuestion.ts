import {
  type BillingKeyRecord,
  type BillingKeyState,
  judgeBillingKey,
  readBillingKeyRecord,
} from '../payment/billingKey.js'
import type { BillingMessages } from '../payment/billingMessages.js'
import { buyerSentence } from '../payment/buyerSentence.js'
import { PaymentError } from '../payment/PaymentError.js'
import type { Registration } from '../portone/judgeAttempt.js'
import { askServer, postTo } from './askServer.js'
import type { Checkout } from './TossCheckoutProvider.js'

/** What the server is asked about. `impUid` is missing when no answer came back from the gateway. */
export interface BillingKeyQuery {
  /** Empty when another browser came back: then the order number alone says which card. */
  customerUid: string
  merchantUid: string
  impUid?: string
}

/**
 * The merchant's own question to its server: read the registration and the key back from the gateway, and answer with
 * the record, or null when there is no such registration. Must be safe to call many times.
 */
export type ConfirmBillingKey = (
  query: BillingKeyQuery,
  context: { signal: AbortSignal },
) => Promise<BillingKeyRecord | null>

/** What makes an attempt the registration of this card: `POST {endpoint}/complete-billing-key`, or the merchant's own. @internal */
export function billingKeyQuestion(
  { client, endpoint }: Checkout,
  customerUid: string,
  own: () => { confirm?: ConfirmBillingKey; words: BillingMessages },
): Registration {
  const confirm = () => {
    const base = endpoint()
    const ask = own().confirm ?? (base && postTo(`${base}/complete-billing-key`))
    if (ask) return ask
    throw new PaymentError('INVALID_PROVIDER', {
      message:
        __DEV__ &&
        'there is no server to ask whether the card was registered. Give useBillingKey or BillingKeyRegister a confirm, or the provider an endpoint.',
    })
  }
  return {
    customerUid,
    check: () => void confirm(),
    ask: async (query, enough, patience) =>
      askServer(
        client,
        {
          confirm: ({ merchantUid, impUid }, context) =>
            (confirm() as ConfirmBillingKey)({ customerUid, merchantUid, impUid }, context),
          read: readBillingKeyRecord,
        },
        query,
        enough,
        patience,
      ),
    judge: (record, { merchantUid }) =>
      judgeBillingKey(record as BillingKeyRecord, { merchantUid, customerUid }),
    sentence: (error) => own().words[`card-${buyerSentence(error)}`],
    announce: (state) => announcementOf(state as BillingKeyState, own().words),
  }
}

function announcementOf(state: BillingKeyState, words: BillingMessages): string {
  switch (state.status) {
    case 'idle':
      return ''
    case 'failed':
    case 'unconfirmed':
      return state.error.buyerMessage
    case 'preparing':
      return words[state.waitingFor === 'press-again' ? 'card-press-again' : 'card-preparing']
    default:
      return words[`card-${state.status}`]
  }
}
