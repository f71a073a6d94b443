import { OrderStoreError } from '../orders/OrderStoreError.js'
import { checkCard, checkCardMove } from './memory/checkCard.js'
import { checkSubscription, checkSubscriptionMove } from './memory/checkSubscription.js'
import type { SubscriptionStore } from './SubscriptionStore.js'
import type { StoredCard, Subscription } from './subscription.js'

/**
 * Cards and subscriptions in this process's memory, gone with it: for tests and trials, beside `memoryOrderStore`. Behaves
 * as the databases do, constraints included; there are no transactions, so what a handler that throws has done stays done.
 */
export function memorySubscriptionStore(): SubscriptionStore<null> {
  const cards = new Map<string, StoredCard>()
  const subscriptions = new Map<string, Subscription>()

  const writeCard = (card: StoredCard): StoredCard => {
    checkCard(card)
    cards.set(card.customerUid, structuredClone(card))
    return structuredClone(card)
  }
  const write = (subscription: Subscription): Subscription => {
    const { id, customerUid, customerId, chargeUid } = subscription
    checkSubscription(subscription)
    if (cards.get(customerUid)?.customerId !== customerId) {
      throw new OrderStoreError('INVALID_ORDER', `subscription "${id}" (the card is not the customer's)`)
    }
    const others = [...subscriptions.values()].filter((other) => other.id !== id)
    if (chargeUid !== null && others.some((other) => other.chargeUid === chargeUid)) {
      throw new OrderStoreError('INVALID_ORDER', `subscription "${id}" (charge_uid is another's)`)
    }
    const moves = subscriptions.get(id)?.customerUid !== customerUid
    if (moves && cards.get(customerUid)?.status !== 'registered') {
      throw new OrderStoreError('ILLEGAL_CHANGE', `subscription "${id}" (its card is not registered)`)
    }
    subscriptions.set(id, structuredClone(subscription))
    return structuredClone(subscription)
  }
  const newestFirst = <T extends { createdAt: Date }>(all: Iterable<T>): T[] =>
    [...all].reverse().sort((a, b) => Number(b.createdAt) - Number(a.createdAt))

  return {
    createCard: async (card) => {
      if (cards.has(card.customerUid)) {
        throw new OrderStoreError('ORDER_EXISTS', `card "${card.customerUid}"`)
      }
      return writeCard(card)
    },
    findCard: async (customerUid) => structuredClone(cards.get(customerUid) ?? null),
    changeCard: async ({ customerUid, status }, change) => {
      const present = cards.get(customerUid)
      if (present?.status !== status) return null
      const after = { ...present, ...change }
      checkCardMove(present, after, subscriptions.values())
      return writeCard(after)
    },
    cardsOf: async (customerId) =>
      structuredClone(newestFirst(cards.values()).filter((card) => card.customerId === customerId)),
    registeringSince: async (since, limit) =>
      structuredClone(
        newestFirst(cards.values())
          .reverse()
          .filter(({ status }) => status === 'registering')
          .filter(
            ({ createdAt, merchantUid }) => createdAt <= since[merchantUid === null ? 'form' : 'window'],
          )
          .slice(0, limit),
      ),

    createSubscription: async (subscription) => {
      const { customerId, plan } = subscription
      const taken = [...subscriptions.values()].some(
        (other) =>
          other.customerId === customerId && other.plan.id === plan.id && other.status !== 'cancelled',
      )
      return taken ? null : write(subscription)
    },
    findSubscription: async (id) => structuredClone(subscriptions.get(id) ?? null),
    subscriptionsOf: async (customerId) =>
      structuredClone(newestFirst(subscriptions.values()).filter((each) => each.customerId === customerId)),
    advanceSubscription: async (before, change, now) => {
      const present = subscriptions.get(before.id)
      if (present?.version !== before.version) return null
      const given = Object.entries(change).filter(([, value]) => value !== undefined)
      const after: Subscription = {
        ...present,
        ...Object.fromEntries(given),
        version: present.version + 1,
        updatedAt: now,
      }
      checkSubscriptionMove(present, after)
      return write(after)
    },
    claimDue: async (now, leaseMs, limit) => {
      const due = [...subscriptions.values()]
        .filter(({ checkAt }) => checkAt !== null && checkAt <= now)
        .sort((a, b) => Number(a.checkAt) - Number(b.checkAt))
        .slice(0, limit)
      const checkAt = new Date(now.getTime() + leaseMs)
      return due.map((each) => write({ ...each, checkAt, version: each.version + 1, updatedAt: now }))
    },
  }
}
