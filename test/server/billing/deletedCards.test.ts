import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import { callGateway } from './callGateway.js'
import { cards, DAY, type Membership, MINUTE, openMembership } from './openMembership.js'
import { kinds, openStores, type Stores } from './openStores.js'
import { registerAtGateway } from './windowRegistration.js'

/** A moment at which somebody is held up until they are let go. */
function gate() {
  let arrive = () => {}
  let letGo = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const open = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let first = true
  return {
    arrived,
    letGo: () => letGo(),
    /** Holds the first who comes. */
    pass: async () => {
      if (!first) return
      first = false
      arrive()
      await open
    },
  }
}

/** The same store, in which the first call of this method is held up. */
function heldUp(store: SubscriptionStore, method: keyof SubscriptionStore, when: 'before' | 'after') {
  const held = gate()
  const subscriptions = new Proxy(store, {
    get: (target, name) => {
      const call = Reflect.get(target, name)
      if (name !== method) return call
      return async (...given: unknown[]) => {
        if (when === 'before') await held.pass()
        const answer: unknown = await (call as (...given: unknown[]) => unknown)(...given)
        if (when === 'after') await held.pass()
        return answer
      }
    },
  })
  return { ...held, subscriptions }
}

const keyOf = ({ sandbox }: Membership, customerUid: string) =>
  callGateway(sandbox, 'GET', `/subscribe/customers/${customerUid}`)

let serial = 0
const newCustomer = () => `customer-${serial++}`

describe.each(kinds)('지운 카드는 지운 것이다 (%s)', (kind) => {
  let stores: Stores
  beforeAll(() => {
    stores = openStores(kind, inject('postgres'))
  })
  afterAll(() => stores.close())

  /** The shop, and another of its servers over the same database and gateway. */
  function openTwo(other: { subscriptions?: SubscriptionStore } = {}) {
    const shop = openMembership({ ...stores })
    return { shop, slow: openMembership({ ...stores, ...other, sandbox: shop.sandbox }) }
  }

  it('지우려는 사이에 그 카드로 구독했으면 지우지 않고, 다음 달에도 결제된다', async () => {
    const held = heldUp(stores.subscriptions, 'subscriptionsOf', 'after')
    const { shop, slow } = openTwo(held)
    const customer = newCustomer()
    const customerUid = await shop.card(cards.good, customer)
    const deleting = slow.billing.deleteCard(customer, customerUid)
    await held.arrived
    const { id } = await shop.billing.subscribe(customer, { planId: 'weekly', customerUid })
    held.letGo()
    await expect(deleting).rejects.toMatchObject({ code: 'CARD_IN_USE', status: 409 })
    expect(await keyOf(shop, customerUid)).not.toBeNull()
    expect(await shop.billing.listCards(customer)).toMatchObject([{ customerUid, status: 'registered' }])
    await shop.pass(7 * DAY + MINUTE)
    await shop.pass(11 * MINUTE)
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3, attempt: 0 })
  })

  it('구독하려는 사이에 카드가 지워졌으면 구독도 결제도 생기지 않는다', async () => {
    const held = heldUp(stores.subscriptions, 'createSubscription', 'before')
    const { shop, slow } = openTwo(held)
    const customer = newCustomer()
    const customerUid = await shop.card(cards.good, customer)
    const subscribing = slow.billing.subscribe(customer, { planId: 'weekly', customerUid })
    await held.arrived
    await shop.billing.deleteCard(customer, customerUid)
    held.letGo()
    await expect(subscribing).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED', status: 409 })
    expect(await shop.billing.listSubscriptions(customer)).toEqual([])
    expect(await keyOf(shop, customerUid)).toBeNull()
  })

  it('게이트웨이가 키를 지우는 동안에는 그 카드로 구독할 수 없다', async () => {
    const held = gate()
    const shop = openMembership({
      ...stores,
      fetch: async (request, sandbox) => {
        if (request.method === 'DELETE') await held.pass()
        return sandbox.fetch(request)
      },
    })
    const customer = newCustomer()
    const customerUid = await shop.card(cards.good, customer)
    const deleting = shop.billing.deleteCard(customer, customerUid)
    await held.arrived
    await expect(shop.billing.subscribe(customer, { planId: 'weekly', customerUid })).rejects.toMatchObject({
      code: 'CARD_NOT_REGISTERED',
    })
    held.letGo()
    await deleting
    expect(await shop.billing.listCards(customer)).toEqual([])
  })

  it('동시에 지우고 구독하면 하나만 된다', async () => {
    const { shop, slow } = openTwo()
    for (let round = 0; round < 15; round++) {
      const customer = newCustomer()
      const customerUid = await shop.card(cards.good, customer)
      const startAt = new Date(shop.now().getTime() + DAY)
      const [deleted, subscribed] = await Promise.allSettled([
        slow.billing.deleteCard(customer, customerUid),
        shop.billing.subscribe(customer, { planId: 'weekly', customerUid, startAt }),
      ])
      expect([deleted.status, subscribed.status].sort()).toEqual(['fulfilled', 'rejected'])
      const isThere = (await keyOf(shop, customerUid)) !== null
      expect(isThere).toBe(subscribed.status === 'fulfilled')
      expect(await shop.billing.listSubscriptions(customer)).toHaveLength(isThere ? 1 : 0)
    }
  })

  it('옮겨 갈 카드가 그 사이에 지워졌으면 멤버십은 쓰던 카드에 남는다', async () => {
    const held = heldUp(stores.subscriptions, 'advanceSubscription', 'before')
    const { shop, slow } = openTwo(held)
    const customer = newCustomer()
    const from = await shop.card(cards.good, customer)
    const { id } = await shop.billing.subscribe(customer, { planId: 'weekly', customerUid: from })
    const to = await shop.card(cards.other, customer)
    const replacing = slow.billing.replaceCard(customer, { from, to })
    await held.arrived
    await shop.billing.deleteCard(customer, to)
    held.letGo()
    await expect(replacing).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED' })
    expect(await shop.find(id)).toMatchObject({ customerUid: from, status: 'active' })
    expect(await keyOf(shop, from)).not.toBeNull()
  })

  it('늦게 온 등록 확인이 지운 카드를 되살리지 않는다', async () => {
    const held = heldUp(stores.subscriptions, 'changeCard', 'before')
    const { shop, slow } = openTwo(held)
    const customer = newCustomer()
    const begun = await shop.billing.beginRegistration(customer)
    registerAtGateway(shop.sandbox, begun, cards.other)
    expect(await shop.billing.confirmRegistration(customer, begun)).toMatchObject({ status: 'registered' })
    const late = slow.billing.confirmRegistration(customer, begun)
    await held.arrived
    await shop.billing.deleteCard(customer, begun.customerUid)
    held.letGo()
    expect(await late).toBeNull()
    expect(await shop.billing.listCards(customer)).toEqual([])
    expect(await shop.subscriptions.findCard(begun.customerUid)).toMatchObject({ status: 'deleted' })
    await expect(
      shop.billing.subscribe(customer, { planId: 'weekly', customerUid: begun.customerUid }),
    ).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED' })
    expect(await keyOf(shop, begun.customerUid)).toBeNull()
  })

  it('열려 있던 등록창이 지운 카드를 다시 등록해도, 확인할 때 그 키를 지운다', async () => {
    const shop = openMembership({ ...stores })
    const customer = newCustomer()
    const begun = await shop.billing.beginRegistration(customer)
    await shop.billing.deleteCard(customer, begun.customerUid)
    const impUid = registerAtGateway(shop.sandbox, begun, cards.good)
    expect(await keyOf(shop, begun.customerUid)).not.toBeNull()
    expect(await shop.billing.confirmRegistration(customer, { ...begun, impUid })).toBeNull()
    expect(await keyOf(shop, begun.customerUid)).toBeNull()
    expect(await shop.billing.listCards(customer)).toEqual([])
  })

  it('양식으로 등록하는 사이에 지워졌으면 키도 남지 않는다', async () => {
    const held = gate()
    const shop = openMembership({
      ...stores,
      fetch: async (request, sandbox) => {
        if (request.method === 'POST' && request.url.includes('/subscribe/customers/')) await held.pass()
        return sandbox.fetch(request)
      },
    })
    const customer = newCustomer()
    const registering = shop.billing.registerCard(customer, cards.good)
    await held.arrived
    const [begun] = await shop.subscriptions.cardsOf(customer)
    const customerUid = begun?.customerUid ?? ''
    await shop.billing.deleteCard(customer, customerUid)
    held.letGo()
    await expect(registering).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED' })
    expect(await keyOf(shop, customerUid)).toBeNull()
    expect(await shop.billing.listCards(customer)).toEqual([])
  })

  it('한 번에 두 확인이 와도 둘 다 등록됐다고 듣는다', async () => {
    const held = heldUp(stores.subscriptions, 'changeCard', 'before')
    const { shop, slow } = openTwo(held)
    const customer = newCustomer()
    const begun = await shop.billing.beginRegistration(customer)
    registerAtGateway(shop.sandbox, begun, cards.good)
    const late = slow.billing.confirmRegistration(customer, begun)
    await held.arrived
    expect(await shop.billing.confirmRegistration(customer, begun)).toMatchObject({ status: 'registered' })
    held.letGo()
    expect(await late).toMatchObject({ status: 'registered', customerUid: begun.customerUid })
  })

  it('지우다 게이트웨이가 멈췄으면 그 카드는 더 쓰이지 않고, 목록에서 다시 지울 수 있다', async () => {
    let isDown = true
    const shop = openMembership({
      ...stores,
      fetch: async (request, sandbox) => {
        if (isDown && request.method === 'DELETE') throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const customer = newCustomer()
    const customerUid = await shop.card(cards.good, customer)
    await expect(shop.billing.deleteCard(customer, customerUid)).rejects.toMatchObject({
      name: 'PortOneError',
    })
    expect(await shop.billing.listCards(customer)).toMatchObject([{ customerUid, status: 'deleting' }])
    await expect(shop.billing.subscribe(customer, { planId: 'weekly', customerUid })).rejects.toMatchObject({
      code: 'CARD_NOT_REGISTERED',
    })
    isDown = false
    await shop.billing.deleteCard(customer, customerUid)
    expect(await shop.billing.listCards(customer)).toEqual([])
    expect(await keyOf(shop, customerUid)).toBeNull()
  })
})
