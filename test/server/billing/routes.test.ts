import { describe, expect, it } from 'vitest'
import type { BillingRoutesOptions } from '../../../src/server/billing/routes/billingRoutes.types.js'
import { createBillingRoutes } from '../../../src/server/billing/routes/createBillingRoutes.js'
import { cards, type MembershipOptions, member, openMembership } from './openMembership.js'
import { registerAtGateway } from './windowRegistration.js'

const SITE = 'https://shop.example'

/** The routes, asked by whoever the header `x-member` names: a stand-in for the shop's own session. */
function openRoutes(options: MembershipOptions = {}, routeOptions: Partial<BillingRoutesOptions> = {}) {
  const shop = openMembership(options)
  const errors: { error: unknown; where: string }[] = []
  const routes = createBillingRoutes({
    billing: shop.billing,
    customerOf: (request) => request.headers.get('x-member'),
    onError: (error, where) => void errors.push({ error, where }),
    ...routeOptions,
  })
  const send = async (path: string, init: RequestInit = {}, site = SITE) => {
    const answer = await routes(new Request(`${site}/api/billing/${path}`, init))
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  const post = (
    path: string,
    body: unknown,
    headers: Record<string, string> = { 'x-member': member },
    site?: string,
  ) =>
    send(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      },
      site,
    )
  const get = (path: string, who = member) => send(path, { headers: { 'x-member': who } })
  return { shop, errors, send, post, get }
}

describe('the membership page', () => {
  it('registers a card, subscribes, pauses, resumes, replaces the card, cancels and deletes it', async () => {
    const { post, get, errors } = openRoutes()
    const first = await post('register-billing-key', cards.good)
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({ status: 'registered', card: { number: '424242******4242' } })
    const { customerUid } = first.body

    const subscribed = await post('subscribe', { planId: 'monthly', customerUid })
    expect(subscribed.status).toBe(201)
    expect(subscribed.body).toEqual({
      id: expect.stringMatching(/^sub_/),
      customerUid,
      plan: { id: 'monthly', name: '월간 멤버십', amount: 9_900, every: { months: 1 } },
      status: 'active',
      period: 2,
      attempt: 0,
      nextChargeAt: expect.any(Number),
      chargeIsOut: true,
      createdAt: expect.any(Number),
    })
    const { id } = subscribed.body
    expect(await post('subscribe', { planId: 'monthly', customerUid })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_SUBSCRIBED' },
    })
    expect(await post('pause-subscription', { id })).toMatchObject({
      status: 200,
      body: { status: 'paused' },
    })
    expect(await post('resume-subscription', { id })).toMatchObject({ body: { status: 'active' } })
    expect(await post('retry-subscription', { id })).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_TO_RETRY' },
    })
    const second = (await post('register-billing-key', cards.other)).body.customerUid
    expect(await post('replace-billing-key', { from: customerUid, to: second })).toMatchObject({
      status: 200,
      body: [{ id, customerUid: second }],
    })
    expect((await get('billing-keys')).body).toMatchObject([{ customerUid: second, status: 'registered' }])
    expect(await post('delete-billing-key', { customerUid: second })).toMatchObject({
      status: 409,
      body: { code: 'CARD_IN_USE' },
    })
    expect(await post('cancel-subscription', { id })).toMatchObject({ body: { status: 'cancelled' } })
    expect(await post('delete-billing-key', { customerUid: second })).toMatchObject({ status: 200 })
    expect((await get('billing-keys')).body).toEqual([])
    expect((await get('subscriptions')).body).toMatchObject([
      { id, status: 'cancelled', nextChargeAt: null, chargeIsOut: false },
    ])
    expect(errors).toEqual([])
  })

  it('gets what the window is opened with, and an honest answer about it', async () => {
    const { post } = openRoutes()
    const order = await post('billing-key-order', {})
    expect(order).toMatchObject({ status: 201, body: { name: '카드 등록', amount: 0 } })
    const { merchantUid, customerUid } = order.body
    expect(customerUid).toMatch(/^member-7_/)
    const asked = await post('complete-billing-key', { merchantUid, customerUid, impUid: 'imp_000000000001' })
    expect(asked).toMatchObject({ status: 404, body: { code: 'NO_REGISTRATION' } })
    expect(asked.headers.get('content-type')).toContain('json')
    const strangers = await post(
      'complete-billing-key',
      { merchantUid, customerUid },
      { 'x-member': 'stranger' },
    )
    expect(strangers).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } })
  })
})

describe('등록창이 다른 브라우저로 돌아왔을 때', () => {
  it.each([
    ['비어 있어도', { customerUid: '' }],
    ['없어도', {}],
    ['null이어도', { customerUid: null }],
  ])('customerUid가 %s 회원 자신의 등록을 확인한다', async (_, unknown) => {
    const { shop, post } = openRoutes()
    const { merchantUid, customerUid } = (await post('billing-key-order', {})).body
    await post('billing-key-order', {})
    const impUid = registerAtGateway(shop.sandbox, { merchantUid, customerUid }, cards.good)
    expect(await post('complete-billing-key', { merchantUid, impUid, ...unknown })).toMatchObject({
      status: 200,
      body: { status: 'registered', customerUid, merchantUid, impUid, card: { number: '424242******4242' } },
    })
    expect(await post('complete-billing-key', { merchantUid, ...unknown })).toMatchObject({ status: 200 })
  })

  it('남의 등록은 없는 등록과 똑같이 대답하고, 아무것도 바뀌지 않는다', async () => {
    const { shop, post } = openRoutes()
    const { merchantUid, customerUid } = (await post('billing-key-order', {})).body
    const impUid = registerAtGateway(shop.sandbox, { merchantUid, customerUid }, cards.good)
    const ask = async (number: string, who: string) => {
      const { status, body } = await post(
        'complete-billing-key',
        { merchantUid: number, impUid },
        { 'x-member': who },
      )
      return { status, body }
    }
    const strangers = await ask(merchantUid, 'stranger')
    expect(strangers).toEqual(await ask('20261123-nobody', 'stranger'))
    expect(strangers).toMatchObject({ status: 404, body: { code: 'NO_REGISTRATION' } })
    expect(await shop.subscriptions.findCard(customerUid)).toMatchObject({ status: 'registering' })
    expect(await ask(merchantUid, member)).toMatchObject({ status: 200 })
  })

  it('지운 카드의 등록은 되살아나지 않고, 글이 아닌 customerUid는 받지 않는다', async () => {
    const { shop, post } = openRoutes()
    const begun = (await post('billing-key-order', {})).body
    registerAtGateway(shop.sandbox, begun, cards.good)
    const { merchantUid, customerUid } = begun
    await post('complete-billing-key', { merchantUid })
    await post('delete-billing-key', { customerUid })
    expect(await post('complete-billing-key', { merchantUid })).toMatchObject({ status: 404 })
    expect(await post('complete-billing-key', { merchantUid, customerUid: 7 })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_BODY' },
    })
    expect(await post('complete-billing-key', { customerUid })).toMatchObject({ status: 400 })
  })
})

describe('what is refused', () => {
  const postRoutes = [
    ...['billing-key-order', 'complete-billing-key', 'register-billing-key', 'delete-billing-key'],
    ...['replace-billing-key', 'subscribe', 'pause-subscription', 'resume-subscription'],
    ...['cancel-subscription', 'retry-subscription'],
  ]

  it.each(postRoutes)(
    '%s answers nobody who is not signed in, and no form of another site',
    async (route) => {
      const { post, send } = openRoutes()
      expect(await post(route, cards.good, {})).toMatchObject({
        status: 401,
        body: { code: 'NOT_SIGNED_IN' },
      })
      const form = { method: 'POST', headers: { 'x-member': member }, body: new URLSearchParams({ id: 'x' }) }
      expect(await send(route, form)).toMatchObject({ status: 415, body: { code: 'INVALID_BODY' } })
      const wrong = await send(route, { headers: { 'x-member': member } })
      expect(wrong).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } })
      expect(wrong.headers.get('allow')).toContain('POST')
      expect(wrong.headers.get('cache-control')).toBe('no-store')
    },
  )

  it.each(['billing-keys', 'subscriptions'])('%s shows nobody else’s', async (route) => {
    const { shop, get, send } = openRoutes()
    await shop.subscribe('weekly')
    expect((await get(route)).body).toHaveLength(1)
    expect((await get(route, 'stranger')).body).toEqual([])
    expect(await send(route)).toMatchObject({ status: 401 })
  })

  it.each([
    ['http://shop.example', {}, 403],
    ['http://127.0.0.1:3000', { 'x-forwarded-proto': 'http' }, 403],
    ['http://localhost.shop.example', {}, 403],
    ['http://shop.internal', { 'x-forwarded-proto': 'https' }, 200],
    ['http://127.0.0.1:3000', {}, 200],
    ['http://localhost:5173', {}, 200],
    ['http://[::1]:3000', {}, 200],
  ])('card data to %s %o: %i', async (site, headers, status) => {
    const { post } = openRoutes()
    const answer = await post('register-billing-key', cards.good, { 'x-member': member, ...headers }, site)
    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.body).toMatchObject({ code: 'INSECURE' })
  })

  it('a body that is too large, broken, or without what is needed', async () => {
    const { post, errors } = openRoutes({}, { bodyLimit: 200 })
    expect(await post('subscribe', { planId: 'x'.repeat(300) })).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    })
    const bodies = [
      '{',
      '[]',
      'null',
      { planId: 7, customerUid: 'x' },
      { planId: 'x'.repeat(81), customerUid: 'x' },
    ]
    for (const body of bodies) {
      expect(await post('subscribe', body)).toMatchObject({ status: 400, body: { code: 'INVALID_BODY' } })
    }
    expect(await post('register-billing-key', { cardNumber: 4_242_424_242_424_242 })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_BODY', message: 'cardNumber should be a text' },
    })
    expect(await post('register-billing-key', {})).toMatchObject({
      status: 422,
      body: { code: 'INVALID_CARD' },
    })
    expect(await post('no-such-route', {})).toMatchObject({ status: 404, body: { code: 'NO_ROUTE' } })
    expect(errors).toEqual([])
  })

  it('a card the company refuses answers with its reason, for the buyer', async () => {
    const { post } = openRoutes()
    expect(await post('register-billing-key', cards.lost)).toMatchObject({
      status: 422,
      body: { code: 'CARD_REFUSED', buyerMessage: expect.stringContaining('분실 혹은 도난') },
    })
  })

  it('pages of other sites, where the shop lists its own', async () => {
    const { post } = openRoutes({}, { origins: [SITE] })
    const from = (origin: string) => post('billing-key-order', {}, { 'x-member': member, origin })
    expect(await from('https://evil.example')).toMatchObject({
      status: 403,
      body: { code: 'ORIGIN_REFUSED' },
    })
    expect(await from(SITE)).toMatchObject({ status: 201 })
  })

  it('a gateway, a session or a database that is down is reported, and the page may ask again', async () => {
    const down = openRoutes({ fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await down.post('register-billing-key', cards.good)).toMatchObject({
      status: 503,
      body: { code: 'GATEWAY_UNAVAILABLE' },
    })
    expect(down.errors).toMatchObject([{ where: 'register-billing-key' }])
    const sessions = openRoutes(
      {},
      {
        customerOf: () => {
          throw new Error('redis is down')
        },
      },
    )
    expect(await sessions.get('subscriptions')).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL_ERROR' },
    })
    expect(sessions.errors).toMatchObject([{ where: 'customerOf' }])
    const { shop, get, errors } = openRoutes()
    shop.subscriptions.subscriptionsOf = () => Promise.reject(new Error('connection terminated'))
    expect(await get('subscriptions')).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } })
    expect(errors).toHaveLength(1)
  })

  it('options that cannot work', () => {
    expect(() => openRoutes({}, { bodyLimit: 0 })).toThrow(TypeError)
    expect(() => openRoutes({}, { origins: ['shop.example'] })).toThrow(TypeError)
  })
})
