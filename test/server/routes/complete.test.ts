import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type MadeOrder, openShop, type Shop } from './openShop.js'

let shop: Shop
let mine: MadeOrder

beforeEach(async () => {
  shop = openShop()
  mine = await shop.makeOrder()
})

const down = () => new Response('oops', { status: 500 })

describe('결제 결과를 묻는다', () => {
  it('the session that made the order hears that it is paid, and it is fulfilled once', async () => {
    const impUid = shop.pay(mine.order)
    const { merchantUid } = mine.order
    const answer = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      impUid,
      merchantUid,
      status: 'paid',
      amount: 59_000,
      currency: 'KRW',
    })
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`])
    const again = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(again.body).toEqual(answer.body)
    await shop.quiet()
    expect(shop.heard).toHaveLength(1)
  })

  it("the order's token is as good as the session, when no callback came and only the order is known", async () => {
    const impUid = shop.pay(mine.order)
    const { merchantUid } = mine.order
    const answer = await shop.post('complete', { merchantUid, impUid: null }, mine.holder)
    expect(answer).toMatchObject({ status: 200, body: { impUid, status: 'paid' } })
  })

  it('a stranger is told nothing, and what was paid is settled all the same', async () => {
    const impUid = shop.pay(mine.order)
    const { merchantUid } = mine.order
    const others = await shop.makeOrder()
    for (const headers of [
      {},
      others.buyer,
      others.holder,
      { 'x-checkout-token': '' },
      { cookie: '__Host-toss_checkout=' },
    ]) {
      const answer = await shop.post('complete', { merchantUid, impUid }, headers as Record<string, string>)
      expect(answer.status).toBe(403)
      expect(answer.body).toEqual({ code: 'NOT_YOURS', message: expect.any(String) })
    }
    expect((await shop.find(merchantUid)).status).toBe('paid')
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`])
  })

  it('a buyer who edits impUid in the return URL gets the truth about the own order', async () => {
    const others = await shop.makeOrder()
    const theirs = shop.pay(others.order)
    const { merchantUid } = mine.order
    const unpaid = await shop.post('complete', { merchantUid, impUid: theirs }, mine.buyer)
    expect(unpaid).toMatchObject({ status: 404, body: { code: 'NO_PAYMENT' } })
    const impUid = shop.pay(mine.order)
    for (const edited of [theirs, 'imp_999999999999', 'null', '../cancel', '<script>']) {
      const answer = await shop.post('complete', { merchantUid, impUid: edited }, mine.buyer)
      expect(answer).toMatchObject({ status: 200, body: { impUid, merchantUid, status: 'paid' } })
    }
    expect((await shop.find(merchantUid)).impUid).toBe(impUid)
  })

  it("somebody else's order number with the own payment is still somebody else's", async () => {
    const others = await shop.makeOrder()
    const impUid = shop.pay(mine.order)
    const answer = await shop.post('complete', { merchantUid: others.order.merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_YOURS' } })
  })

  it('no payment yet, no such order: 404 in JSON, which the client takes for null', async () => {
    const none = await shop.post('complete', { merchantUid: mine.order.merchantUid }, mine.buyer)
    expect(none).toMatchObject({ status: 404, body: { code: 'NO_PAYMENT' } })
    expect(none.headers.get('content-type')).toMatch(/json/)
    const nobody = await shop.post('complete', { merchantUid: 'order-9' }, mine.buyer)
    expect(nobody).toMatchObject({ status: 404, body: { code: 'NO_ORDER' } })
    expect(nobody.headers.get('content-type')).toMatch(/json/)
  })

  it('an attempt that failed is failed, until another one paid the order', async () => {
    const { merchantUid } = mine.order
    const first = shop.open(mine.order)
    shop.sandbox.gateway.giveUp(first)
    const failed = await shop.post('complete', { merchantUid, impUid: first }, mine.buyer)
    expect(failed).toMatchObject({ status: 200, body: { impUid: first, status: 'failed' } })
    const second = shop.pay(mine.order)
    await shop.post('complete', { merchantUid, impUid: second }, mine.buyer)
    const late = await shop.post('complete', { merchantUid, impUid: first }, mine.buyer)
    expect(late).toMatchObject({ status: 200, body: { impUid: second, status: 'paid' } })
  })

  it('가상계좌: the account, then the deposit', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order, { method: 'vbank', bankCode: '088' })
    const issued = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(issued.body).toMatchObject({ status: 'ready', virtualAccount: { bankCode: '088' } })
    expect(shop.sandbox.gateway.deposit(impUid)).toEqual({ accepted: true })
    const deposited = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(deposited.body).toMatchObject({ status: 'paid', amount: 59_000 })
    await shop.quiet()
    expect(shop.heard).toEqual([`awaiting-deposit ${merchantUid}`, `paid ${merchantUid}`])
  })

  it('a tampered amount is never answered as paid, also to a page that forgot its amount, and not fulfilled', async () => {
    const { merchantUid } = mine.order
    shop.sandbox.faults.set('amount-tampered')
    const impUid = shop.pay(mine.order)
    for (const question of [{ merchantUid, impUid }, { merchantUid }]) {
      const answer = await shop.post('complete', question, mine.buyer)
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'PAYMENT_DIFFERS', record: { status: 'paid', expected: { amount: 59_000 } } },
      })
    }
    await shop.quiet()
    expect(shop.heard).toEqual([`flagged ${merchantUid}`])
    expect(await shop.find(merchantUid)).toMatchObject({ status: 'pending', flag: 'amount-differs' })
    shop.sandbox.faults.clear()
    const again = shop.sandbox.gateway
    expect(
      again.open({ merchant_uid: merchantUid, amount: 59_000 }, { channel: 'pc', sdk: 'new' }).opened,
    ).toBe(false)
  })

  it('an account for another amount is not shown as one to pay into', async () => {
    const { merchantUid } = mine.order
    const choice = { method: 'vbank', bankCode: '088' } as const
    shop.faults.gateway = async (request) => {
      const answer = await (await shop.sandbox.fetch(request)).json()
      if (answer.response?.vbank_num) answer.response.amount = 5_900
      return Response.json(answer)
    }
    const impUid = shop.pay(mine.order, choice)
    const answer = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 409, body: { code: 'PAYMENT_DIFFERS' } })
  })

  it('a second payment is the order’s truth: paid, once', async () => {
    const { merchantUid } = mine.order
    const [first, second] = [shop.open(mine.order), shop.open(mine.order)]
    for (const impUid of [first, second]) {
      shop.sandbox.gateway.approve(impUid, { method: 'card', cardCode: '366', quota: 0 })
    }
    const paid = await shop.post('complete', { merchantUid, impUid: first }, mine.buyer)
    expect(paid).toMatchObject({ status: 200, body: { impUid: first, status: 'paid' } })
    const other = await shop.post('complete', { merchantUid, impUid: second }, mine.buyer)
    expect(other).toMatchObject({ status: 200, body: { impUid: first, status: 'paid' } })
    await shop.quiet()
    expect(shop.heard.filter((what) => what.startsWith('paid'))).toEqual([`paid ${merchantUid}`])
  })

  it.each([
    ['nothing', {}],
    ['no object', 'order-1'],
    ['a list', []],
    ['a number', { merchantUid: 7 }],
    ['an empty number', { merchantUid: '' }],
    ['a long number', { merchantUid: 'x'.repeat(41) }],
    ['a number that no database takes', { merchantUid: 'order\u0000' }],
    ['a payment that is no text', { merchantUid: 'order-1', impUid: { $ne: null } }],
  ])('%s is 400 and asks nobody', async (_, body) => {
    shop.asked.length = 0
    expect(await shop.post('complete', body, mine.buyer)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_BODY' },
    })
    expect(shop.asked).toEqual([])
  })
})

describe('물을 수 없을 때', () => {
  it('gateway 500: 503, the order as it was; then fine', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    shop.faults.gateway = down
    const answer = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 503, body: { code: 'GATEWAY_UNAVAILABLE' } })
    expect((await shop.find(merchantUid)).status).toBe('pending')
    shop.faults.gateway = undefined
    expect(await shop.post('complete', { merchantUid, impUid }, mine.buyer)).toMatchObject({
      status: 200,
      body: { status: 'paid' },
    })
    await shop.quiet()
    expect(shop.heard).toEqual([`paid ${merchantUid}`])
  })

  it('what a webhook read back before is answered meanwhile, to the buyer only', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    await shop.post('webhook', { imp_uid: impUid })
    shop.faults.gateway = down
    const answer = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 200, body: { impUid, status: 'paid', amount: 59_000 } })
    expect((await shop.post('complete', { merchantUid, impUid })).status).toBe(403)
  })

  it('what is booked as paid is answered at once, though all places are taken by others that hang', async () => {
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    await shop.post('webhook', { imp_uid: impUid })
    const others = await Promise.all(Array.from({ length: 32 }, () => shop.makeOrder()))
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    shop.asked.length = 0
    shop.faults.gateway = async () => {
      await held
      return down()
    }
    let answered = 0
    const hanging = others.map(async ({ order }) => {
      await shop.post('complete', { merchantUid: order.merchantUid })
      answered++
    })
    await vi.waitUntil(() => shop.asked.length === 32)
    const answer = await shop.post('complete', { merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 200, body: { impUid, status: 'paid', amount: 59_000 } })
    expect(answered).toBe(0)
    letGo()
    await Promise.all(hanging)
  })

  it('a store that is down: 503', async () => {
    vi.spyOn(shop.orders, 'find').mockRejectedValue(new Error('no connection'))
    const impUid = shop.pay(mine.order)
    const answer = await shop.post('complete', { merchantUid: mine.order.merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } })
  })

  it('others keep changing the order: 503, and nobody is alarmed', async () => {
    vi.spyOn(shop.orders, 'advance').mockResolvedValue(null)
    const impUid = shop.pay(mine.order)
    const answer = await shop.post('complete', { merchantUid: mine.order.merchantUid, impUid }, mine.buyer)
    expect(answer).toMatchObject({ status: 503, body: { code: 'CONTENDED' } })
    expect(shop.errors).toEqual([])
  })

  it('a handler that throws spoils no answer; it is told again by the next sweep', async () => {
    let broken = true
    const paid: string[] = []
    shop = openShop({
      onPaid: ({ merchantUid }) => {
        if (broken) throw new Error('no printer')
        paid.push(merchantUid)
      },
    })
    mine = await shop.makeOrder()
    const { merchantUid } = mine.order
    const impUid = shop.pay(mine.order)
    expect((await shop.post('complete', { merchantUid, impUid }, mine.buyer)).status).toBe(200)
    await shop.quiet()
    expect(shop.errors).toMatchObject([{ error: { message: 'no printer' } }])
    broken = false
    shop.sandbox.clock.advance(60_000)
    await shop.routes.settlement.sweep()
    expect(paid).toEqual([merchantUid])
  })

  it('a waitUntil that throws is reported; the handlers run all the same', async () => {
    const paid = vi.fn()
    shop = openShop({
      onPaid: paid,
      waitUntil: () => {
        throw new Error('outside of a request')
      },
    })
    mine = await shop.makeOrder()
    const impUid = shop.pay(mine.order)
    expect((await shop.post('webhook', { imp_uid: impUid })).status).toBe(200)
    await expect.poll(() => paid.mock.calls.length).toBe(1)
    expect(shop.errors).toMatchObject([{ where: 'waitUntil' }])
  })
})
