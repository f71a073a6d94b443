import { describe, expect, it } from 'vitest'
import { callGateway } from './callGateway.js'
import {
  cards,
  DAY,
  type Membership,
  type MembershipOptions,
  MINUTE,
  member,
  openMembership,
} from './openMembership.js'
import { registerAtGateway } from './windowRegistration.js'

/** What the gateway says of a payment or a key. */
interface Shown {
  imp_uid?: string
  customer_uid?: string | null
  sandbox?: boolean
}

/** The sandbox is one test channel from end to end: here, what `isReal` is of the shop's real one. */
function throughRealChannel(isReal: (shown: Shown) => boolean): MembershipOptions['fetch'] {
  return async (request, sandbox) => {
    const answer = await sandbox.fetch(request)
    const { status } = answer
    const body = await answer.json()
    for (const shown of [body.response?.list ?? body.response ?? []].flat()) {
      if (shown.sandbox && isReal(shown)) shown.sandbox = false
    }
    return Response.json(body, { status })
  }
}

const reported = ({ errors }: Membership) => errors.map(({ error }) => String(error)).join('\n')
const outcomes = async (shop: Membership, id: string) =>
  (await shop.charges(id)).map(({ merchant_uid, status }) => `${merchant_uid.slice(id.length + 1)} ${status}`)

describe('테스트 결제를 받지 않는 상점', () => {
  it('테스트 채널의 등록창으로 등록한 카드는 등록되지 않고, 상점은 왜인지 듣는다', async () => {
    const shop = openMembership({ testPayments: 'refuse' })
    const begun = await shop.billing.beginRegistration(member)
    const impUid = registerAtGateway(shop.sandbox, begun, cards.good)
    const record = await shop.billing.confirmRegistration(member, { ...begun, impUid })
    expect(record).toMatchObject({
      status: 'failed',
      impUid,
      failReason: expect.stringContaining('테스트 채널'),
    })
    expect(record).not.toHaveProperty('card')
    expect(await shop.billing.listCards(member)).toEqual([])
    expect(reported(shop)).toContain('TEST_CHANNEL')
    await expect(
      shop.billing.subscribe(member, { planId: 'monthly', customerUid: begun.customerUid }),
    ).rejects.toMatchObject({ code: 'CARD_NOT_REGISTERED' })
  })

  it('양식으로 등록한 카드가 테스트 채널로 갔어도 등록되지 않는다', async () => {
    const shop = openMembership({ testPayments: 'refuse' })
    await expect(shop.billing.registerCard(member, cards.good)).rejects.toMatchObject({
      name: 'BillingError',
      code: 'TEST_CHANNEL',
      status: 409,
    })
    expect(await shop.billing.listCards(member)).toEqual([])
    expect(reported(shop)).toContain('TEST_CHANNEL')
  })

  it('실제 채널의 카드는 등록되고 결제된다', async () => {
    const shop = openMembership({
      testPayments: 'refuse',
      fetch: throughRealChannel(() => true),
      webhooks: false,
    })
    const begun = await shop.billing.beginRegistration(member)
    registerAtGateway(shop.sandbox, begun, cards.good)
    expect(await shop.billing.confirmRegistration(member, begun)).toMatchObject({ status: 'registered' })
    const { customerUid } = begun
    const { id } = await shop.billing.subscribe(member, { planId: 'weekly', customerUid })
    await shop.pass(7 * DAY + MINUTE)
    await shop.pass(11 * MINUTE)
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3, attempt: 0 })
    expect(shop.errors).toEqual([])
  })

  it('쓰던 카드를 테스트 채널의 카드로 바꾸지 않는다', async () => {
    const trial = openMembership({ webhooks: false })
    const { id, customerUid: from } = await trial.subscribe('weekly')
    const to = await trial.card(cards.other)
    const { sandbox, orders, subscriptions } = trial
    const shop = openMembership({ sandbox, orders, subscriptions, testPayments: 'refuse', webhooks: false })
    await expect(shop.billing.replaceCard(member, { from, to })).rejects.toMatchObject({
      code: 'TEST_CHANNEL',
    })
    expect(await shop.find(id)).toMatchObject({ customerUid: from })
    expect(await callGateway(sandbox, 'GET', `/subscribe/customers/${from}`)).not.toBeNull()
  })
})

/** A shop that left its trial: cards of the trial are still there. */
async function afterTrial(options: MembershipOptions) {
  const trial = openMembership({ webhooks: false })
  const customerUid = await trial.card()
  const { sandbox, orders, subscriptions } = trial
  const shop = openMembership({
    ...{ sandbox, orders, subscriptions, webhooks: false, testPayments: 'refuse' },
    ...options,
  })
  return { shop, customerUid }
}

describe.each(['gateway', 'worker'] as const)('시험 때 등록한 테스트 카드를 %s가 결제하면', (drive) => {
  it('돈이 오지 않았으니 거절이다: 정한 날에 다시 해 보고 멈추며, 한 번도 결제됐다고 하지 않는다', async () => {
    const reasons: (string | null)[] = []
    const { shop, customerUid } = await afterTrial({
      drive,
      retry: { days: [1, 1] },
      onChargeDeclined: (_, order) => void reasons.push(order.failReason),
    })
    const startAt = new Date(shop.now().getTime() + DAY)
    const { id } = await shop.billing.subscribe(member, { planId: 'monthly', customerUid, startAt })
    for (let hour = 0; hour < 24 * 6; hour++) await shop.pass(60 * MINUTE)
    expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 1, attempt: 3, chargeUid: null })
    expect(await outcomes(shop, id)).toEqual(['1-1 paid', '1-2 paid', '1-3 paid'])
    expect(reasons).toHaveLength(3)
    expect(new Set(reasons)).toEqual(new Set(['made through a test channel: no money moved']))
    expect(shop.heard).toEqual([])
    expect(await shop.orders.find(`${id}-1-1`)).toMatchObject({ status: 'failed' })
    expect(reported(shop)).toContain('made through a test channel')
  })
})

it('조회 목록이 테스트 결제를 숨겨도 결제의 답으로 안다', async () => {
  const { shop, customerUid } = await afterTrial({
    drive: 'worker',
    retry: { days: [] },
    fetch: async (request, sandbox) =>
      request.url.includes('/payments/findAll/')
        ? Response.json(
            { code: -1, message: '존재하지 않는 결제정보입니다.', response: null },
            { status: 404 },
          )
        : sandbox.fetch(request),
  })
  const { id } = await shop.billing.subscribe(member, { planId: 'monthly', customerUid })
  expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 1, attempt: 1 })
})

it('테스트 카드가 거절돼도 거절이다', async () => {
  const { shop, customerUid } = await afterTrial({ drive: 'worker', retry: { days: [] } })
  const { id } = await shop.billing.subscribe(member, {
    ...{ planId: 'weekly', customerUid },
    startAt: new Date(shop.now().getTime() + DAY),
  })
  await callGateway(shop.sandbox, 'POST', `/subscribe/customers/${customerUid}`, {
    ...{ card_number: cards.declined.cardNumber, expiry: '2090-09' },
  })
  await shop.pass(DAY + MINUTE)
  expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 1, attempt: 1 })
  expect(await outcomes(shop, id)).toEqual(['1-1 failed'])
})

it('손님이 결제창의 테스트 채널로 결제일의 번호를 "결제"해도 결제도 거절도 아니다: 다음 번호로 청구된다', async () => {
  const shop = openMembership({
    ...{ drive: 'worker', testPayments: 'refuse', webhooks: false },
    // Keys and their charges are the real channel's; what a page made is not.
    fetch: throughRealChannel(({ imp_uid }) => !imp_uid || imp_uid.startsWith('imps_')),
  })
  const { id } = await shop.subscribe('weekly')
  const opened = shop.sandbox.gateway.open(
    { pg: 'tosspayments', pay_method: 'card', merchant_uid: `${id}-2-1`, amount: 15_000, name: '주간 채소' },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error('no window')
  shop.sandbox.gateway.approve(opened.offer.impUid, { method: 'card', cardCode: '366', quota: 0 })
  await shop.pass(7 * DAY + MINUTE)
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3, attempt: 0 })
  expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  expect((await outcomes(shop, id)).sort()).toEqual(['1-1 paid', '2-1 paid', '2-2 paid'])
  expect(reported(shop)).toContain(`of order "${id}-2-1" was made through a test channel`)
})
