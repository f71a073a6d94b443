import { describe, expect, it } from 'vitest'
import { maskDigits } from '../../../src/server/billing/cards/storedCardOf.js'
import { PortOneError } from '../../../src/server/PortOneError.js'
import { callGateway } from './callGateway.js'
import { cards, DAY, type Membership, MINUTE, member, openMembership, paymentsOf } from './openMembership.js'

/** What the gateway shows of a window, laid over the sandbox's answers. */
interface Shown {
  merchant_uid: string
  customer_uid: string | null
  customer_uid_usage: string | null
  status: 'ready' | 'paid' | 'failed'
  fail_reason?: string
}

/** A shop whose gateway shows these windows. */
async function openWithWindows() {
  const windows: Shown[] = []
  let template: object = {}
  const shop = openMembership({
    fetch: async (request, sandbox) => {
      const [, merchantUid] = /\/payments\/findAll\/([^/?]+)/.exec(request.url) ?? []
      const list = windows
        .filter(({ merchant_uid }) => merchant_uid === merchantUid)
        .map((shown, index) => ({
          ...{ ...template, amount: 0, paid_at: 0, imp_uid: `imp_00000000000${index}`, ...shown },
        }))
      if (list.length === 0) return sandbox.fetch(request)
      const page = { total: list.length, previous: 0, next: 0, list }
      return Response.json({ code: 0, message: null, response: page })
    },
  })
  await shop.subscribe('weekly')
  template = (await paymentsOf(shop.sandbox))[0] ?? {}
  const begun = await shop.billing.beginRegistration(member)
  const show = (status: Shown['status'], change: Partial<Shown> = {}) =>
    windows.push({
      merchant_uid: begun.merchantUid,
      customer_uid: begun.customerUid,
      customer_uid_usage: 'issue',
      status,
      ...change,
    })
  const keep = (customerUid = begun.customerUid) =>
    callGateway(shop.sandbox, 'POST', `/subscribe/customers/${customerUid}`, {
      card_number: '5555-5555-5555-4444',
      expiry: '2090-09',
    })
  const confirm = () => shop.billing.confirmRegistration(member, begun)
  return { shop, begun, show, keep, confirm }
}

describe('a card registered in the window', () => {
  it('is registered once the gateway says so and shows the key', async () => {
    const { shop, begun, show, keep, confirm } = await openWithWindows()
    expect(begun.customerUid).toMatch(/^member-7_[0-9a-f]{16}$/)
    expect(await confirm()).toBeNull()
    show('ready')
    expect(await confirm()).toMatchObject({ status: 'ready', ...begun })
    show('paid')
    expect(await confirm()).toMatchObject({ status: 'ready' })
    await keep()
    expect(await confirm()).toEqual({
      ...begun,
      status: 'registered',
      impUid: 'imp_000000000001',
      card: { code: '381', name: expect.any(String), number: '555555******4444', type: 0 },
      registeredAt: expect.closeTo(shop.sandbox.clock.now() / 1000, -1),
      failReason: null,
    })
    expect(await confirm()).toMatchObject({ status: 'registered' })
    expect((await shop.billing.listCards(member)).map(({ customerUid }) => customerUid)).toContain(
      begun.customerUid,
    )
  })

  it('an old key under the same name does not make a dismissed window look registered', async () => {
    const { shop, begun, show, keep, confirm } = await openWithWindows()
    await keep()
    show('failed', { fail_reason: '[결제포기] 사용자가 결제를 취소하셨습니다' })
    expect(await confirm()).toMatchObject({
      status: 'failed',
      failReason: '[결제포기] 사용자가 결제를 취소하셨습니다',
    })
    await expect(
      shop.billing.subscribe(member, { planId: 'monthly', customerUid: begun.customerUid }),
    ).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED' })
  })

  it('a second try in the window may still register it', async () => {
    const { show, keep, confirm } = await openWithWindows()
    show('failed')
    expect(await confirm()).toMatchObject({ status: 'failed' })
    show('paid')
    await keep()
    expect(await confirm()).toMatchObject({ status: 'registered' })
  })

  it.each<[string, Partial<Shown>]>([
    ['an ordinary payment under its number', { customer_uid: null, customer_uid_usage: null }],
    ['a charge of the card', { customer_uid_usage: 'payment' }],
    ['the registration of another card', { customer_uid: 'member-7_0000000000000000' }],
  ])('%s registers nothing', async (_, change) => {
    const { show, keep, confirm } = await openWithWindows()
    await keep()
    show('paid', change)
    expect(await confirm()).toBeNull()
  })

  it("nobody learns about, or takes over, another customer's registration", async () => {
    const { shop, begun, show, keep } = await openWithWindows()
    show('paid')
    await keep()
    await expect(shop.billing.confirmRegistration('stranger', begun)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      status: 403,
    })
    expect(
      await shop.billing.confirmRegistration(member, { ...begun, merchantUid: 'another-number' }),
    ).toBeNull()
    expect(
      await shop.billing.confirmRegistration(member, { ...begun, customerUid: 'never-begun' }),
    ).toBeNull()
  })
})

describe('a card registered by form', () => {
  it('comes back masked', async () => {
    const shop = openMembership()
    const record = await shop.billing.registerCard(member, cards.good)
    expect(record).toEqual({
      customerUid: expect.stringMatching(/^member-7_[0-9a-f]{16}$/),
      merchantUid: null,
      impUid: null,
      status: 'registered',
      card: { code: '366', name: '신한카드', number: '424242******4242', type: 0 },
      registeredAt: expect.closeTo(shop.sandbox.clock.now() / 1000, -1),
    })
  })

  it('a mistyped field is named and not quoted; nothing is sent', async () => {
    const shop = openMembership({ fetch: () => Promise.reject(new Error('sent')) })
    const refusal = await shop.billing
      .registerCard(member, { ...cards.good, birth: '8202131' })
      .catch((error: Error) => error)
    expect(refusal).toMatchObject({ name: 'BillingError', code: 'INVALID_CARD', status: 422 })
    expect(String(refusal)).toContain('birth')
    expect(String(refusal)).not.toContain('820213')
    expect(await shop.subscriptions.cardsOf(member)).toEqual([])
  })

  it("a card the company does not take says why in the company's words", async () => {
    const shop = openMembership()
    await expect(shop.billing.registerCard(member, cards.lost)).rejects.toMatchObject({
      code: 'CARD_REFUSED',
      reason: expect.stringContaining('분실 혹은 도난 카드입니다.'),
    })
    expect(await shop.billing.listCards(member)).toEqual([])
  })

  it('a lost answer is looked up: the key is there', async () => {
    const shop = openMembership({
      fetch: async (request, sandbox) => {
        const answer = await sandbox.fetch(request)
        if (request.method === 'POST' && request.url.includes('/customers/'))
          throw new TypeError('terminated')
        return answer
      },
    })
    await expect(shop.billing.registerCard(member, cards.good)).resolves.toMatchObject({
      status: 'registered',
    })
  })

  it('a request that was lost with its answer says that nobody can tell', async () => {
    const shop = openMembership({
      fetch: async (request, sandbox) => {
        if (request.method === 'POST' && request.url.includes('/customers/'))
          throw new TypeError('terminated')
        return sandbox.fetch(request)
      },
    })
    await expect(shop.billing.registerCard(member, cards.good)).rejects.toMatchObject({
      code: 'REGISTRATION_UNKNOWN',
      status: 503,
    })
    expect(await shop.billing.listCards(member)).toEqual([])
  })
})

it.each([
  ['4242424242424242', '424242******4242'],
  ['3782-822463-10005', '3782-82****-*0005'],
  ['424242******4242', '424242******4242'],
  ['신한카드 4242 4242 4242 4242', '신한카드 4242 42** **** 4242'],
  [null, null],
])('should the gateway ever show a card as %s, %s is kept', (shown, kept) => {
  expect(maskDigits(shown)).toBe(kept)
})

describe('deleting and replacing cards', () => {
  it('a card that a membership charges is not deleted; afterwards it is, at the gateway too', async () => {
    const shop = openMembership()
    const { id, customerUid } = await shop.subscribe('weekly')
    for (const steer of [shop.billing.pause, shop.billing.resume]) {
      await expect(shop.billing.deleteCard(member, customerUid)).rejects.toMatchObject({
        code: 'CARD_IN_USE',
      })
      await steer(member, id)
    }
    await shop.billing.cancel(member, id)
    await shop.billing.deleteCard(member, customerUid)
    await shop.billing.deleteCard(member, customerUid)
    expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${customerUid}`)).toBeNull()
    expect(await shop.billing.listCards(member)).toEqual([])
    await expect(shop.billing.subscribe(member, { planId: 'weekly', customerUid })).rejects.toMatchObject({
      code: 'CARD_NOT_REGISTERED',
    })
  })

  it('while the gateway does not take the schedule of the old card back, its key stays, and the customer can try again', async () => {
    let isStubborn = true
    const shop = openMembership({
      fetch: async (request, sandbox) =>
        isStubborn && request.url.endsWith('/unschedule')
          ? Response.json({ code: 1, message: '잠시 후 다시 시도해주세요.', response: null })
          : sandbox.fetch(request),
    })
    const { customerUid: from } = await shop.subscribe('weekly')
    const to = await shop.card(cards.other)
    const replace = () => shop.billing.replaceCard(member, { from, to })
    await expect(replace()).rejects.toMatchObject({ code: 'CONTENDED' })
    expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${from}`)).not.toBeNull()
    isStubborn = false
    expect(await replace()).toMatchObject([{ customerUid: to, status: 'active' }])
    expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${from}`)).toBeNull()
  })

  it("a stranger's card is neither used nor deleted nor replaced", async () => {
    const shop = openMembership()
    const theirs = await shop.card()
    const mine = await shop.card(cards.other, 'stranger')
    const { billing } = shop
    const tries = [
      billing.subscribe('stranger', { planId: 'weekly', customerUid: theirs }),
      billing.deleteCard('stranger', theirs),
      billing.replaceCard('stranger', { from: theirs, to: mine }),
      billing.replaceCard('stranger', { from: mine, to: theirs }),
    ]
    for (const each of tries) await expect(each).rejects.toMatchObject({ code: 'NOT_YOURS' })
    const { id } = await billing.subscribe(member, { planId: 'weekly', customerUid: theirs })
    for (const steer of [billing.pause, billing.resume, billing.cancel, billing.retryNow]) {
      await expect(steer('stranger', id)).rejects.toMatchObject({ code: 'NOT_YOURS' })
    }
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 2 })
    await expect(billing.pause(member, 'sub_0000000000000000')).rejects.toMatchObject({
      code: 'NO_SUBSCRIPTION',
    })
    await expect(billing.deleteCard(member, 'nothing')).rejects.toMatchObject({ code: 'NO_CARD' })
    await expect(
      billing.subscribe(member, { planId: 'constructor', customerUid: theirs }),
    ).rejects.toMatchObject({ code: 'NO_PLAN' })
  })

  it('a new card that is not at the gateway replaces nothing', async () => {
    const shop = openMembership()
    const { id, customerUid } = await shop.subscribe('weekly')
    const gone = await shop.card(cards.other)
    await callGateway(shop.sandbox, 'DELETE', `/subscribe/customers/${gone}`)
    await expect(shop.billing.replaceCard(member, { from: customerUid, to: gone })).rejects.toMatchObject({
      code: 'CARD_NOT_REGISTERED',
    })
    await expect(
      shop.billing.replaceCard(member, { from: customerUid, to: customerUid }),
    ).rejects.toMatchObject({ code: 'CARD_IN_USE' })
    expect(await shop.find(id)).toMatchObject({ customerUid, status: 'active' })
    expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${customerUid}`)).not.toBeNull()
  })

  it('all memberships of the card go over, paused ones too, and the old card is never charged again', async () => {
    const shop = openMembership()
    const { customerUid: from } = await shop.subscribe('weekly')
    const monthly = await shop.billing.subscribe(member, { planId: 'monthly', customerUid: from })
    await shop.billing.pause(member, monthly.id)
    const to = await shop.card(cards.other)
    const moved = await shop.billing.replaceCard(member, { from, to })
    expect(moved.map(({ status }) => status).sort()).toEqual(['active', 'paused'])
    await shop.billing.resume(member, monthly.id)
    const before = (await paymentsOf(shop.sandbox)).length
    for (let week = 0; week < 6; week++) await shop.pass(7 * DAY)
    const later = (await paymentsOf(shop.sandbox)).slice(before)
    expect(later.length).toBeGreaterThan(5)
    expect(new Set(later.map(({ customer_uid, status }) => `${customer_uid} ${status}`))).toEqual(
      new Set([`${to} paid`]),
    )
  })
})

describe('a gateway that is down', () => {
  const down = (shop: Membership) => shop.errors.map(({ error }) => (error as PortOneError).code)

  it.each([
    [
      'throws',
      () => {
        throw new Error('log server down')
      },
    ],
    ['rejects', () => Promise.reject(new Error('log server down'))],
  ])('a reporter that %s changes nothing about what the customer pressed', async (_, onError) => {
    let isDown = false
    const shop = openMembership({
      onError,
      fetch: async (request, sandbox) => {
        if (isDown) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const { id } = await shop.subscribe('weekly')
    isDown = true
    expect(await shop.billing.cancel(member, id)).toMatchObject({ status: 'cancelled' })
    // A rejection that nobody hears would end the process, and this test.
    await new Promise((resolve) => setTimeout(resolve))
  })

  it('nothing is lost: what the customer pressed stands, and the rounds make it good', async () => {
    let isDown = false
    const shop = openMembership({
      fetch: async (request, sandbox) => {
        if (isDown) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const { id, customerUid } = await shop.subscribe('weekly')
    const to = await shop.card(cards.other)
    isDown = true
    expect(await shop.billing.cancel(member, id)).toMatchObject({
      status: 'cancelled',
      chargeUid: `${id}-2-1`,
    })
    expect(down(shop)).toContain('UNREACHABLE')
    await expect(shop.billing.replaceCard(member, { from: customerUid, to })).rejects.toThrow(PortOneError)
    isDown = false
    await shop.pass(11 * MINUTE)
    expect(await shop.find(id)).toMatchObject({ status: 'cancelled', chargeUid: null, checkAt: null })
    await shop.pass(8 * DAY)
    expect(await shop.charges(id)).toHaveLength(1)
  })
})

describe('what cannot work is said when the server starts', () => {
  const open = (change: object) => () => openMembership(change)
  const plan = { id: 'basic', name: '기본', amount: 9_900, every: { months: 1 } }

  it.each<[string, object, string]>([
    ['amount', { plans: { basic: { ...plan, amount: '9900' } } }, '"9900" (string)'],
    ['amount', { plans: { basic: { ...plan, amount: 0 } } }, 'above 0'],
    ['taxFree', { plans: { basic: { ...plan, taxFree: 10_000 } } }, '9900'],
    ['name', { plans: { basic: { ...plan, name: '긴'.repeat(41) } } }, '40'],
    ['id', { plans: { other: plan } }, 'own key'],
    ['every', { plans: { basic: { ...plan, every: { months: 1, days: 1 } } } }, 'months'],
    ['every', { plans: { basic: { ...plan, every: { days: 0.5 } } } }, 'days'],
    ['currency', { plans: { basic: { ...plan, currency: 'WON' } } }, 'KRW'],
    ['retry.days', { retry: { days: [1, 0] } }, '1 to 365'],
    ['lease', { lease: 1_000 }, '60000'],
  ])('%s', (field, change, allowed) => {
    expect(open(change)).toThrow(TypeError)
    expect(open(change)).toThrow(field)
    expect(open(change)).toThrow(allowed)
  })
})
