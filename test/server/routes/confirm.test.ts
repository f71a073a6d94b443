import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckoutRoutesOptions } from '../../../src/server/routes/checkoutRoutes.types.js'
import { openShop, type Shop } from './openShop.js'

let shop: Shop
let call: { imp_uid: string; merchant_uid: string; amount: number }

async function open(options: Partial<CheckoutRoutesOptions> = {}, limit = 8_000): Promise<void> {
  shop = openShop(options, { confirm: limit })
  const { order } = await shop.makeOrder()
  call = { imp_uid: shop.open(order), merchant_uid: order.merchantUid, amount: order.amount }
}

const asForm = () => ({ ...call, amount: String(call.amount) })

beforeEach(() => open())

describe('승인 직전의 확인', () => {
  it('goes on when the amount is the order’s, as JSON and as a form', async () => {
    for (const answer of [await shop.post('confirm', call), await shop.form('confirm', asForm())]) {
      expect(answer).toMatchObject({ status: 200, body: {} })
    }
  })

  it('another amount is stopped, and the shop is not asked about stock', async () => {
    const onConfirm = vi.fn()
    await open({ onConfirm })
    const amounts = [100, 59_001, 58_999.5, 0, -59_000]
    for (const amount of amounts) {
      expect(await shop.post('confirm', { ...call, amount })).toMatchObject({
        status: 409,
        body: { code: 'AMOUNT_DIFFERS', reason: '결제 금액이 주문 금액과 달라요.' },
      })
    }
    expect((await shop.form('confirm', { ...asForm(), amount: '5900' })).status).toBe(409)
    expect(onConfirm).not.toHaveBeenCalled()
  })

  it('the shop may say no, in words the gateway shows to the buyer', async () => {
    await open({
      onConfirm: ({ details }) =>
        (details as { item: string }).item === 'shoes'
          ? { go: false, reason: '방금 품절됐어요.' }
          : { go: true },
    })
    expect(await shop.post('confirm', call)).toMatchObject({
      status: 409,
      body: { code: 'CONFIRM_REFUSED', reason: '방금 품절됐어요.' },
    })
  })

  it('the shop may say yes', async () => {
    const onConfirm = vi.fn(async () => ({ go: true }) as const)
    await open({ onConfirm })
    expect((await shop.post('confirm', call)).status).toBe(200)
    expect(onConfirm).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ amount: 59_000 }))
  })

  it('a shop that answers too late, or a store, stops the payment in time', async () => {
    await open({ onConfirm: () => new Promise(() => {}) }, 20)
    const late = { status: 503, body: { code: 'CONFIRM_TIMEOUT', reason: expect.stringContaining('늦어져') } }
    expect(await shop.post('confirm', call)).toMatchObject(late)
    await open({}, 20)
    vi.spyOn(shop.orders, 'find').mockReturnValue(new Promise(() => {}))
    expect(await shop.post('confirm', call)).toMatchObject(late)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('stock: pa55word'))],
    ['forgets to answer', () => undefined as never],
    ['says something else', () => true as never],
    ['says no and not why', () => ({ go: false }) as never],
  ])('a shop that %s lets nothing through', async (_, onConfirm) => {
    await open({ onConfirm })
    const answer = await shop.post('confirm', call)
    expect(answer).toMatchObject({
      status: 500,
      body: { code: 'INTERNAL_ERROR', reason: expect.stringMatching(/[가-힣]/) },
    })
    expect(JSON.stringify(answer.body)).not.toContain('pa55word')
    expect(shop.errors).toMatchObject([{ where: 'onConfirm' }])
  })

  it('an order that is paid is not paid again, nor one that was refunded in part', async () => {
    const order = { merchantUid: call.merchant_uid, name: '신발', amount: call.amount }
    const paid = shop.pay(order)
    await shop.post('webhook', { imp_uid: paid })
    const refused = { status: 409, body: { code: 'ALREADY_PAID', reason: '이미 결제가 완료된 주문이에요.' } }
    expect(await shop.post('confirm', call)).toMatchObject(refused)
    await shop.routes.settlement.options.client.cancelPayment({ impUid: paid, amount: 1_000, reason: '반품' })
    await shop.post('webhook', { imp_uid: paid })
    expect(await shop.post('confirm', call)).toMatchObject(refused)
  })

  it('an order that is not ours, or a store that is down', async () => {
    expect(await shop.post('confirm', { ...call, merchant_uid: 'order-9' })).toMatchObject({
      status: 404,
      body: { code: 'NO_ORDER', reason: expect.stringMatching(/[가-힣]/) },
    })
    vi.spyOn(shop.orders, 'find').mockRejectedValue(new Error('no connection'))
    expect(await shop.post('confirm', call)).toMatchObject({
      status: 503,
      body: { code: 'STORE_UNAVAILABLE', reason: expect.stringMatching(/[가-힣]/) },
    })
  })

  it.each([
    ['nothing', {}],
    ['no payment', { imp_uid: undefined }],
    ['no order', { merchant_uid: undefined }],
    ['no amount', { amount: undefined }],
    ['an amount in words', { amount: '오만구천원' }],
    ['an amount in hexadecimal', { amount: '0xE678' }],
    ['a list', { amount: [59_000] }],
  ])('%s is 400 with a reason', async (_, changes) => {
    const body = Object.keys(changes).length > 0 ? { ...call, ...changes } : {}
    expect(await shop.post('confirm', body)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_BODY', reason: expect.stringMatching(/[가-힣]/) },
    })
  })

  it('changes nothing by itself', async () => {
    const before = await shop.find(call.merchant_uid)
    await shop.post('confirm', call)
    expect(await shop.find(call.merchant_uid)).toEqual(before)
  })
})
