import { PortOneError } from '../../PortOneError.js'
import type { BillingParts } from '../billingParts.js'
import type { StoredCard } from '../subscription.js'
import { deleteKey } from './deleteCard.js'
import { noteKey } from './noteKey.js'
import { confirmRegistration, WINDOW_ENDS } from './registerInWindow.js'
import { isRefusedKey, refuseTestKey } from './testChannel.js'

/** ms after which no form can still be on its way to the gateway. */
const FORM_ENDS = 3_600_000
/** Registrations asked about for one list of cards: the newest. */
const MOST_OF_A_LIST = 3
const MOST_OF_A_ROUND = 100

/**
 * Finds out about a customer's registrations whose answer was lost, or whose page was left before it came: their key is at the
 * gateway, and the customer should see the card. What cannot be found out now stays as it is.
 */
export async function settleOwn(parts: BillingParts, cards: readonly StoredCard[]): Promise<void> {
  const open = cards.filter(({ status }) => status === 'registering').slice(0, MOST_OF_A_LIST)
  await Promise.all(open.map((card) => settleOrReport(parts, card)))
}

/**
 * The same of everybody's that nobody came back to, and the end of those that came to nothing. Stops early when the gateway
 * is down: the rest is for the next round, too.
 */
export async function settleForgotten(parts: BillingParts): Promise<void> {
  const present = parts.now().getTime()
  const since = { form: new Date(present - FORM_ENDS), window: new Date(present - WINDOW_ENDS) }
  const cards = (await parts.subscriptions.registeringSince?.(since, MOST_OF_A_ROUND)) ?? []
  for (const card of cards) {
    if ((await settleOrReport(parts, card)) === 'gateway-down') return
  }
}

async function settleOrReport(parts: BillingParts, card: StoredCard): Promise<'asked' | 'gateway-down'> {
  try {
    await settleRegistration(parts, card)
  } catch (thrown) {
    parts.report(thrown, `registration of card ${card.customerUid}`)
    if (thrown instanceof PortOneError && thrown.retryable) return 'gateway-down'
  }
  return 'asked'
}

async function settleRegistration(parts: BillingParts, card: StoredCard): Promise<void> {
  const { customerId, customerUid, merchantUid } = card
  const isOver = parts.now().getTime() - card.createdAt.getTime() >= (merchantUid ? WINDOW_ENDS : FORM_ENDS)
  const isFound = merchantUid
    ? (await confirmRegistration(parts, customerId, { merchantUid, customerUid }))?.status === 'registered'
    : await findKey(parts, card)
  // Should it be registered all the same, confirming it still says so.
  if (isOver && !isFound) await parts.subscriptions.changeCard(card, { status: 'failed' })
}

/** By form: its name is its own, so a key under it is this card's. */
async function findKey(parts: BillingParts, card: StoredCard): Promise<boolean> {
  try {
    const key = await parts.client.getCustomer(card.customerUid)
    if (isRefusedKey(parts, key)) {
      refuseTestKey(parts, card.customerUid)
      // Never to be charged, and under a name that nobody uses again.
      await deleteKey(parts, card.customerUid)
    } else await noteKey(parts, card, key)
    return true
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return false
    throw thrown
  }
}
