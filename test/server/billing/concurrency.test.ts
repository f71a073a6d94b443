import { describe, expect, it } from 'vitest'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import type { HandlerContext } from '../../../src/server/settle/settlement.types.js'
import { callGateway } from './callGateway.js'
import { cards, DAY, type Membership, MINUTE, member, openMembership } from './openMembership.js'

/** A gateway whose next charge hangs on the wire until it is let go. */
function slowLine() {
  let hold = false
  let sent = 0
  let letGo = () => {}
  let onTheWire = () => {}
  const arrived = new Promise<void>((resolve) => {
    onTheWire = resolve
  })
  return {
    arrived,
    holdNext: () => {
      hold = true
    },
    letGo: () => letGo(),
    /** Charges that were put on the wire. */
    sent: () => sent,
    fetch: async (request: Request, sandbox: Membership['sandbox']) => {
      if (request.url.endsWith('/again')) sent++
      if (hold && request.url.endsWith('/again')) {
        hold = false
        onTheWire()
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
      }
      return sandbox.fetch(request)
    },
  }
}

async function paidNumbers(shop: Membership, id: string): Promise<string[]> {
  const paid = (await shop.charges(id)).filter(({ status }) => status === 'paid')
  return paid.map(({ merchant_uid }) => merchant_uid.slice(id.length + 1))
}

/** A membership whose second period is due, and whose charge is on the wire. */
async function chargeOnTheWire(retry = { days: [1, 3, 5] }) {
  const line = slowLine()
  const shop = openMembership({ drive: 'worker', retry, fetch: line.fetch })
  const { id, customerUid } = await shop.subscribe('weekly')
  shop.sandbox.clock.advance(7 * DAY + MINUTE)
  line.holdNext()
  const round = shop.billing.chargeDue()
  await line.arrived
  return { shop, id, customerUid, line, round }
}

it('while a charge is on the wire nobody sends another, whatever the customer presses', async () => {
  const { shop, id, customerUid, line, round } = await chargeOnTheWire()
  await shop.billing.pause(member, id)
  await shop.billing.resume(member, id)
  await shop.billing.chargeDue()
  const other = await shop.card(cards.other)
  await shop.billing.replaceCard(member, { from: customerUid, to: other })
  await shop.billing.chargeDue()
  expect(await paidNumbers(shop, id)).toEqual(['1-1'])
  line.letGo()
  await round
  await shop.pass(MINUTE)
  // The old card's key was gone when the charge arrived: no decline. Resumed, it waits for the next of its dates.
  expect(shop.heard).toEqual([`paid 1 ${id}`])
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 2, attempt: 0, customerUid: other })
  for (let day = 0; day < 8; day++) await shop.pass(DAY)
  const periods = (await paidNumbers(shop, id)).map((number) => number.split('-')[0])
  expect(periods).toEqual(['1', '2'])
})

it('a card that is replaced while its charge is on the wire is no decline, though nothing would be tried again', async () => {
  const { shop, id, customerUid, line, round } = await chargeOnTheWire({ days: [] })
  const to = await shop.card(cards.other)
  await shop.billing.replaceCard(member, { from: customerUid, to })
  line.letGo()
  await round
  expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 3, attempt: 0, customerUid: to })
  expect((await shop.charges(id)).map(({ customer_uid }) => customer_uid)).toEqual([customerUid, to])
})

it.each([
  ['the round that replaces it finds', true],
  ['its webhook tells', false],
])(
  'a decline of the old card that %s after the new one took over is no try of the new one',
  async (_, isAsked) => {
    let isDown = false
    const shop = openMembership({
      retry: { days: [] },
      fetch: async (request, sandbox) => {
        if (isDown && /\/payments|schedule/.test(request.url)) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const { id, customerUid } = await shop.subscribe('weekly', cards.limitAfterThree)
    for (const _ of [2, 3]) await shop.pass(7 * DAY)
    const to = await shop.card(cards.other)
    // The gateway's schedule charges the old card, and nobody has heard of it yet.
    shop.sandbox.clock.advance(7 * DAY)
    isDown = !isAsked
    const replacing = shop.billing.replaceCard(member, { from: customerUid, to })
    if (isAsked) await replacing
    else await expect(replacing).rejects.toThrow('UNREACHABLE')
    isDown = false
    await shop.pass(0)
    expect(shop.heard).toEqual([1, 2, 3, 4].map((period) => `paid ${period} ${id}`))
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 5, attempt: 0, customerUid: to })
    expect((await shop.charges(id)).slice(-2)).toMatchObject([
      { customer_uid: customerUid, status: 'failed' },
      { customer_uid: to, status: 'paid' },
    ])
  },
)

it('a card that is declined after it took over has tries of its own', async () => {
  const shop = openMembership({ retry: { days: [1] } })
  const { id, customerUid } = await shop.subscribe('weekly', cards.limitAfterThree)
  for (const _ of [2, 3]) await shop.pass(7 * DAY)
  const to = await shop.card(cards.declined)
  shop.sandbox.clock.advance(7 * DAY)
  await shop.billing.replaceCard(member, { from: customerUid, to })
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 4, attempt: 1, usedNumbers: 2 })
  await shop.pass(DAY)
  expect(shop.heard.slice(3)).toEqual([`declined 4 ${id} active`, `declined 4 ${id} past-due`])
})

it('a gateway that spells the card otherwise does not have a declined card charged again and again', async () => {
  const shop = openMembership({
    fetch: async (request, sandbox) => {
      const answer = await sandbox.fetch(request)
      if (!request.url.includes('/payments')) return answer
      return new Response((await answer.text()).replace(/("customer_uid":")member/g, '$1MEMBER'), answer)
    },
  })
  const { id } = await shop.subscribe('weekly', cards.declined)
  for (let minute = 0; minute < 5; minute++) await shop.pass(MINUTE)
  expect(await shop.find(id)).toMatchObject({ attempt: 1 })
  expect(shop.heard).toEqual([`declined 1 ${id} active`])
  expect((await shop.charges(id)).length).toBeLessThan(10)
})

it('pressing retry again while a retry is on the wire sends nothing', async () => {
  const line = slowLine()
  const shop = openMembership({ fetch: line.fetch, retry: { days: [] } })
  const { id } = await shop.subscribe('weekly', cards.declined)
  line.holdNext()
  const pressed = shop.billing.retryNow(member, id)
  await line.arrived
  await expect(shop.billing.retryNow(member, id)).resolves.toMatchObject({ chargeUid: `${id}-1-2` })
  await shop.round()
  expect(line.sent()).toBe(2)
  line.letGo()
  expect(await pressed).toMatchObject({ status: 'past-due', attempt: 2 })
})

it('retry pressed on two servers at once charges once', async () => {
  const line = slowLine()
  const shop = openMembership({ fetch: line.fetch, retry: { days: [] } })
  const { id } = await shop.subscribe('weekly', cards.limitAfterThree)
  for (const _ of [2, 3, 4]) await shop.pass(7 * DAY)
  expect(await shop.find(id)).toMatchObject({ status: 'past-due', period: 4 })
  const { sandbox, orders, subscriptions } = shop
  const other = openMembership({ sandbox, orders, subscriptions, fetch: line.fetch, retry: { days: [] } })
  const before = line.sent()
  await Promise.all([shop, other, shop, other].map(({ billing }) => billing.retryNow(member, id)))
  expect(line.sent() - before).toBe(1)
})

it('a gateway that shows its payments late does not get the period charged under another number', async () => {
  let answerIsLost = false
  let showsPayments = true
  const shop = openMembership({
    drive: 'worker',
    webhooks: false,
    retry: { days: [1] },
    fetch: async (request, sandbox) => {
      if (!showsPayments && request.url.includes('/payments/findAll/')) {
        return Response.json(
          { code: -1, message: '존재하지 않는 결제정보입니다.', response: null },
          { status: 404 },
        )
      }
      const answer = await sandbox.fetch(request)
      if (answerIsLost && request.url.endsWith('/again')) throw new TypeError('terminated')
      return answer
    },
  })
  const { id } = await shop.subscribe('weekly')
  answerIsLost = true
  showsPayments = false
  shop.sandbox.clock.advance(7 * DAY + MINUTE)
  await shop.billing.chargeDue()
  answerIsLost = false
  shop.sandbox.clock.advance(11 * MINUTE)
  await shop.billing.chargeDue()
  expect(shop.errors.map(({ error }) => String(error))).toContainEqual(expect.stringContaining('이미 결제'))
  expect(await shop.find(id)).toMatchObject({ period: 2, attempt: 0, chargeUid: `${id}-2-1` })
  showsPayments = true
  await shop.pass(11 * MINUTE)
  for (let day = 0; day < 3; day++) await shop.pass(DAY)
  expect(await paidNumbers(shop, id)).toEqual(['1-1', '2-1'])
  expect(await shop.find(id)).toMatchObject({ period: 3, status: 'active' })
})

/** Words of a gateway that say nothing about what became of the charge that was sent first. */
const otherWords = [
  '[FAILED_INTERNAL_SYSTEM_PROCESSING] 내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요.',
  '[PROVIDER_ERROR] 일시적인 오류가 발생했습니다.',
  '등록되지 않은 구매자입니다.',
]

describe('a charge that was sent again and refused, while the first does not show', () => {
  /** A shop whose charge went through; its answer was lost, and the gateway does not show it yet. */
  async function chargedUnseen(words: string, mismatch: 'flag' | 'refund' = 'flag') {
    let [answerIsLost, shows] = [false, true]
    const till = { isClosed: false }
    const shop = openMembership({
      drive: 'worker',
      webhooks: false,
      retry: { days: [1] },
      mismatch,
      fetch: async (request, sandbox) => {
        if (till.isClosed && request.url.endsWith('/payments/cancel')) throw new TypeError('fetch failed')
        if (!shows && /\/payments\/findAll\/[^/?]*-2-1\b/.test(request.url)) {
          return Response.json({ code: -1, message: 'none', response: null }, { status: 404 })
        }
        const answer = await sandbox.fetch(request)
        if (!request.url.endsWith('/again')) return answer
        if (answerIsLost) throw new TypeError('terminated')
        const { code } = await answer.clone().json()
        return code === 0 ? answer : Response.json({ code, message: words, response: null })
      },
    })
    const { id, customerUid } = await shop.subscribe('weekly')
    shop.sandbox.clock.advance(7 * DAY + MINUTE)
    answerIsLost = true
    shows = false
    await shop.billing.chargeDue()
    answerIsLost = false
    const show = () => {
      shows = true
    }
    return { shop, id, customerUid, show, till }
  }

  it.each([
    '[ALREADY_PROCESSED_PAYMENT] 이미 처리된 결제 입니다.',
    '[DUPLICATED_ORDER_ID] 이미 승인 및 취소가 진행된 중복된 주문번호 입니다.',
    '[S021] 이미 사용된 주문번호입니다.',
    '[S008] 기존 요청을 처리중입니다.',
    '중복결제',
    'ALREADY_PROCESSED_PAYMENT',
    'E002',
  ])('is waited out, however often it comes: %s', async (words) => {
    const { shop, id, customerUid, show } = await chargedUnseen(words)
    for (let round = 0; round < 6; round++) {
      shop.sandbox.clock.advance(11 * MINUTE)
      await shop.billing.chargeDue()
    }
    expect(shop.errors.map(({ error }) => String(error))).toContainEqual(expect.stringContaining(words))
    expect(await shop.find(id)).toMatchObject({ period: 2, attempt: 0, chargeUid: `${id}-2-1` })
    // What the customer does meanwhile does not get another number charged.
    await expect(shop.billing.retryNow(member, id)).rejects.toMatchObject({ code: 'NOTHING_TO_RETRY' })
    await shop.billing.replaceCard(member, { from: customerUid, to: await shop.card(cards.other) })
    for (let round = 0; round < 3; round++) await shop.pass(DAY)
    expect(shop.heard).toEqual([`paid 1 ${id}`])
    show()
    await shop.pass(11 * MINUTE)
    expect(await paidNumbers(shop, id)).toEqual(['1-1', '2-1'])
    expect(await shop.find(id)).toMatchObject({ period: 3, status: 'active', attempt: 0 })
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  })

  it.each(otherWords)('is no decline for most of a day, whatever it says: %s', async (words) => {
    const { shop, id, customerUid, show } = await chargedUnseen(words)
    for (let hour = 0; hour < 23; hour++) {
      shop.sandbox.clock.advance(60 * MINUTE)
      await shop.billing.chargeDue()
    }
    expect(shop.errors.map(({ error }) => String(error))).toContainEqual(expect.stringContaining(words))
    // Nobody is told that nothing was charged, and no press gets another number charged.
    await expect(shop.billing.retryNow(member, id)).rejects.toMatchObject({ code: 'NOTHING_TO_RETRY' })
    await shop.billing.replaceCard(member, { from: customerUid, to: await shop.card(cards.other) })
    expect(shop.heard).toEqual([`paid 1 ${id}`])
    expect(await shop.find(id)).toMatchObject({ period: 2, attempt: 0, chargeUid: `${id}-2-1` })
    show()
    await shop.pass(11 * MINUTE)
    for (let day = 0; day < 3; day++) await shop.pass(DAY)
    expect(await paidNumbers(shop, id)).toEqual(['1-1', '2-1'])
    expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  })

  /** After a day it counts as declined, and the period is paid by the next number. */
  async function paidOtherwise(mismatch: 'flag' | 'refund') {
    const unseen = await chargedUnseen(otherWords[0] ?? '', mismatch)
    const { shop, id } = unseen
    for (let hour = 0; hour < 25; hour++) {
      shop.sandbox.clock.advance(60 * MINUTE)
      await shop.round()
    }
    expect(shop.heard).toEqual([`paid 1 ${id}`, `declined 2 ${id} active`])
    await shop.billing.retryNow(member, id)
    expect(shop.heard.at(-1)).toBe(`paid 2 ${id}`)
    return unseen
  }

  it('the one of two orders that is flagged is named, and kept once a person gave the other back', async () => {
    const { shop, id, show, till } = await paidOtherwise('refund')
    show()
    till.isClosed = true
    await shop.pass(DAY)
    till.isClosed = false
    const said = shop.errors.map(({ error }) => String(error))
    expect(said).toContainEqual(expect.stringContaining(`Order ${id}-2-1 is flagged`))
    expect(said).toContainEqual(expect.stringContaining(`Leave order ${id}-2-2 as it is`))
    await shop.settlement.refund({ merchantUid: `${id}-2-2`, reason: '두 번 결제됨' })
    for (let day = 0; day < 3; day++) await shop.pass(DAY)
    expect(await shop.orders.find(`${id}-2-1`)).toMatchObject({ status: 'paid', flag: 'second-payment' })
    expect(shop.flagged).toEqual([`${id}-2-1 second-payment not-tried`])
    expect(shop.errors.map(({ error }) => String(error))).toContainEqual(
      expect.stringContaining(`order ${id}-2-2, which was paid for the same, holds no money any more`),
    )
  })

  it('the second is given back though the first is flagged for something else', async () => {
    const { shop, id, show } = await paidOtherwise('refund')
    const first = await shop.orders.find(`${id}-2-2`)
    if (first) await shop.orders.advance(first, { flag: 'amount-differs' }, [], shop.now())
    show()
    for (let day = 0; day < 4; day++) await shop.pass(DAY)
    expect(await shop.orders.find(`${id}-2-1`)).toMatchObject({ status: 'refunded' })
    expect(await shop.orders.find(`${id}-2-2`)).toMatchObject({ status: 'paid', flag: 'amount-differs' })
  })

  describe.each(['flag', 'refund'] as const)('where money that does not fit is for %s', (mismatch) => {
    it.each([
      ['a day', 1],
      ['five days, when nobody but the next charge asks', 5],
    ])('what shows after %s is said, flagged and dealt with, and moves nothing', async (_, days) => {
      const { shop, id, show } = await paidOtherwise(mismatch)
      for (let day = 0; day < days - 1; day++) await shop.pass(DAY)
      const before = await shop.find(id)
      show()
      for (let day = 0; day < 8; day++) {
        await shop.pass(DAY)
        await shop.pass(11 * MINUTE)
      }
      const said = shop.errors
        .map(({ error }) => String(error))
        .filter((error) => /paid by order/.test(error))
      expect(said).toEqual([expect.stringContaining(`paid by order ${id}-2-2 and by order ${id}-2-1`)])
      expect(shop.flagged).toEqual([
        `${id}-2-1 second-payment ${mismatch === 'refund' ? 'given-back' : 'not-tried'}`,
      ])
      expect(await shop.orders.find(`${id}-2-1`)).toMatchObject({
        flag: 'second-payment',
        status: mismatch === 'refund' ? 'refunded' : 'paid',
      })
      expect(await shop.orders.find(`${id}-2-2`)).toMatchObject({ status: 'paid', flag: null })
      expect((await shop.find(id)).period - before.period).toBeLessThanOrEqual(1)
      expect(shop.heard.filter((heard) => heard === `paid 2 ${id}`)).toHaveLength(1)
    })
  })

  it.each(['카드 한도초과', '카드사 처리 중 오류가 발생했습니다.'])(
    'any refusal of the first is a decline at once: %s',
    async (message) => {
      const shop = openMembership({
        drive: 'worker',
        retry: { days: [1] },
        fetch: async (request, sandbox) =>
          request.url.endsWith('/again')
            ? Response.json({ code: 1, message, response: null })
            : sandbox.fetch(request),
      })
      expect(await shop.subscribe('weekly')).toMatchObject({ status: 'active', period: 1, attempt: 1 })
    },
  )
})

it('a key that is gone when the next charge is scheduled is a decline when that charge is due, not later', async () => {
  const shop = openMembership({ drive: 'gateway', retry: { days: [1] } })
  const { id, customerUid } = await shop.subscribe('weekly')
  await shop.billing.pause(member, id)
  await callGateway(shop.sandbox, 'DELETE', `/subscribe/customers/${customerUid}`)
  await shop.billing.resume(member, id)
  expect(await shop.find(id)).toMatchObject({ status: 'active', attempt: 0, chargeUid: null })
  await shop.pass(7 * DAY + MINUTE)
  expect(shop.heard).toEqual([`paid 1 ${id}`, `declined 2 ${id} active`])
})

it('a charge on the wire when the customer cancels may be paid; it is told, and nothing follows', async () => {
  const { shop, id, line, round } = await chargeOnTheWire()
  expect(await shop.billing.cancel(member, id)).toMatchObject({ status: 'cancelled' })
  line.letGo()
  await round
  for (let day = 0; day < 20; day++) await shop.pass(DAY)
  expect(await paidNumbers(shop, id)).toEqual(['1-1', '2-1'])
  expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
  expect(await shop.find(id)).toMatchObject({
    status: 'cancelled',
    period: 3,
    chargeUid: null,
    checkAt: null,
  })
})

it('a charge that hangs longer than the lease is sent again under its own number, and paid once', async () => {
  const { shop, id, line, round } = await chargeOnTheWire()
  await shop.billing.chargeDue()
  expect(await paidNumbers(shop, id)).toEqual(['1-1'])
  shop.sandbox.clock.advance(11 * MINUTE)
  expect(await shop.billing.chargeDue()).toEqual({ charged: 1, failed: 0 })
  line.letGo()
  await round
  await shop.pass(MINUTE)
  expect(await paidNumbers(shop, id)).toEqual(['1-1', '2-1'])
  expect(await shop.find(id)).toMatchObject({ period: 3, attempt: 0, status: 'active' })
  expect(shop.heard).toEqual([`paid 1 ${id}`, `paid 2 ${id}`])
})

it.each(['gateway', 'worker'] as const)(
  'a declined number that is paid after all pays the period; the next try is taken back (%s)',
  async (drive) => {
    const shop = openMembership({ drive, retry: { days: [2, 2] } })
    const { id } = await shop.subscribe('monthly', cards.declined)
    const good = await shop.card()
    expect(await shop.find(id)).toMatchObject({ period: 1, attempt: 1 })
    // Somebody charges the number once more at the gateway, with another card.
    await callGateway(shop.sandbox, 'POST', '/subscribe/payments/again', {
      ...{ customer_uid: good, merchant_uid: `${id}-1-1`, amount: 9_900, name: '월간 멤버십' },
    })
    await shop.pass(MINUTE)
    expect(await shop.find(id)).toMatchObject({ status: 'active', period: 2, attempt: 0 })
    for (let day = 0; day < 5; day++) await shop.pass(DAY)
    expect((await shop.charges(id)).map(({ merchant_uid }) => merchant_uid)).toEqual([
      `${id}-1-1`,
      `${id}-1-1`,
    ])
    expect(await shop.find(id)).toMatchObject({ period: 2, usedNumbers: 0 })
  },
)

it.each(['gateway', 'worker'] as const)(
  'a try that never reached the gateway is not sent any more once its period was paid otherwise (%s)',
  async (drive) => {
    let isLost = true
    const shop = openMembership({
      drive,
      retry: { days: [2, 2] },
      fetch: async (request, sandbox) => {
        const isSecondTry = request.method === 'POST' && (await request.clone().text()).includes('-1-2')
        if (isLost && isSecondTry) throw new TypeError('fetch failed')
        return sandbox.fetch(request)
      },
    })
    const { id } = await shop.subscribe('monthly', cards.declined)
    const to = await shop.card()
    if (drive === 'worker') await shop.pass(2 * DAY + MINUTE)
    expect(await shop.find(id)).toMatchObject({ period: 1, attempt: 1, chargeUid: `${id}-1-2` })
    await callGateway(shop.sandbox, 'POST', '/subscribe/payments/again', {
      ...{ customer_uid: to, merchant_uid: `${id}-1-1`, amount: 9_900, name: '월간 멤버십' },
    })
    await shop.settlement.settle({ merchantUid: `${id}-1-1` })
    await shop.settlement.deliver()
    expect(await shop.find(id)).toMatchObject({ period: 2, chargeUid: `${id}-1-2` })
    isLost = false
    await shop.billing.replaceCard(member, { from: (await shop.find(id)).customerUid, to })
    for (let day = 0; day < 34; day++) await shop.pass(DAY)
    const paid = (await shop.charges(id)).filter(({ status }) => status === 'paid')
    expect(paid.map(({ merchant_uid }) => merchant_uid)).toEqual([`${id}-1-1`, `${id}-2-1`])
  },
)

it('before another number is used, the ones before it are asked about once more', async () => {
  const shop = openMembership({ drive: 'worker', retry: { days: [1] }, webhooks: false })
  const { id } = await shop.subscribe('monthly', cards.declined)
  await callGateway(shop.sandbox, 'POST', '/subscribe/payments/again', {
    ...{ customer_uid: await shop.card(), merchant_uid: `${id}-1-1`, amount: 9_900, name: '월간 멤버십' },
  })
  shop.sandbox.clock.advance(DAY + MINUTE)
  await shop.billing.chargeDue()
  expect(await paidNumbers(shop, id)).toEqual(['1-1'])
  expect(await shop.find(id)).toMatchObject({ status: 'active', period: 2 })
})

/** Hands billing what it was told before. */
async function tellOnceMore(shop: Membership, merchantUid: string): Promise<void> {
  const order = (await shop.orders.find(merchantUid)) as CheckoutOrder
  const event = {
    id: '1',
    key: 'x',
    merchantUid,
    impUid: order.impUid ?? 'imp_1',
    at: shop.now(),
    attempts: 0,
  }
  const { onPaid, onFailed } = shop.billing.handlers
  const failed = { kind: 'failed', reason: 'x' } as const
  const paid = { kind: 'paid', again: false } as const
  if (order.status === 'failed') {
    await onFailed(order, failed, {
      tx: null,
      event: { ...event, happening: failed },
    } as HandlerContext<unknown>)
  } else {
    await onPaid(order, paid, { tx: null, event: { ...event, happening: paid } } as HandlerContext<unknown>)
  }
}

it('should a period ever be paid by two numbers, a person is told to give one back', async () => {
  const shop = openMembership({ drive: 'worker', retry: { days: [1] } })
  const { id, customerUid } = await shop.subscribe('monthly', cards.declined)
  const good = await shop.card()
  await shop.billing.replaceCard(member, { from: customerUid, to: good })
  expect(await paidNumbers(shop, id)).toEqual(['1-2'])
  await callGateway(shop.sandbox, 'POST', '/subscribe/payments/again', {
    ...{ customer_uid: good, merchant_uid: `${id}-1-1`, amount: 9_900, name: '월간 멤버십' },
  })
  const before = await shop.find(id)
  await shop.pass(MINUTE)
  expect(String(shop.errors.at(-1)?.error)).toContain(`paid by order ${id}-1-2 and by order ${id}-1-1`)
  expect(await shop.find(id)).toEqual(before)
  // The one that is to be kept, told once more, is not given back as well.
  await tellOnceMore(shop, `${id}-1-2`)
  const flags = await Promise.all(['1-1', '1-2'].map((number) => shop.orders.find(`${id}-${number}`)))
  expect(flags.map((order) => order?.flag)).toEqual(['second-payment', null])
})

it('what is told twice moves a membership once, and other orders not at all', async () => {
  const shop = openMembership({ drive: 'worker', retry: { days: [1, 1] } })
  const { id } = await shop.subscribe('monthly', cards.declined)
  const { id: paidId } = await shop.subscribe('weekly')
  const before = [await shop.find(id), await shop.find(paidId)]
  const heard = [...shop.heard]
  await tellOnceMore(shop, `${id}-1-1`)
  await tellOnceMore(shop, `${paidId}-1-1`)
  expect([await shop.find(id), await shop.find(paidId)]).toEqual(before)
  expect(shop.heard).toEqual(heard)
  expect(shop.errors).toEqual([])
  expect(shop.billing.isCharge(`${id}-1-1`)).toBe(true)
  expect(shop.billing.isCharge('20261123-7f2k0000')).toBe(false)
})

it('an order that was only waited for too long is no decline', async () => {
  const shop = openMembership({ drive: 'worker' })
  const { id } = await shop.subscribe('weekly')
  const order = (await shop.orders.find(`${id}-1-1`)) as CheckoutOrder
  const before = await shop.find(id)
  const happening = { kind: 'failed', reason: 'abandoned' } as const
  const event = { id: '9', key: 'failed:abandoned', impUid: null, attempts: 0, at: shop.now() }
  const told = { ...event, merchantUid: `${id}-2-1`, happening }
  const abandoned: CheckoutOrder = { ...order, merchantUid: `${id}-2-1`, status: 'failed' }
  await shop.billing.handlers.onFailed(abandoned, happening, { tx: null, event: told })
  expect(await shop.find(id)).toEqual(before)
})
