import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { recheckMisfits, recheckRefunds } from '../../examples/storefront/server/recheckRefunds.js'
import { openRefund } from '../../examples/storefront/server/refundRows.js'
import { openRefundDesk, type RefundDesk } from './openRefundDesk.js'
import { everyDatabase } from './visitStorefront.js'

describe.each(everyDatabase)('%s 상점의 환불은 한 번', (database) => {
  let desk: RefundDesk

  beforeAll(async () => {
    desk = await openRefundDesk(database)
  })
  beforeEach(() => {
    // What is reported is looked at where it matters.
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await desk.tidy()
  })
  afterAll(() => desk?.close())

  /** So long after it was asked for that no call can be on its way any more. */
  async function recheckLater(): Promise<void> {
    await desk.queries.query(`UPDATE shop_refund SET at = at - interval '6 minutes'`)
    await recheckRefunds(desk.queries, desk.settlement)
  }

  /** Something in the way of the order's first event, and how to clear it. */
  async function blockEvents(merchantUid: string): Promise<() => Promise<void>> {
    await desk.queries.query(`INSERT INTO shop_parcel (merchant_uid, state) VALUES ($1, 'preparing')`, [
      merchantUid,
    ])
    return async () => {
      await desk.queries.query('DELETE FROM shop_parcel WHERE merchant_uid = $1', [merchantUid])
      desk.shop.advance(60 * 60_000)
      await desk.settlement.deliver(merchantUid)
    }
  }

  /** Refunds do not reach the gateway. */
  function cutRequests(): void {
    desk.shop.line.before = (request) => {
      if (isRefund(request)) throw new TypeError('the line is cut')
      return undefined
    }
  }

  /** Refunds reach the gateway, their answers do not reach us, and nobody can be asked either. */
  function cutAnswers(): void {
    let isCut = false
    desk.shop.line.before = () => {
      if (isCut) throw new TypeError('the line is cut')
      return undefined
    }
    desk.shop.line.after = (request) => {
      if (!isRefund(request)) return
      isCut = true
      throw new TypeError('the line is cut')
    }
  }

  const isRefund = ({ url }: Request) => url.endsWith('/payments/cancel')
  const mendLine = () => Object.assign(desk.shop.line, { before: undefined, after: undefined })

  it('주문의 앞선 일이 막혀 환불을 적지 못하는 동안에도 같은 상품은 두 번 환불되지 않는다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    const clear = await blockEvents(merchantUid)
    expect(await desk.refund(merchantUid)).toBe('refunded')
    for (let look = 0; look < 2; look++) {
      await recheckLater()
      expect(await desk.rows(merchantUid)).toEqual(['asked 20000 celadon-bowl'])
      expect(await desk.refund(merchantUid)).toBe('REFUND_RUNNING')
    }
    expect(await desk.givenBack(impUid)).toBe(20_000)

    await clear()
    expect(await desk.rows(merchantUid)).toEqual(['done 20000 celadon-bowl'])
    expect(await desk.refund(merchantUid)).toBe('NOTHING_LEFT')
    expect(await desk.refund(merchantUid, 'white-teapot')).toBe('refunded')
    expect(await desk.givenBack(impUid)).toBe(43_000)
  })

  it('답이 사라진 환불은 알아보아 적고, 다시 하지 않는다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    cutAnswers()
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNKNOWN')
    expect(await desk.refund(merchantUid)).toBe('REFUND_RUNNING')
    // Still nobody to ask: nothing is let go of.
    await recheckLater()
    expect(await desk.rows(merchantUid)).toEqual(['asked 20000 celadon-bowl'])

    mendLine()
    await recheckLater()
    expect(await desk.rows(merchantUid)).toEqual(['done 20000 celadon-bowl'])
    expect(await desk.refund(merchantUid)).toBe('NOTHING_LEFT')
    expect(await desk.givenBack(impUid)).toBe(20_000)
  })

  it('결제사에 닿지 않은 환불은 다섯 분 뒤 풀려 다시 요청할 수 있다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    cutRequests()
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNKNOWN')
    await desk.queries.query(`UPDATE shop_refund SET at = at - interval '2 minutes'`)
    await recheckRefunds(desk.queries, desk.settlement)
    expect(await desk.rows(merchantUid)).toHaveLength(1)
    await recheckLater()
    expect(await desk.rows(merchantUid)).toEqual([])

    mendLine()
    expect(await desk.refund(merchantUid)).toBe('refunded')
    expect(await desk.givenBack(impUid)).toBe(20_000)
    expect(await desk.rows(merchantUid)).toEqual(['done 20000 celadon-bowl'])
  })

  it('콘솔에서 한 다른 환불은, 닿지 않은 환불을 붙들지도 했던 것으로 만들지도 않는다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    await desk.settlement.deliver(merchantUid)
    cutRequests()
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNKNOWN')
    mendLine()
    await desk.settlement.options.client.cancelPayment({ impUid, amount: 23_000 })
    await recheckLater()
    expect(await desk.rows(merchantUid)).toEqual(['done 23000'])
    expect(await desk.refund(merchantUid)).toBe('refunded')
    expect(await desk.givenBack(impUid)).toBe(43_000)
  })

  it('결제사가 환불을 합계로만 말해도, 그 안에 든 환불의 상품은 다시 풀리지 않는다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    await desk.settlement.deliver(merchantUid)
    cutAnswers()
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNKNOWN')
    mendLine()
    await desk.settlement.options.client.cancelPayment({ impUid, amount: 1_000 })
    desk.shop.line.rewrite = (payment) => ({ ...payment, cancel_history: [] })
    await recheckLater()
    expect(await desk.rows(merchantUid)).toEqual(['done 21000 celadon-bowl'])
    expect(await desk.refund(merchantUid)).toBe('NOTHING_LEFT')
    expect(await desk.givenBack(impUid)).toBe(21_000)
  })

  it('콘솔의 환불을 아직 적지 못했으면 어느 상품의 환불인지 몰라 기다리게 한다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    const clear = await blockEvents(merchantUid)
    await desk.settlement.options.client.cancelPayment({ impUid, amount: 20_000 })
    await desk.settlement.settle({ merchantUid })
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNBOOKED')
    expect(await desk.rows(merchantUid)).toEqual([])
    expect(await desk.givenBack(impUid)).toBe(20_000)
    await clear()
    expect(await desk.refund(merchantUid)).toBe('refunded')
  })

  it.each([
    ['합계로만 말한 1,000원', 1_000, []],
    ['1원', 1, undefined],
  ])('콘솔의 환불(%s)을 아직 보내지 않은 환불로 여기지 않는다', async (_, amount, cancel_history) => {
    const { merchantUid, impUid } = await desk.buy()
    await desk.settlement.deliver(merchantUid)
    await desk.settlement.options.client.cancelPayment({ impUid, amount })
    if (cancel_history) desk.shop.line.rewrite = (payment) => ({ ...payment, cancel_history })
    // Told, and not yet written down when the buyer presses.
    await desk.settlement.settle({ merchantUid })
    expect(await desk.refund(merchantUid)).toBe('refunded')
    desk.shop.line.rewrite = undefined
    expect(await desk.rows(merchantUid)).toEqual(['done 20000 celadon-bowl', `done ${amount}`])
    expect(await desk.givenBack(impUid)).toBe(20_000 + amount)
  })

  it('보내기 전에 서버가 꺼진 환불은 1분 뒤 풀려 다시 요청할 수 있다', async () => {
    const { merchantUid } = await desk.buy()
    await openRefund(desk.queries, merchantUid, { 'celadon-bowl': 1 }, 'customer')
    expect(await desk.refund(merchantUid)).toBe('REFUND_RUNNING')
    await desk.queries.query(`UPDATE shop_refund SET at = at - interval '2 minutes'`)
    await recheckRefunds(desk.queries, desk.settlement)
    expect(await desk.refund(merchantUid)).toBe('refunded')
  })

  it('원 아닌 돈의 소수 금액도 맞지 않는 돈으로 적힌다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    await desk.settlement.deliver(merchantUid)
    const second = desk.shop.pay({ ...(await desk.shop.find(merchantUid)), merchantUid: `${merchantUid}-b` })
    desk.shop.line.rewrite = (payment) =>
      payment.imp_uid === second
        ? { ...payment, merchant_uid: merchantUid, amount: 10.5, currency: 'USD' }
        : payment
    await desk.settlement.settle({ impUid: second })
    expect(await desk.settlement.deliver(merchantUid)).toBe(1)
    const misfits = await desk.queries.query(
      'SELECT merchant_uid, flag, amount::float8 AS amount, currency FROM shop_misfit',
    )
    expect(misfits).toEqual([
      { merchant_uid: merchantUid, flag: 'currency-differs', amount: 10.5, currency: 'USD' },
    ])
    expect(await desk.givenBack(impUid)).toBe(0)
  })

  it('보내기 직전에 풀린 환불은 보내지 않는다', async () => {
    const { merchantUid, impUid } = await desk.buy()
    // A server that slept between asking and sending: meanwhile its row was let go of.
    const { orders } = desk.settlement.options
    const find = orders.find.bind(orders)
    vi.spyOn(orders, 'find').mockImplementation(async (number) => {
      await desk.queries.query('DELETE FROM shop_refund')
      return find(number)
    })
    expect(await desk.refund(merchantUid)).toBe('REFUND_UNSENT')
    expect(desk.shop.asked).not.toContain('POST /payments/cancel')
    expect(await desk.givenBack(impUid)).toBe(0)
  })

  it('알아볼 수 없는 환불 하나가 다른 환불을 붙들지 않고, 알아볼 수 없다고 남긴다', async () => {
    const poisoned = await desk.buy()
    const fine = await desk.buy()
    for (const { merchantUid } of [poisoned, fine]) await desk.settlement.deliver(merchantUid)
    cutRequests()
    for (const { merchantUid } of [poisoned, fine])
      expect(await desk.refund(merchantUid)).toBe('REFUND_UNKNOWN')
    desk.shop.line.before = (request) =>
      request.url.includes(poisoned.merchantUid) ? Response.json({ code: 0, response: 7 }) : undefined
    await recheckLater()
    expect(await desk.rows(fine.merchantUid)).toEqual([])
    expect(await desk.rows(poisoned.merchantUid)).toEqual(['asked 20000 celadon-bowl'])
    expect(console.error).toHaveBeenCalledWith(
      expect.stringContaining(poisoned.merchantUid),
      expect.objectContaining({ name: 'PortOneError' }),
    )
  })

  it('알아볼 수 없는 결제 하나가 돌려준 다른 결제의 확인을 붙들지 않는다', async () => {
    const [lost, returned] = [await desk.buy(), await desk.buy()]
    await desk.settlement.options.client.cancelPayment({ impUid: returned.impUid })
    for (const { merchantUid, impUid } of [lost, returned]) {
      await desk.queries.query(
        `INSERT INTO shop_misfit (imp_uid, merchant_uid, flag, amount, currency)
         VALUES ($1, $2, 'second-payment', 43000, 'KRW')`,
        [impUid, merchantUid],
      )
    }
    desk.shop.line.before = (request) =>
      request.url.includes(lost.impUid) ? new Response('', { status: 500 }) : undefined
    // In either order.
    for (let look = 0; look < 8; look++) await recheckMisfits(desk.queries, desk.settlement.options.client)
    const left = await desk.queries.query('SELECT imp_uid FROM shop_misfit WHERE returned_at IS NULL')
    expect(left).toEqual([{ imp_uid: lost.impUid }])
  })

  it('환불한 때는 데이터베이스의 시계가 아니라 결제사의 시계를 따른다', async () => {
    const { merchantUid } = await desk.buy()
    desk.shop.advance(31 * 24 * 60 * 60_000)
    expect(await desk.refund(merchantUid)).toBe('refunded')
    const [row] = await desk.queries.query<{ days: number }>(
      `SELECT extract(epoch FROM at - now())::float8 / 86400 AS days FROM shop_refund WHERE merchant_uid = $1`,
      [merchantUid],
    )
    expect(Math.round(row?.days ?? 0)).toBe(31)
  })
})
