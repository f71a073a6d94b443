import { describe, expect, it } from 'vitest'
import { cards, DAY, type Membership, MINUTE, member, openMembership } from './openMembership.js'

const PRICE = 9_900

/** What anybody can do who knows the public merchant code and a receipt's number: open a window under another. */
function openWindow(
  { sandbox }: Membership,
  merchantUid: string,
  params: { amount?: number; pay_method?: string; customer_uid?: string } = {},
): string {
  const opened = sandbox.gateway.open(
    {
      ...{ pg: 'tosspayments', pay_method: 'card', amount: PRICE, name: '월간 멤버십', ...params },
      merchant_uid: merchantUid,
    },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error(`no window: ${JSON.stringify(opened.response)}`)
  return opened.offer.impUid
}
const payByCard = ({ sandbox }: Membership, impUid: string) =>
  sandbox.gateway.approve(impUid, { method: 'card', cardCode: '366', quota: 0 })

const outcomes = async (shop: Membership, id: string) =>
  (await shop.charges(id)).map(
    ({ merchant_uid, status, amount }) => `${merchant_uid.slice(id.length + 1)} ${status} ${amount}`,
  )
/** Numbers that were charged to the card, not paid in a window. */
const chargedByKey = async (shop: Membership, id: string): Promise<string[]> =>
  (await shop.charges(id))
    .filter(({ status, customer_uid }) => status === 'paid' && customer_uid?.startsWith(member))
    .map(({ merchant_uid }) => merchant_uid.slice(id.length + 1))
const days = async (shop: Membership, count: number) => {
  for (let day = 0; day < count; day++) await shop.pass(DAY)
}

/** A member since three days: the second month is next. */
async function aMember(drive: 'gateway' | 'worker') {
  const shop = openMembership({ drive })
  const { id } = await shop.subscribe('monthly')
  await shop.round()
  await shop.pass(3 * DAY)
  return { shop, id, next: `${id}-2-1` }
}

describe.each(['gateway', 'worker'] as const)('남이 다음 청구의 번호로 결제창을 열어도 (%s)', (drive) => {
  it('닫고 나서 신고한 결제창은 거절이 아니다: 한 달은 한 번만 청구된다', async () => {
    const { shop, id, next } = await aMember(drive)
    const impUid = openWindow(shop, next)
    shop.sandbox.gateway.giveUp(impUid)
    await shop.settlement.settle({ impUid })
    await shop.settlement.settle({ merchantUid: next })
    await shop.settlement.deliver()
    await days(shop, 32)
    expect(await chargedByKey(shop, id)).toEqual(['1-1', '2-1'])
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  })

  it('열어 둔 결제창이 해지를 막지 않는다: 해지한 뒤에는 청구되지 않는다', async () => {
    const { shop, id, next } = await aMember(drive)
    openWindow(shop, next)
    await shop.billing.cancel(member, id)
    await days(shop, 32)
    expect(await outcomes(shop, id)).toEqual([`1-1 paid ${PRICE}`, `2-1 ready ${PRICE}`])
    expect(await shop.find(id)).toMatchObject({ status: 'cancelled', chargeUid: null })
  })

  it('열어 둔 결제창이 청구를 막지 않는다', async () => {
    const { shop, id, next } = await aMember(drive)
    openWindow(shop, next)
    await days(shop, 32)
    expect(await chargedByKey(shop, id)).toEqual(['1-1', '2-1'])
  })

  it('입금하지 않은 가상계좌는 입금 대기도 거절도 아니다', async () => {
    const { shop, id, next } = await aMember(drive)
    const impUid = openWindow(shop, next, { pay_method: 'vbank' })
    shop.sandbox.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })
    await shop.settlement.settle({ impUid })
    await days(shop, 32)
    expect(await chargedByKey(shop, id)).toEqual(['1-1', '2-1'])
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  })

  it('결제창에서 제값을 내면 그 달은 낸 것이고, 더 청구되지 않는다', async () => {
    const { shop, id, next } = await aMember(drive)
    payByCard(shop, openWindow(shop, next))
    await days(shop, 32)
    expect(await chargedByKey(shop, id)).toEqual(['1-1'])
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
    expect((await shop.find(id)).period).toBe(3)
  })

  it.each<[string, (shop: Membership, impUid: string) => void]>([
    ['1,000원만 내도', () => {}],
    ['1,000원을 냈다 돌려받아도', ({ sandbox }, impUid) => void sandbox.gateway.cancel(impUid)],
  ])('%s 제값이 청구되고 멤버십은 달마다 이어진다', async (_, then) => {
    const { shop, id, next } = await aMember(drive)
    const impUid = openWindow(shop, next, { amount: 1_000 })
    payByCard(shop, impUid)
    then(shop, impUid)
    await days(shop, 100)
    expect((await chargedByKey(shop, id)).map((number) => number.split('-')[0])).toEqual(['1', '2', '3', '4'])
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 5 })
  })

  it('그 번호로 카드를 등록해도 청구된다', async () => {
    const { shop, id, next } = await aMember(drive)
    const impUid = openWindow(shop, next, { amount: 0, customer_uid: 'somebody-1' })
    const { cardNumber: number, ...card } = cards.other
    shop.sandbox.gateway.approve(impUid, { method: 'billing', card: { number, ...card } })
    await days(shop, 35)
    expect((await chargedByKey(shop, id)).map((number) => number.split('-')[0])).toEqual(['1', '2'])
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3 })
    // A schedule that the gateway carries out into a used number is its decline; a charge of ours is given another number.
    expect(shop.heard.filter((told) => told.startsWith('declined'))).toEqual(
      drive === 'gateway' ? [`declined 2 ${id} active`] : [],
    )
  })
})

describe('1,000원으로 쓰인 번호는', () => {
  it('그 자리에서 버려지고 다음 번호가 청구된다. 거절로 세지 않으며, 들어온 돈은 사람이 본다', async () => {
    const flagged: string[] = []
    const shop = openMembership({
      drive: 'worker',
      own: { onFlagged: ({ merchantUid }, { flag }) => void flagged.push(`${merchantUid} ${flag}`) },
    })
    const { id } = await shop.subscribe('weekly')
    for (const number of ['2-1', '2-2']) {
      payByCard(shop, openWindow(shop, `${id}-${number}`, { amount: 1_000 }))
    }
    await shop.pass(7 * DAY + MINUTE)
    expect(await chargedByKey(shop, id)).toEqual(['1-1', '2-3'])
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
    await shop.pass(MINUTE)
    expect(flagged).toEqual([`${id}-2-1 amount-differs`, `${id}-2-2 amount-differs`])
    expect(await shop.orders.find(`${id}-2-1`)).toMatchObject({ status: 'failed', flag: 'amount-differs' })
  })

  it('예약하기 전에 쓰였으면 다음 번호가 예약된다', async () => {
    const { shop, id } = await aMember('gateway')
    payByCard(shop, openWindow(shop, `${id}-3-1`, { amount: 1_000 }))
    await days(shop, 30)
    expect(await shop.find(id)).toMatchObject({ period: 3, attempt: 0, chargeUid: `${id}-3-2` })
    await days(shop, 31)
    expect(await chargedByKey(shop, id)).toEqual(['1-1', '2-1', '3-2'])
  })

  it('예약된 뒤에 쓰였어도 해지하면 그 예약은 남지 않는다', async () => {
    const { shop, id, next } = await aMember('gateway')
    payByCard(shop, openWindow(shop, next, { amount: 1_000 }))
    await shop.billing.cancel(member, id)
    expect(await shop.find(id)).toMatchObject({ status: 'cancelled', chargeUid: null })
    await days(shop, 32)
    expect(await outcomes(shop, id)).toEqual([`1-1 paid ${PRICE}`, '2-1 paid 1000'])
  })

  it('보낸 청구의 답을 잃었을 때도 한 달은 한 번만 청구된다', async () => {
    let isLost = false
    const shop = openMembership({
      drive: 'worker',
      webhooks: false,
      fetch: async (request, sandbox) => {
        const answer = await sandbox.fetch(request)
        if (isLost && request.url.endsWith('/again')) throw new TypeError('terminated')
        return answer
      },
    })
    const { id } = await shop.subscribe('weekly')
    payByCard(shop, openWindow(shop, `${id}-2-1`, { amount: 1_000 }))
    isLost = true
    await shop.pass(7 * DAY + MINUTE)
    isLost = false
    for (let round = 0; round < 4; round++) await shop.pass(11 * MINUTE)
    const periods = (await chargedByKey(shop, id)).map((number) => number.split('-')[0])
    expect(periods).toEqual(['1', '2'])
  })
})

it('카드로 한 청구의 거절은 남의 결제창이 곁에 있어도 거절이다', async () => {
  const shop = openMembership({ drive: 'worker', retry: { days: [1] } })
  const { id } = await shop.subscribe('weekly', cards.limitAfterThree)
  for (const period of [2, 3, 4]) {
    shop.sandbox.gateway.giveUp(openWindow(shop, `${id}-${period}-1`))
    await shop.pass(7 * DAY)
    await shop.pass(MINUTE)
  }
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 4, attempt: 1 })
  expect(shop.heard.at(-1)).toBe(`declined 4 ${id} active`)
})
