import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckoutOrder, OrderChange } from '../../../src/server/orders/checkoutOrder.js'
import { type OpenStore, openOrderStore, storeNames } from '../orderStores.js'
import { at, event, newOrder, paid, START } from './newOrder.js'

describe.each(storeNames)('주문 저장소: %s', (name) => {
  let open: OpenStore
  let orders: OpenStore['orders']
  beforeEach(async () => {
    open = await openOrderStore(name)
    orders = open.orders
  })
  const advance = async (
    order: CheckoutOrder,
    change: OrderChange,
    keys: string[] = [],
  ): Promise<CheckoutOrder> => {
    const after = await orders.advance(
      order,
      change,
      keys.map((key) => event(key)),
      at(1),
    )
    if (!after) throw new Error('somebody was first')
    return after
  }
  const heard: string[] = []
  const listen = async ({ merchantUid, key }: { merchantUid: string; key: string }) =>
    void heard.push(`${merchantUid} ${key}`)
  beforeEach(() => void heard.splice(0))

  it('an order comes back as it was made, times to the millisecond', async () => {
    const details = { 메모: '문 앞에 "놓아" 주세요\n', lines: [1, 2.5], none: null }
    const given = newOrder({ details, taxFree: 9000, sessionHash: 'b'.repeat(64), checkAt: at(60) })
    const made = await orders.create(given)
    expect(made).toEqual({
      ...given,
      status: 'pending',
      impUid: null,
      cancelAmount: 0,
      flag: null,
      failReason: null,
      record: null,
      depositRound: 0,
      version: 1,
      updatedAt: START,
    })
    expect(await orders.find(given.merchantUid)).toEqual(made)
    expect(await open.another().find(given.merchantUid)).toEqual(made)
    expect(await orders.find('nobody')).toBeNull()
    expect((await orders.create(newOrder({ details: undefined }))).details).toBeNull()
  })

  it('an order number is taken once', async () => {
    const given = newOrder()
    const made = await Promise.allSettled([
      orders.create(given),
      open.another().create({ ...given, amount: 1 }),
    ])
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(orders.create(given)).rejects.toMatchObject({ code: 'ORDER_EXISTS' })
  })

  it.each([
    { merchantUid: '' },
    { merchantUid: 'x'.repeat(41) },
    { name: '가'.repeat(41) },
    { name: '' },
    { amount: 0 },
    { amount: -1 },
    { amount: 0.5 },
    { amount: Number.NaN },
    { taxFree: 59_001 },
    { currency: 'GBP' as 'KRW' },
    { tokenHash: 'the token itself' },
  ])('refuses %o', async (wrong) => {
    const given = newOrder(wrong)
    await expect(orders.create(given)).rejects.toMatchObject({ code: 'INVALID_ORDER' })
    expect(await orders.find(given.merchantUid)).toBeNull()
  })

  it('moves an order only from the version it was read at', async () => {
    const order = await orders.create(newOrder())
    const record = {
      impUid: 'imp_1',
      merchantUid: order.merchantUid,
      status: 'paid',
    } as CheckoutOrder['record']
    const after = await advance(order, { ...paid(order), record, checkAt: at(60) }, ['paid:0'])
    expect(after).toEqual({ ...order, ...paid(order), record, checkAt: at(60), version: 2, updatedAt: at(1) })
    expect(await orders.find(order.merchantUid)).toEqual(after)
    expect(await orders.advance(order, { status: 'failed' }, [event('failed')], at(2))).toBeNull()
    expect(await orders.find(order.merchantUid)).toEqual(after)
    expect((await advance(after, { checkAt: null })).checkAt).toBeNull()
    expect(await orders.deliver(listen, { now: at(3) })).toEqual({ delivered: 1, failed: 0 })
    expect(heard).toEqual([`${order.merchantUid} paid:0`])
  })

  it('of twenty that move it at once, one does, and it is told once', async () => {
    const order = await orders.create(newOrder())
    const other = open.another()
    const moves = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? orders : other).advance(order, paid(order), [event(`paid:${i}`)], at(1)),
      ),
    )
    expect(moves.filter(Boolean)).toHaveLength(1)
    expect((await orders.deliver(listen, { now: at(3) })).delivered).toBe(1)
  })

  it('an event whose key was told is left out; an empty change only adds events', async () => {
    const order = await orders.create(newOrder())
    const after = await advance(order, paid(order), ['paid:0', 'refunded:1'])
    expect(await advance(after, {}, ['refunded:1', 'refunded:2'])).toEqual(after)
    expect(await orders.advance(order, {}, [event('refunded:3')], at(1))).toBeNull()
    await orders.deliver(listen, { now: at(3) })
    expect(heard).toEqual(['paid:0', 'refunded:1', 'refunded:2'].map((key) => `${order.merchantUid} ${key}`))
  })

  it('two orders never rest on one payment', async () => {
    const [one, two] = [await orders.create(newOrder()), await orders.create(newOrder())]
    await advance(one, { status: 'paid', impUid: 'imp_shared' })
    const second = orders.advance(two, { status: 'paid', impUid: 'imp_shared' }, [event('paid:0')], at(1))
    await expect(second).rejects.toMatchObject({ code: 'INVALID_ORDER' })
    expect((await orders.deliver(listen, { now: at(3) })).delivered).toBe(0)
  })

  it.each<[string, OrderChange[], OrderChange, string]>([
    ['paid stays paid', [{ status: 'paid', impUid: 'imp_9' }], { status: 'failed' }, 'ILLEGAL_CHANGE'],
    ['paid stays paid', [{ status: 'paid', impUid: 'imp_9' }], { status: 'pending' }, 'ILLEGAL_CHANGE'],
    [
      'no deposit is taken back in silence',
      [{ status: 'paid', impUid: 'imp_9' }],
      { status: 'awaiting-deposit' },
      'ILLEGAL_CHANGE',
    ],
    ['a round needs a deposit', [], { depositRound: 1 }, 'ILLEGAL_CHANGE'],
    [
      'a paid order keeps its payment',
      [{ status: 'paid', impUid: 'imp_9' }],
      { impUid: 'imp_8' },
      'ILLEGAL_CHANGE',
    ],
    [
      'refunds only grow',
      [{ status: 'partly-refunded', impUid: 'imp_9', cancelAmount: 2000 }],
      { cancelAmount: 1000 },
      'ILLEGAL_CHANGE',
    ],
    [
      'what was given back stays so',
      [{ status: 'refunded', impUid: 'imp_9', cancelAmount: 59_000 }],
      { status: 'partly-refunded' },
      'ILLEGAL_CHANGE',
    ],
    ['paid rests on a payment', [], { status: 'paid' }, 'INVALID_ORDER'],
    [
      'no more than the price goes back',
      [],
      { status: 'refunded', impUid: 'imp_9', cancelAmount: 60_000 },
      'INVALID_ORDER',
    ],
    ['no made-up status', [], { status: 'shipped' as 'paid' }, 'INVALID_ORDER'],
    ['no made-up flag', [], { flag: 'odd' as 'second-payment' }, 'INVALID_ORDER'],
  ])('%s: %o, then %o', async (_, before, change, code) => {
    let order = await orders.create(newOrder())
    for (const step of before) order = await advance(order, { ...step, impUid: `imp_${order.merchantUid}` })
    const illegal = orders.advance(order, change, [event('told')], at(2))
    await expect(illegal).rejects.toMatchObject({ name: 'OrderStoreError', code })
    expect(await orders.find(order.merchantUid)).toEqual(order)
    expect((await orders.deliver(listen, { now: at(3) })).delivered).toBe(0)
  })

  it('a deposit that is taken back may arrive again', async () => {
    let order = await orders.create(newOrder())
    order = await advance(order, { status: 'awaiting-deposit', impUid: `imp_${order.merchantUid}` })
    order = await advance(order, { status: 'paid' })
    order = await advance(order, { status: 'awaiting-deposit', depositRound: 1 })
    order = await advance(order, { status: 'failed', failReason: 'expired' })
    order = await advance(order, { status: 'paid', failReason: null })
    expect(await orders.find(order.merchantUid)).toMatchObject({
      status: 'paid',
      depositRound: 1,
      version: 6,
    })
  })

  it('lists orders newest first, page by page, by status and by flag', async () => {
    const made: CheckoutOrder[] = []
    for (const seconds of [0, 1, 1, 2, 3])
      made.push(await orders.create(newOrder({ createdAt: at(seconds) })))
    const [oldest, , , , newest] = made as [
      CheckoutOrder,
      CheckoutOrder,
      CheckoutOrder,
      CheckoutOrder,
      CheckoutOrder,
    ]
    await advance(oldest, { ...paid(oldest), flag: 'second-payment' })
    const pages: string[] = []
    for (let before: CheckoutOrder | undefined; pages.length < 10; ) {
      const page = await orders.list({ limit: 2, before })
      pages.push(...page.map(({ merchantUid }) => merchantUid))
      before = page.at(-1)
      if (!before) break
    }
    expect(pages).toHaveLength(5)
    expect(new Set(pages).size).toBe(5)
    expect([pages[0], pages[4]]).toEqual([newest.merchantUid, oldest.merchantUid])
    const numbers = async (query: Parameters<typeof orders.list>[0]) =>
      (await orders.list(query)).map(({ merchantUid }) => merchantUid)
    expect(await numbers({ flagged: true })).toEqual([oldest.merchantUid])
    expect(await numbers({ status: 'paid' })).toEqual([oldest.merchantUid])
    expect(await numbers({ status: 'pending' })).toHaveLength(4)
  })

  it('lists what is due: what waits for money first, then the longest waiting', async () => {
    const looked = await orders.create(newOrder({ checkAt: at(1) }))
    await orders.advance(looked, { ...paid(looked), checkAt: at(1) }, [], at(0))
    const later = await orders.create(newOrder({ checkAt: at(20) }))
    const first = await orders.create(newOrder({ checkAt: at(10) }))
    await orders.create(newOrder({ checkAt: at(40) }))
    await orders.create(newOrder())
    const due = async (limit: number) =>
      (await orders.due(at(20), limit)).map(({ merchantUid }) => merchantUid)
    expect(await due(10)).toEqual([first.merchantUid, later.merchantUid, looked.merchantUid])
    expect(await due(1)).toEqual([first.merchantUid])
  })
})
