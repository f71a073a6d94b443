import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/index.js'
import { callGateway } from './callGateway.js'
import { cards, DAY, type Membership, MINUTE, member, openMembership } from './openMembership.js'
import { giveUpAtGateway, registerAtGateway } from './windowRegistration.js'

const HOUR = 60 * MINUTE
const isRegistering = ({ method, url }: Request) => method === 'POST' && url.includes('/subscribe/customers/')

/** A shop whose form was sent, and whose line broke before or after the gateway had it. */
async function lostForm(when: 'before' | 'after', testPayments?: 'refuse') {
  let isDown = false
  let isLost = true
  const shop = openMembership({
    ...(testPayments && { testPayments }),
    fetch: async (request, sandbox: Sandbox) => {
      if (isDown) throw new TypeError('fetch failed')
      if (!isRegistering(request) || !isLost) return sandbox.fetch(request)
      isDown = true
      isLost = false
      if (when === 'after') await sandbox.fetch(request)
      throw new TypeError('terminated')
    },
  })
  await expect(shop.billing.registerCard(member, cards.good)).rejects.toMatchObject({
    code: 'REGISTRATION_UNKNOWN',
  })
  const [row] = await shop.subscriptions.cardsOf(member)
  const customerUid = row?.customerUid ?? ''
  const line = (state: 'up' | 'down') => {
    isDown = state === 'down'
  }
  const status = async () => (await shop.subscriptions.findCard(customerUid))?.status
  const key = () => callGateway(shop.sandbox, 'GET', `/subscribe/customers/${customerUid}`)
  return { shop, customerUid, line, status, key }
}

describe('답이 사라진 카드 등록 양식', () => {
  it('카드가 등록돼 있으면 목록을 볼 때 나오고, 쓰고 지울 수 있다', async () => {
    const { shop, customerUid, line, key } = await lostForm('after')
    // Nobody can be asked: what is known is listed.
    expect(await shop.billing.listCards(member)).toEqual([])
    expect(shop.errors.map(({ where }) => where)).toContain(`registration of card ${customerUid}`)
    line('up')
    expect(await shop.billing.listCards(member)).toMatchObject([
      { customerUid, status: 'registered', card: { number: '424242******4242' } },
    ])
    await shop.billing.subscribe(member, { planId: 'weekly', customerUid })
    const [subscription] = await shop.billing.listSubscriptions(member)
    await shop.billing.cancel(member, subscription?.id ?? '')
    await shop.billing.deleteCard(member, customerUid)
    expect(await key()).toBeNull()
  })

  it('손님이 다시 오지 않아도 한 시간 뒤의 차례에 알아낸다', async () => {
    const { shop, line, status } = await lostForm('after')
    line('up')
    await shop.pass(HOUR - MINUTE)
    expect(await status()).toBe('registering')
    await shop.pass(2 * MINUTE)
    expect(await status()).toBe('registered')
  })

  it('카드사에 닿지 않았으면 한 시간 뒤에 그만둔다: 카드는 없다', async () => {
    const { shop, line, status } = await lostForm('before')
    line('up')
    expect(await shop.billing.listCards(member)).toEqual([])
    expect(await status()).toBe('registering')
    await shop.pass(HOUR)
    expect(await status()).toBe('failed')
    expect(await shop.billing.listCards(member)).toEqual([])
  })

  it('테스트 채널의 카드였으면 쓸 수 없으니 키를 지운다', async () => {
    const { shop, line, status, key } = await lostForm('after', 'refuse')
    line('up')
    expect(await key()).not.toBeNull()
    expect(await shop.billing.listCards(member)).toEqual([])
    expect(await status()).toBe('deleted')
    expect(await key()).toBeNull()
  })

  it('등록하는 동안 목록을 봐도 그 카드가 등록되고, 지워지지 않는다', async () => {
    let look = async () => {}
    const shop = openMembership({
      fetch: async (request, sandbox) => {
        const answer = await sandbox.fetch(request)
        if (isRegistering(request)) await look()
        return answer
      },
    })
    look = async () => expect(await shop.billing.listCards(member)).toHaveLength(1)
    const { customerUid } = await shop.billing.registerCard(member, cards.good)
    expect(await shop.billing.listCards(member)).toMatchObject([{ customerUid, status: 'registered' }])
    expect(await callGateway(shop.sandbox, 'GET', `/subscribe/customers/${customerUid}`)).not.toBeNull()
  })
})

describe('확인하기 전에 떠난 카드 등록창', () => {
  it('등록을 마쳤으면 목록을 볼 때 나온다', async () => {
    const shop = openMembership()
    const begun = await shop.billing.beginRegistration(member)
    expect(await shop.billing.listCards(member)).toEqual([])
    registerAtGateway(shop.sandbox, begun, cards.good)
    expect(await shop.billing.listCards(member)).toMatchObject([
      { customerUid: begun.customerUid, status: 'registered' },
    ])
  })

  it.each([
    ['목록을 볼 때', async (shop: Membership) => void (await shop.billing.listCards(member))],
    ['다시 오지 않아도 하루 뒤의 차례에', (shop: Membership) => shop.pass(DAY)],
  ])('창을 한 번 닫았다가 다시 열어 등록하고 떠났어도 %s 알아낸다', async (_, later) => {
    const shop = openMembership()
    const begun = await shop.billing.beginRegistration(member)
    const impUid = giveUpAtGateway(shop.sandbox, begun)
    expect(await shop.billing.confirmRegistration(member, { ...begun, impUid })).toMatchObject({
      status: 'failed',
    })
    expect(await shop.billing.listCards(member)).toEqual([])
    registerAtGateway(shop.sandbox, begun, cards.good)
    await later(shop)
    expect(await shop.subscriptions.findCard(begun.customerUid)).toMatchObject({ status: 'registered' })
  })

  it('닫은 창을 다시 열지 않았으면 하루 뒤에 그만둔다', async () => {
    const shop = openMembership()
    const begun = await shop.billing.beginRegistration(member)
    giveUpAtGateway(shop.sandbox, begun)
    expect(await shop.billing.confirmRegistration(member, begun)).toMatchObject({ status: 'failed' })
    await shop.pass(DAY)
    expect(await shop.subscriptions.findCard(begun.customerUid)).toMatchObject({ status: 'failed' })
    expect(await shop.billing.confirmRegistration(member, begun)).toMatchObject({ status: 'failed' })
  })

  it('다시 오지 않아도 하루 뒤의 차례에 알아내고, 아무 일도 없던 창은 그만두며, 늦은 확인은 그래도 듣는다', async () => {
    const shop = openMembership()
    const done = await shop.billing.beginRegistration(member)
    registerAtGateway(shop.sandbox, done, cards.good)
    const left = await shop.billing.beginRegistration(member)
    const status = async ({ customerUid }: { customerUid: string }) =>
      (await shop.subscriptions.findCard(customerUid))?.status
    await shop.pass(DAY - MINUTE)
    expect([await status(done), await status(left)]).toEqual(['registering', 'registering'])
    await shop.pass(2 * MINUTE)
    expect([await status(done), await status(left)]).toEqual(['registered', 'failed'])
    registerAtGateway(shop.sandbox, left, cards.other)
    expect(await shop.billing.confirmRegistration(member, left)).toMatchObject({ status: 'registered' })
  })

  it('결제사가 답하지 않으면 한 차례에 한 번만 묻고, 청구에서 이미 알았으면 묻지 않으며, 다음 차례에 모두 알아낸다', async () => {
    let isDown = false
    const shop = openMembership({
      drive: 'worker',
      fetch: async (request, sandbox) => {
        if (isDown) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const begun = await Promise.all(
      Array.from({ length: 5 }, (_, at) => shop.billing.beginRegistration(`member-${at}`)),
    )
    const asked = () => shop.errors.filter(({ where }) => where.startsWith('registration of card')).length
    const states = async () =>
      (await Promise.all(begun.map(({ customerUid }) => shop.subscriptions.findCard(customerUid)))).map(
        (card) => card?.status,
      )
    await shop.subscribe('weekly')
    isDown = true
    shop.sandbox.clock.advance(DAY)
    await shop.billing.chargeDue()
    expect(asked()).toBe(1)
    shop.sandbox.clock.advance(6 * DAY + MINUTE)
    await shop.billing.chargeDue()
    expect(asked()).toBe(1)
    expect(new Set(await states())).toEqual(new Set(['registering']))
    isDown = false
    await shop.billing.chargeDue()
    expect(new Set(await states())).toEqual(new Set(['failed']))
  })
})
