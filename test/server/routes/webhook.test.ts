import { beforeEach, describe, expect, it, vi } from 'vitest'
import { portOneAddresses } from '../../../src/server/routes/callerGuards.js'
import { type MadeOrder, openShop, type Shop } from './openShop.js'

let shop: Shop
let mine: MadeOrder

beforeEach(async () => {
  shop = openShop()
  mine = await shop.makeOrder()
})

const down = () => new Response('oops', { status: 500 })

describe('웹훅', () => {
  it.each([
    ['JSON', 'application/json', 'json'],
    ['JSON with a charset', 'application/json; charset=utf-8', 'json'],
    ['a form', 'application/x-www-form-urlencoded;charset=UTF-8', 'form'],
    ['JSON called text', 'text/plain', 'json'],
    ['JSON without a type', undefined, 'json'],
  ])('as %s pays the order, once however often it comes', async (_, type, form) => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    const fields = { imp_uid: impUid, merchant_uid: merchantUid, status: 'paid' }
    const text = form === 'json' ? JSON.stringify(fields) : String(new URLSearchParams(fields))
    // Bytes bring no content type of their own.
    const body = new TextEncoder().encode(text)
    for (let time = 0; time < 3; time++) {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      const answer = await shop.send('webhook', { method: 'POST', headers, body })
      expect(answer).toMatchObject({ status: 200, body: { result: 'settled' } })
    }
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`])
    expect(await shop.find(merchantUid)).toMatchObject({ status: 'paid', impUid })
  })

  it('believes nothing it says: neither paid, nor whose, nor how much', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.open(mine.order)
    const lies = { imp_uid: impUid, merchant_uid: merchantUid, status: 'paid', amount: 59_000, success: true }
    expect((await shop.post('webhook', lies)).status).toBe(200)
    expect((await shop.find(merchantUid)).status).toBe('pending')
    await shop.quiet()
    expect(shop.heard).toEqual([])
  })

  it("forged with somebody else's payment and our order number: theirs is settled, ours stays unpaid", async () => {
    const others = await shop.makeOrder()
    const theirs = shop.pay(others.order)
    const { merchantUid } = mine.order
    await shop.post('webhook', { imp_uid: theirs, merchant_uid: merchantUid, status: 'paid' })
    expect((await shop.find(merchantUid)).status).toBe('pending')
    expect((await shop.find(others.order.merchantUid)).status).toBe('paid')
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${others.order.merchantUid}`])
  })

  it('an amount that differs is 200, flagged and not fulfilled', async () => {
    shop.sandbox.faults.set('amount-tampered')
    const impUid = shop.pay(mine.order)
    expect(await shop.post('webhook', { imp_uid: impUid })).toMatchObject({ status: 200 })
    await shop.quiet()
    expect(shop.heard).toEqual([`flagged ${mine.order.merchantUid}`])
  })

  it('asking again would not help: 404 for payments nobody knows and orders that are not ours', async () => {
    expect(await shop.post('webhook', { imp_uid: 'imp_999999999999' })).toMatchObject({
      status: 404,
      body: { code: 'NO_PAYMENT' },
    })
    const impUid = shop.pay({ merchantUid: 'of-another-shop', name: '책', amount: 9_000 })
    expect(await shop.post('webhook', { imp_uid: impUid })).toMatchObject({
      status: 404,
      body: { code: 'NO_ORDER' },
    })
    expect(shop.heard).toEqual([])
  })

  it.each([
    ['application/json', '{}'],
    ['application/json', '[]'],
    ['application/json', 'null'],
    ['application/json', 'imp_uid=imp_000000000001'],
    ['application/json', '{"imp_uid":7}'],
    ['application/json', '{"imp_uid":"../../users/getToken"}'],
    ['application/json', '{"imp_uid":["imp_000000000001"]}'],
    ['application/x-www-form-urlencoded', '{"imp_uid":"imp_000000000001"}'],
    ['application/x-www-form-urlencoded', 'merchant_uid=order-1'],
    ['multipart/form-data', '--x'],
  ])('%s %s is 400 and asks nobody', async (type, body) => {
    shop.asked.length = 0
    const answer = await shop.send('webhook', { method: 'POST', headers: { 'content-type': type }, body })
    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_BODY' } })
    expect(shop.asked).toEqual([])
  })

  it('gateway or store down: 503 so that it comes again, and then it is paid', async () => {
    const impUid = shop.pay(mine.order)
    shop.faults.gateway = down
    expect(await shop.post('webhook', { imp_uid: impUid })).toMatchObject({
      status: 503,
      body: { code: 'GATEWAY_UNAVAILABLE' },
    })
    shop.faults.gateway = undefined
    const broken = vi.spyOn(shop.orders, 'advance').mockRejectedValueOnce('gone')
    expect(await shop.post('webhook', { imp_uid: impUid })).toMatchObject({
      status: 503,
      body: { code: 'STORE_UNAVAILABLE' },
    })
    broken.mockRestore()
    expect((await shop.post('webhook', { imp_uid: impUid })).status).toBe(200)
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${mine.order.merchantUid}`])
    expect(shop.errors.map(({ where }) => where)).toEqual(['settle', 'settle'])
  })

  it('a duplicate of what the order says already is 200 at once, the gateway up or down', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    const webhook = (status: string) =>
      shop.form('webhook', { imp_uid: impUid, merchant_uid: merchantUid, status })
    await webhook('paid')
    shop.asked.length = 0
    shop.faults.gateway = down
    expect(await webhook('paid')).toMatchObject({ status: 200, body: { result: 'settled' } })
    expect(shop.asked).toEqual([])
    // News, or it may be: that has to be asked.
    for (const status of ['cancelled', 'ready', 'failed', ''])
      expect((await webhook(status)).status).toBe(503)
    shop.faults.gateway = undefined
    await shop.routes.settlement.options.client.cancelPayment({ impUid, amount: 9_000 })
    await webhook('cancelled')
    expect(await shop.find(merchantUid)).toMatchObject({ status: 'partly-refunded' })
    // Once something was given back, `paid` is not all there is to know, and more may be given back.
    await shop.routes.settlement.options.client.cancelPayment({ impUid, amount: 1_000 })
    await webhook('paid')
    expect(await shop.find(merchantUid)).toMatchObject({ cancelAmount: 10_000 })
    await shop.routes.settlement.options.client.cancelPayment({ impUid })
    await webhook('cancelled')
    shop.faults.gateway = down
    expect((await webhook('cancelled')).status).toBe(200)
    expect((await webhook('paid')).status).toBe(503)
    await shop.quiet()
    expect(shop.heard.filter((line) => line.startsWith('paid'))).toEqual([`paid ${merchantUid}`])
  })

  it('a claim about another payment of a paid order is asked about: paid twice is noticed', async () => {
    const { merchantUid } = mine.order
    await shop.post('webhook', { imp_uid: shop.pay(mine.order) })
    const others = await shop.makeOrder()
    const theirs = shop.pay(others.order)
    shop.asked.length = 0
    await shop.post('webhook', { imp_uid: theirs, merchant_uid: merchantUid, status: 'paid' })
    expect(shop.asked).toContain(`GET /payments/${theirs}`)
    expect((await shop.find(others.order.merchantUid)).status).toBe('paid')
  })

  it('a burst waits in line: few ask the gateway at a time, each once, and all are answered', async () => {
    const made = await Promise.all(Array.from({ length: 80 }, () => shop.makeOrder()))
    const webhooks = made.map(({ order }) => ({
      imp_uid: shop.pay(order),
      merchant_uid: order.merchantUid,
      status: 'paid',
    }))
    await shop.post('webhook', webhooks[0])
    shop.asked.length = 0
    let together = 0
    let most = 0
    shop.faults.gateway = async (request) => {
      most = Math.max(most, ++together)
      for (let tick = 0; tick < 50; tick++) await null
      const answer = await shop.sandbox.fetch(request)
      together--
      return answer
    }
    const answers = await Promise.all(webhooks.map((webhook) => shop.post('webhook', webhook)))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(shop.asked.filter((call) => call.startsWith('GET /payments/'))).toHaveLength(79)
    expect(most).toBeGreaterThan(1)
    expect(most).toBeLessThanOrEqual(32)
    await shop.quiet()
    expect(shop.heard).toHaveLength(80)
  })

  it('what is booked while a duplicate or the page waits in line needs no gateway any more', async () => {
    const made = await Promise.all(Array.from({ length: 32 }, () => shop.makeOrder()))
    const paid = made.map(({ order, buyer }) => ({ ...order, buyer, impUid: shop.pay(order) }))
    const webhooks = () =>
      paid.map(({ impUid, merchantUid }) =>
        shop.post('webhook', { imp_uid: impUid, merchant_uid: merchantUid, status: 'paid' }),
      )
    let answerNow = () => {}
    const held = new Promise<void>((resolve) => {
      answerNow = resolve
    })
    shop.asked.length = 0
    shop.faults.gateway = async (request) => {
      await held
      return shop.sandbox.fetch(request)
    }
    const first = webhooks()
    await vi.waitUntil(() => shop.asked.length === 32)
    const behind = [
      ...webhooks(),
      ...paid.map(({ impUid, merchantUid, buyer }) => shop.post('complete', { merchantUid, impUid }, buyer)),
    ]
    answerNow()
    const answers = await Promise.all([...first, ...behind])
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(answers.slice(64).map(({ body }) => body)).toEqual(
      paid.map(({ impUid, merchantUid }) =>
        expect.objectContaining({
          ...{ impUid, merchantUid, status: 'paid', amount: 59_000 },
          expected: { amount: 59_000, currency: 'KRW' },
        }),
      ),
    )
    // One for each order, but for those that others were about to book at that moment.
    expect(shop.asked.length).toBeLessThan(2 * 32)
    await shop.quiet()
    expect(shop.heard).toHaveLength(32)
  })

  it('a gateway that answers too late: 503 in time, and what it says in the end still counts', async () => {
    shop = openShop({}, { webhook: 20 })
    mine = await shop.makeOrder()
    const impUid = shop.pay(mine.order)
    let answerNow = () => {}
    const held = new Promise<void>((resolve) => {
      answerNow = resolve
    })
    shop.faults.gateway = async (request) => {
      await held
      return shop.sandbox.fetch(request)
    }
    expect((await shop.post('webhook', { imp_uid: impUid })).status).toBe(503)
    answerNow()
    await shop.quiet()
    expect((await shop.find(mine.order.merchantUid)).status).toBe('paid')
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${mine.order.merchantUid}`])
  })

  it('webhooks and the page at the same moment: one fulfilment', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    const page = () => shop.post('complete', { merchantUid, impUid }, mine.buyer)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? page() : shop.post('webhook', { imp_uid: impUid }))),
    )
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`])
    expect(await page()).toMatchObject({ status: 200, body: { status: 'paid' } })
  })

  it('a refund in the console arrives by webhook', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    await shop.post('webhook', { imp_uid: impUid })
    await shop.routes.settlement.options.client.cancelPayment({ impUid, amount: 9_000, reason: '부분 반품' })
    await shop.form('webhook', { imp_uid: impUid, merchant_uid: merchantUid, status: 'cancelled' })
    expect(await shop.find(merchantUid)).toMatchObject({ status: 'partly-refunded', cancelAmount: 9_000 })
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`, `refunded ${merchantUid}`])
  })
})

describe('게이트웨이의 주소만', () => {
  const fromHeader = (request: Request) => request.headers.get('x-real-ip') ?? undefined

  it.each([...portOneAddresses, '::ffff:52.78.5.241'])('%s may call', async (address) => {
    shop = openShop({ gatewayAddresses: { of: fromHeader } })
    mine = await shop.makeOrder()
    const impUid = shop.pay(mine.order)
    const answer = await shop.post('webhook', { imp_uid: impUid }, { 'x-real-ip': address })
    expect(answer.status).toBe(200)
  })

  it('nobody else may, on either road, nor a caller without an address; pages still may', async () => {
    shop = openShop({ gatewayAddresses: { of: fromHeader } })
    mine = await shop.makeOrder()
    const { merchantUid, amount } = mine.order
    const impUid = shop.pay(mine.order)
    for (const headers of [{}, { 'x-real-ip': '203.0.113.7' }, { 'x-real-ip': '52.78.100.190' }]) {
      expect(
        await shop.post('webhook', { imp_uid: impUid }, headers as Record<string, string>),
      ).toMatchObject({
        status: 403,
        body: { code: 'ADDRESS_REFUSED' },
      })
    }
    expect(await shop.post('confirm', { imp_uid: impUid, merchant_uid: merchantUid, amount })).toMatchObject({
      status: 403,
      body: { code: 'ADDRESS_REFUSED', reason: expect.any(String) },
    })
    expect((await shop.find(merchantUid)).status).toBe('pending')
    expect((await shop.post('complete', { merchantUid, impUid }, mine.buyer)).status).toBe(200)
  })

  it('the addresses can be others', async () => {
    shop = openShop({ gatewayAddresses: { allowed: ['127.0.0.1'], of: () => '127.0.0.1' } })
    mine = await shop.makeOrder()
    expect((await shop.post('webhook', { imp_uid: shop.pay(mine.order) })).status).toBe(200)
  })
})
