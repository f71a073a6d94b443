import { idInPath } from '../call/idInPath.js'
import { readOperation } from '../call/readOperation.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import { CUSTOMER_UID_LENGTH, requireShortText, shortTexts } from './argumentRules.js'
import type { BillingKey, BillingKeyCard } from './billingKey.types.js'
import { type CardData, toCardFields } from './cardData.js'
import { concealCard } from './concealCard.js'
import { readBillingKeyOf } from './readBillingKey.js'
import { orNull, sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** A card to register by its data. */
export interface IssueCustomerRequest extends CardData {
  /** Channel key of the console, at most 55 characters. Required today; older accounts go without. */
  channelKey?: string
  /** The older way to name a channel, `tosspayments.<MID>`, at most 80 characters. */
  pg?: string
  /** The merchant's own id of the buyer. Default: a new one each time, so that buyer and key are not linked. */
  customerId?: string
  /** At most 20 characters. Default for the charges' `buyerName`; so the next four for theirs. */
  customerName?: string
  /** At most 20 characters. */
  customerTel?: string
  /** At most 200 characters. */
  customerEmail?: string
  /** At most 200 characters. */
  customerAddr?: string
  /** At most 8 characters. */
  customerPostcode?: string
  /** Registers it with every channel of the group (슈퍼빌링키), at most 55 characters. */
  channelGroupId?: string
}

const limits = {
  channelKey: 55,
  pg: 80,
  customerId: Number.POSITIVE_INFINITY,
  customerName: 20,
  customerTel: 20,
  customerEmail: 200,
  customerAddr: 200,
  customerPostcode: 8,
  channelGroupId: 55,
} as const

/**
 * Registers a card, at most once. The key is read before, so that after a lost answer a new one can be told from the one
 * that was there.
 */
export async function issueCustomer(
  { call, settings }: SubscribeTools,
  customerUid: string,
  request: IssueCustomerRequest,
): Promise<BillingKey> {
  requireShortText('customerUid', customerUid, CUSTOMER_UID_LENGTH)
  const path = `/subscribe/customers/${idInPath('customerUid', customerUid)}`
  const body = { ...toPortOneSpelling(shortTexts(request, limits)), ...toCardFields(request) }
  const card = concealCard(request)
  const read = (answer: unknown) => readBillingKeyOf(customerUid)(card.answer(answer))
  const current = () => orNull(call({ ...readOperation('getCustomer', path, read), conceal: card.text }))

  const before = await current()
  return sendOnce(
    () =>
      call({
        name: 'issueCustomer',
        method: 'POST',
        path,
        body,
        read,
        whenLost: {
          findOut: `Read it back with getCustomer('${customerUid}'): a new key, or one whose updated changed, means that the card is registered${before ? ' (there was an older key before this call)' : ''}. Otherwise ask the buyer for the card again; registering it once more charges nothing.`,
        },
        conceal: card.text,
      }),
    async () => {
      const after = await current()
      return after && (!before || stampOf(after) !== stampOf(before)) ? after : null
    },
    settings,
  )
}

/** Which card it is and when it was registered: what another registration changes. */
function stampOf(key: BillingKey): string {
  const cards: BillingKeyCard[] = key.kind === 'card' ? [key] : key.succeededChannels
  return JSON.stringify(
    cards.map(({ pgId, cardNumber, inserted, updated }) => [pgId, cardNumber, inserted, updated]),
  )
}
