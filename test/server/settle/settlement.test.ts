import { beforeEach, describe, expect, it } from 'vitest'
import { openOrderStore } from '../orderStores.js'
import { type Counter, DAY, openSettlement, SOON } from './openSettlement.js'

describe.each(['memory', 'PostgreSQL'] as const)('정산: %s', (name) => {
  let shop: Counter
  const openShop = async (changes?: Parameters<typeof openSettlement>[1]): Promise<Counter> => {
    shop = openSettlement((await openOrderStore(name)).orders, changes)
    return shop
  }
  beforeEach(() => openShop())

  describe('결제와 입금', () => {
    it('a card payment pays the order, told once however often it is settled', async () => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      const first = await shop.settlement.settle({ impUid })
      expect(first).toMatchObject({
        result: 'settled',
        changed: true,
        order: { status: 'paid', impUid, amount: 59_000, record: { impUid, status: 'paid' } },
        payment: { impUid, amount: 59_000 },
      })
      expect(shop.asked).toEqual([`GET /payments/${impUid}`])
      const { merchantUid } = order
      for (const target of [{ impUid }, { merchantUid }, { impUid }]) {
        expect(await shop.settlement.settle(target)).toMatchObject({ result: 'settled', changed: false })
      }
      expect(shop.heard).toEqual([])
      expect(await shop.settlement.deliver()).toBe(1)
      expect(await shop.settlement.deliver()).toBe(0)
      expect(shop.heard).toEqual([`paid ${merchantUid}`])
    })

    it('what it does not know it says', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      const { settle } = shop.settlement
      expect(await settle({ merchantUid })).toMatchObject({
        result: 'no-payment',
        order: { status: 'pending' },
      })
      expect(await settle({ merchantUid: 'nobody' })).toEqual({ result: 'no-order' })
      expect(await settle({ impUid: 'imp_999999999999' })).toEqual({ result: 'unknown-payment' })
      const stray = shop.pay({ ...order, merchantUid: 'of-another-shop' })
      expect(await settle({ impUid: stray })).toEqual({ result: 'no-order' })
    })

    it('a window that is open decides nothing; a declined one fails; the next attempt pays', async () => {
      const order = await shop.order()
      const first = shop.open(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'pending', version: 1 })
      shop.sandbox.gateway.giveUp(first)
      expect(await shop.settled(order)).toMatchObject({ status: 'failed', failReason: /취소/ })
      const impUid = shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'paid', impUid, failReason: null })
      expect(shop.heard.map((line) => line.split(' ')[0])).toEqual(['failed', 'paid'])
    })

    it('an account is issued, waits, and is paid into', async () => {
      const order = await shop.order()
      const impUid = shop.issue(order)
      const waiting = await shop.settled(order)
      expect(waiting).toMatchObject({ status: 'awaiting-deposit', impUid, checkAt: expect.any(Date) })
      expect(shop.sandbox.gateway.deposit(impUid)).toEqual({ accepted: true })
      expect(await shop.settled(order)).toMatchObject({ status: 'paid', impUid })
      expect(shop.heard).toEqual([`awaiting ${order.merchantUid}`, `paid ${order.merchantUid}`])
    })

    it('a deposit that the bank takes back waits again, and pays again', async () => {
      const order = await shop.order()
      const impUid = shop.issue(order)
      shop.sandbox.gateway.deposit(impUid)
      await shop.settled(order)
      shop.line.rewrite = (payment) => ({ ...payment, status: 'ready', paid_at: 0 })
      expect(await shop.settled(order)).toMatchObject({ status: 'awaiting-deposit', depositRound: 1 })
      shop.line.rewrite = undefined
      expect(await shop.settled(order)).toMatchObject({ status: 'paid', depositRound: 1 })
      const { merchantUid } = order
      expect(shop.heard).toEqual([
        `paid ${merchantUid}`,
        `rolled back ${merchantUid}`,
        `paid again ${merchantUid}`,
      ])
    })

    it.each(['order number', 'payment number', 'payment number and order number'])(
      'an answer from before the deposit is not taken for a deposit taken back: by %s',
      async (by) => {
        const order = await shop.order()
        const impUid = shop.issue(order)
        await shop.settled(order)
        let held: Promise<void> | null = null
        // A lookup that answers `ready`, while the deposit arrives and another server books it.
        shop.line.after = async () => {
          shop.line.after = undefined
          held = (async () => {
            shop.sandbox.gateway.deposit(impUid)
            await shop.settlement.settle({ impUid })
          })()
          await held
        }
        const stale: { current?: Record<string, unknown> } = {}
        shop.line.rewrite = (payment) => {
          if (stale.current) return payment
          stale.current = payment
          return { ...payment, status: 'ready', paid_at: 0 }
        }
        const { merchantUid } = order
        await shop.settlement.settle(
          by === 'order number'
            ? { merchantUid }
            : by === 'payment number'
              ? { impUid }
              : { impUid, merchantUid },
        )
        expect(held).not.toBeNull()
        await shop.settlement.deliver()
        expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'paid', depositRound: 0 })
        expect(shop.heard).toEqual([`awaiting ${order.merchantUid}`, `paid ${order.merchantUid}`])
      },
    )

    it('who says which order a payment belongs to has the gateway asked once; who is wrong about it settles the right one', async () => {
      const [mine, theirs] = [await shop.order(), await shop.order()]
      const impUid = shop.pay(mine)
      await shop.settled(mine)
      shop.sandbox.gateway.cancel(impUid, { amount: 9_000 })
      shop.asked.length = 0
      const { merchantUid } = mine
      expect(await shop.settlement.settle({ impUid, merchantUid })).toMatchObject({
        result: 'settled',
        changed: true,
        order: { merchantUid, status: 'partly-refunded' },
      })
      expect(shop.asked).toEqual([`GET /payments/${impUid}`])
      for (const wrong of [theirs.merchantUid, 'nobody’s']) {
        shop.sandbox.gateway.cancel(impUid, { amount: 1_000 })
        expect(await shop.settlement.settle({ impUid, merchantUid: wrong })).toMatchObject({
          changed: true,
          order: { merchantUid },
        })
      }
      expect(await shop.find(theirs.merchantUid)).toEqual(theirs)
      expect(await shop.settlement.settle({ impUid: 'imp_999999999999', merchantUid })).toEqual({
        result: 'unknown-payment',
      })
    })

    it('the gateway down: nothing moves; up again: it does', async () => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      shop.sandbox.faults.set('confirm-down')
      for (const target of [{ impUid }, { merchantUid: order.merchantUid }]) {
        await expect(shop.settlement.settle(target)).rejects.toMatchObject({ code: 'GATEWAY_ERROR' })
      }
      expect(await shop.find(order.merchantUid)).toEqual(order)
      shop.sandbox.faults.clear()
      expect(await shop.settled(order)).toMatchObject({ status: 'paid' })
    })

    it('registering a card under the number of an order pays nothing, whatever amount the record says', async () => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      shop.line.rewrite = (payment) => ({
        ...payment,
        customer_uid: 'member-7_1',
        customer_uid_usage: 'issue',
      })
      expect(await shop.settlement.settle({ impUid })).toEqual({ result: 'unknown-payment' })
      expect(await shop.settled(order)).toMatchObject({ status: 'pending', record: null })
      expect(shop.heard).toEqual([])
    })

    it('a payment through a test channel pays nothing in a real shop', async () => {
      await openShop({ testPayments: 'refuse' })
      const order = await shop.order()
      const impUid = shop.pay(order)
      expect(await shop.settlement.settle({ impUid })).toEqual({ result: 'unknown-payment' })
      expect(await shop.settled(order)).toMatchObject({ status: 'pending' })
      expect(shop.errors[0]).toContain('no money moved')
      shop.line.rewrite = (payment) => ({ ...payment, sandbox: false })
      expect(await shop.settled(order)).toMatchObject({ status: 'paid' })
    })
  })

  describe('맞지 않는 돈', () => {
    it('another amount is flagged, never fulfilled, and kept for a person', async () => {
      const order = await shop.order()
      shop.sandbox.faults.set('amount-tampered')
      const impUid = shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({
        status: 'pending',
        impUid: null,
        flag: 'amount-differs',
      })
      await shop.settled(order)
      expect(shop.heard).toEqual([`amount-differs ${order.merchantUid}`])
      expect(shop.asked).not.toContain('POST /payments/cancel')
      // Not abandoned while we hold somebody's money.
      shop.advance(4 * DAY)
      await shop.settlement.sweep()
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'pending', flag: 'amount-differs' })
      await shop.settlement.options.client.cancelPayment({ impUid })
      shop.advance(DAY)
      await shop.settlement.sweep()
      expect(await shop.find(order.merchantUid)).toMatchObject({
        status: 'failed',
        failReason: 'abandoned',
        flag: 'amount-differs',
        record: { status: 'cancelled', cancelAmount: 100 },
      })
    })

    it('by policy it is given back at once, and the handler hears it afterwards', async () => {
      const kept: number[] = []
      await openShop({
        mismatch: 'refund',
        onFlagged: async (_, __, { event }) => {
          const payment = await shop.settlement.options.client.getPayment(event.impUid ?? '')
          kept.push(payment.amount - payment.cancelAmount)
        },
      })
      const order = await shop.order()
      shop.sandbox.faults.set('amount-tampered')
      shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'pending', flag: 'amount-differs' })
      expect(kept).toEqual([0])
      expect(shop.errors).toEqual([])
    })

    it.each(['its answer is lost', 'it is refused at first'])(
      'the refund by policy when %s',
      async (mishap) => {
        await openShop({ mismatch: 'refund' })
        const order = await shop.order()
        shop.sandbox.faults.set('amount-tampered')
        const impUid = shop.pay(order)
        const isCancel = ({ url }: Request) => url.endsWith('/payments/cancel')
        if (mishap === 'its answer is lost') {
          shop.line.after = (request) => {
            if (isCancel(request)) throw new TypeError('connection reset')
          }
        } else {
          let first = true
          shop.line.before = (request) => {
            if (!isCancel(request) || !first) return undefined
            first = false
            return Response.json({ code: 1, message: '잠시 후 다시 시도해 주세요.', response: null })
          }
        }
        await shop.settled(order)
        if (mishap !== 'its answer is lost') {
          expect(shop.heard).toEqual([])
          expect(shop.errors).toHaveLength(1)
          shop.advance(1500)
          await shop.settlement.deliver()
        }
        expect(shop.heard).toEqual([`amount-differs ${order.merchantUid}`])
        const payment = await shop.settlement.options.client.getPayment(impUid)
        expect(payment).toMatchObject({ cancelAmount: payment.amount, cancelHistory: [{ amount: 100 }] })
      },
    )

    it('a refund by policy that is refused again and again holds nothing else up', async () => {
      const told: string[] = []
      await openShop({
        mismatch: 'refund',
        onFlagged: (_, { flag }, { refund }) => void told.push(`${flag}: ${refund}`),
        onPaid: () => void told.push('paid'),
      })
      const order = await shop.order()
      const account = shop.issue(order)
      await shop.settled(order)
      const misfit = shop.pay({ ...order, amount: 1000, merchantUid: `${order.merchantUid}-b` })
      shop.line.rewrite = (payment) => ({ ...payment, merchant_uid: order.merchantUid })
      shop.line.before = ({ url }) =>
        url.endsWith('/payments/cancel')
          ? Response.json({ code: 1, message: '취소할 수 없는 거래입니다.', response: null })
          : undefined
      await shop.settlement.settle({ impUid: misfit })
      await shop.settlement.deliver()
      expect(told).toEqual([])
      shop.sandbox.gateway.deposit(account)
      await shop.settlement.settle({ impUid: account })
      for (let minute = 0; minute < 10; minute++) {
        shop.advance(SOON)
        await shop.settlement.deliver()
      }
      expect(told).toEqual(['amount-differs: failed', 'paid'])
      expect(shop.errors.filter((error) => error.startsWith('refund of payment'))).toHaveLength(1)
      expect(shop.asked.filter((call) => call === 'POST /payments/cancel')).toHaveLength(8)
    })

    it('a second payment that the order rests on by now is not given back', async () => {
      await openShop({ mismatch: 'refund' })
      const order = await shop.order()
      const account = shop.issue(order)
      shop.sandbox.gateway.deposit(account)
      await shop.settled(order)
      const card = shop.pay({ ...order, merchantUid: `${order.merchantUid}-b` })
      shop.line.rewrite = (payment) => ({ ...payment, merchant_uid: order.merchantUid })
      await shop.settlement.settle({ impUid: card })
      // Before anybody could give it back, the bank takes the deposit back, and the card pays for the order.
      shop.sandbox.gateway.rollBackDeposit(account)
      await shop.settlement.settle({ impUid: account })
      await shop.settlement.settle({ impUid: card })
      await shop.settlement.deliver()
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'paid', impUid: card })
      expect(shop.asked).not.toContain('POST /payments/cancel')
      expect(shop.heard.slice(1)).toEqual([
        `rolled back ${order.merchantUid}`,
        `paid again ${order.merchantUid}`,
      ])
    })

    it.each(['just before', 'while'])(
      'a second payment that the order comes to rest on %s it is given back: not paid with nothing held',
      async (when) => {
        await openShop({ mismatch: 'refund' })
        const order = await shop.order()
        const account = shop.issue(order)
        shop.sandbox.gateway.deposit(account)
        await shop.settled(order)
        const card = shop.pay({ ...order, merchantUid: `${order.merchantUid}-b` })
        shop.line.rewrite = (payment) => ({ ...payment, merchant_uid: order.merchantUid })
        await shop.settlement.settle({ impUid: card })
        // Another server hears that the bank took the deposit back, and that the card pays for the order then.
        let taken = false
        shop.line.before = async ({ method, url }) => {
          const now = when === 'while' ? url.endsWith('/cancel') : method === 'GET' && url.includes(card)
          if (taken || !now) return undefined
          taken = true
          shop.sandbox.gateway.rollBackDeposit(account)
          await shop.settlement.settle({ impUid: account })
          await shop.settlement.settle({ impUid: card })
          return undefined
        }
        await shop.settlement.deliver()
        await shop.settlement.deliver()
        const { merchantUid } = order
        const { cancelAmount } = await shop.settlement.options.client.getPayment(card)
        const restsOnIt = [`rolled back ${merchantUid}`, `paid again ${merchantUid}`]
        if (when === 'while') {
          expect(cancelAmount).toBe(59_000)
          expect(await shop.find(merchantUid)).toMatchObject({ status: 'refunded', cancelAmount: 59_000 })
          const end = [`second-payment ${merchantUid}`, ...restsOnIt, `refunded ${merchantUid} 59000`]
          expect(shop.heard.slice(1)).toEqual(end)
        } else {
          expect(cancelAmount).toBe(0)
          expect(await shop.find(merchantUid)).toMatchObject({ status: 'paid', impUid: card })
          expect(shop.heard.slice(1)).toEqual(restsOnIt)
        }
        expect(shop.errors).toEqual([])
      },
    )

    it('a server that dies once a second payment is given back: the sweep looks a minute later', async () => {
      await openShop({ mismatch: 'refund' })
      const order = await shop.order()
      shop.pay(order)
      await shop.settled(order)
      const second = shop.pay({ ...order, merchantUid: `${order.merchantUid}-b` })
      shop.line.rewrite = (payment) => ({ ...payment, merchant_uid: order.merchantUid })
      await shop.settlement.settle({ impUid: second })
      let announced: Date | null = null
      shop.line.before = async ({ url }) => {
        if (url.endsWith('/cancel')) announced = (await shop.find(order.merchantUid)).checkAt
        return undefined
      }
      await shop.settlement.deliver()
      expect(Number(announced)).toBeLessThanOrEqual(shop.sandbox.clock.now() + SOON)
      expect(announced).not.toBeNull()
    })

    it('an account with another amount is flagged and never refunded by itself', async () => {
      await openShop({ mismatch: 'refund' })
      const order = await shop.order()
      const impUid = shop.issue({ ...order, amount: 100 })
      expect(await shop.settled(order)).toMatchObject({ status: 'pending', flag: 'amount-differs' })
      shop.sandbox.gateway.deposit(impUid)
      expect(await shop.settled(order)).toMatchObject({ status: 'pending', flag: 'amount-differs' })
      expect(shop.heard).toEqual([
        `amount-differs ${order.merchantUid}`,
        `amount-differs ${order.merchantUid}`,
      ])
      expect(shop.asked).not.toContain('POST /payments/cancel')
      expect(shop.errors).toEqual([])
    })

    it('a second payment is given back, and the first one stays', async () => {
      await openShop({ mismatch: 'refund' })
      const order = await shop.order()
      const first = shop.pay(order)
      await shop.settled(order)
      // The gateway approves no second one; two windows at the same moment might.
      const second = shop.pay({ ...order, merchantUid: `${order.merchantUid}-b` })
      shop.line.rewrite = (payment) => ({ ...payment, merchant_uid: order.merchantUid })
      await shop.settlement.settle({ impUid: second })
      await shop.settlement.deliver()
      expect(await shop.find(order.merchantUid)).toMatchObject({
        status: 'paid',
        impUid: first,
        flag: 'second-payment',
        cancelAmount: 0,
      })
      expect(shop.heard).toEqual([`paid ${order.merchantUid}`, `second-payment ${order.merchantUid}`])
      const { getPayment } = shop.settlement.options.client
      expect((await getPayment(second)).cancelAmount).toBe(59_000)
      expect((await getPayment(first)).cancelAmount).toBe(0)
    })
  })

  describe('환불', () => {
    const reason = '단순 변심'

    it('in part, in part, and the rest; then nothing is left', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      shop.pay(order)
      await shop.settled(order)
      const { refund } = shop.settlement
      expect(await refund({ merchantUid, amount: 9000, reason })).toMatchObject({
        status: 'partly-refunded',
        cancelAmount: 9000,
      })
      await expect(refund({ merchantUid, amount: 50_001, reason })).rejects.toMatchObject({
        code: 'REFUND_TOO_LARGE',
      })
      await refund({ merchantUid, amount: 10_000, reason })
      expect(await refund({ merchantUid, reason })).toMatchObject({
        status: 'refunded',
        cancelAmount: 59_000,
      })
      await expect(refund({ merchantUid, reason })).rejects.toMatchObject({
        code: 'NOT_REFUNDABLE',
        status: 409,
      })
      await expect(refund({ merchantUid: 'nobody', reason })).rejects.toMatchObject({ code: 'NO_ORDER' })
      await shop.settled(order)
      expect(shop.heard).toEqual([
        `paid ${merchantUid}`,
        ...[9000, 10_000, 40_000].map((amount) => `refunded ${merchantUid} ${amount}`),
      ])
    })

    it('pressed again and again, at once and afterwards, it is given once', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      const impUid = shop.pay(order)
      await shop.settled(order)
      const request = { merchantUid, amount: 9000, reason, checksum: 59_000 }
      const results = await Promise.allSettled([1, 2, 3].map(() => shop.settlement.refund(request)))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      await expect(shop.settlement.refund(request)).rejects.toMatchObject({
        code: 'ORDER_CHANGED',
        status: 409,
      })
      expect((await shop.settlement.options.client.getPayment(impUid)).cancelAmount).toBe(9000)
      await shop.settled(order)
      expect(await shop.find(merchantUid)).toMatchObject({ status: 'partly-refunded', cancelAmount: 9000 })
      expect(shop.heard).toEqual([`paid ${merchantUid}`, `refunded ${merchantUid} 9000`])
    })

    it('two at the same moment, without saying what was left: the gateway refuses one', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      const impUid = shop.pay(order)
      await shop.settled(order)
      // Both have read the order before the gateway hears of either.
      let waiting = 0
      let go = () => {}
      const both = new Promise<void>((resolve) => {
        go = resolve
      })
      const { find } = shop.settlement.options.orders
      shop.settlement.options.orders.find = async (number) => {
        const found = await find(number)
        waiting += 1
        if (waiting === 2) go()
        await both
        return found
      }
      const request = { merchantUid, amount: 9000, reason }
      const results = await Promise.allSettled([1, 2].map(() => shop.settlement.refund(request)))
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await shop.settlement.options.client.getPayment(impUid)).cancelAmount).toBe(9000)
    })

    it('its answer lost, it is looked up and booked', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      shop.pay(order)
      await shop.settled(order)
      shop.line.after = ({ url }) => {
        if (url.endsWith('/cancel')) throw new TypeError('connection reset')
      }
      expect(await shop.settlement.refund({ merchantUid, amount: 9000, reason })).toMatchObject({
        status: 'partly-refunded',
        cancelAmount: 9000,
      })
    })

    it('lost with its answer and the lookup: unknown, and the sweep finds out', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      shop.pay(order)
      await shop.settled(order)
      shop.line.after = ({ url }) => {
        if (url.endsWith('/cancel')) shop.sandbox.faults.set('confirm-down')
        throw new TypeError('connection reset')
      }
      await expect(shop.settlement.refund({ merchantUid, amount: 9000, reason })).rejects.toMatchObject({
        code: 'UNKNOWN_RESULT',
      })
      expect(await shop.find(merchantUid)).toMatchObject({ status: 'paid', cancelAmount: 0 })
      shop.line.after = undefined
      shop.sandbox.faults.clear()
      shop.advance(SOON)
      expect(await shop.settlement.sweep()).toMatchObject({ asked: 1, moved: 1, delivered: 1 })
      expect(await shop.find(merchantUid)).toMatchObject({ status: 'partly-refunded', cancelAmount: 9000 })
    })

    /** A paid order. While the gateway gives it back it moves, and then the gateway is gone. */
    const paidAndMovingMeanwhile = async (): Promise<string> => {
      const order = await shop.order()
      const { merchantUid } = order
      shop.pay(order)
      await shop.settled(order)
      shop.line.after = async ({ url }) => {
        if (!url.endsWith('/cancel')) return
        const present = await shop.find(merchantUid)
        await shop.settlement.options.orders.advance(present, { flag: 'second-payment' }, [], new Date())
        shop.sandbox.faults.set('confirm-down')
      }
      return merchantUid
    }

    it('carried out but not written down, it is not called a failure', async () => {
      const merchantUid = await paidAndMovingMeanwhile()
      expect(await shop.settlement.refund({ merchantUid, reason })).toMatchObject({ status: 'refunded' })
      expect(shop.errors[0]).toContain('which went through')
    })

    it.each([
      [
        'throws',
        () => {
          throw new Error('log server down')
        },
      ],
      ['rejects', () => Promise.reject(new Error('log server down'))],
    ])('a reporter that %s changes nothing about a refund, an event or a sweep', async (_, onError) => {
      let open = false
      await openShop({
        onError,
        onPaid: () => {
          if (!open) throw new Error('창고가 쉬는 날')
          shop.heard.push('packed')
        },
      })
      const merchantUid = await paidAndMovingMeanwhile()
      expect(await shop.settlement.refund({ merchantUid, reason })).toMatchObject({ status: 'refunded' })
      open = true
      shop.advance(SOON)
      expect(await shop.settlement.sweep()).toMatchObject({ asked: 1, unanswered: 1, delivered: 1 })
      expect(shop.heard).toEqual(['packed'])
    })

    it('what was refunded in the console is found when ours is refused', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      const impUid = shop.pay(order)
      await shop.settled(order)
      await shop.settlement.options.client.cancelPayment({ impUid, amount: 20_000 })
      await expect(shop.settlement.refund({ merchantUid, amount: 9000, reason })).rejects.toMatchObject({
        code: 'REFUSED',
      })
      expect(await shop.find(merchantUid)).toMatchObject({ status: 'partly-refunded', cancelAmount: 20_000 })
      expect(await shop.settlement.refund({ merchantUid, reason })).toMatchObject({ status: 'refunded' })
    })

    it('a deposit goes back to an account, and nothing is sent without one', async () => {
      const order = await shop.order()
      const { merchantUid } = order
      shop.sandbox.gateway.deposit(shop.issue(order))
      await shop.settled(order)
      await expect(shop.settlement.refund({ merchantUid, reason })).rejects.toMatchObject({
        code: 'REFUND_ACCOUNT_REQUIRED',
      })
      expect(shop.asked).not.toContain('POST /payments/cancel')
      const refundAccount = { holder: '홍길동', bank: '088', account: '110123456789' }
      expect(await shop.settlement.refund({ merchantUid, reason, refundAccount })).toMatchObject({
        status: 'refunded',
      })
    })

    it('the tax-free part goes back with the whole', async () => {
      const order = await shop.order({ taxFree: 9000 })
      const bodies: unknown[] = []
      shop.line.before = async (request) => {
        if (request.url.endsWith('/cancel')) bodies.push(await request.json())
        return undefined
      }
      shop.pay(order, { tax_free: 9000 })
      await shop.settled(order)
      await shop.settlement.refund({ merchantUid: order.merchantUid, reason, requester: 'customer' })
      expect(bodies).toEqual([
        {
          imp_uid: expect.any(String),
          checksum: 59_000,
          tax_free: 9000,
          reason,
          extra: { requester: 'customer' },
        },
      ])
    })
  })

  describe('순찰', () => {
    it('finds the payment nobody told us about', async () => {
      const order = await shop.order()
      shop.pay(order)
      expect(await shop.settlement.sweep()).toEqual({ asked: 0, moved: 0, unanswered: 0, delivered: 0 })
      shop.advance(SOON)
      expect(await shop.settlement.sweep()).toEqual({ asked: 1, moved: 1, unanswered: 0, delivered: 1 })
      expect(shop.heard).toEqual([`paid ${order.merchantUid}`])
      shop.advance(DAY)
      expect(await shop.settlement.sweep()).toMatchObject({ asked: 1, moved: 0 })
    })

    /** Sweeps whenever something is due, for so many days; answers after how many hours it asked. */
    const sweepFor = async (days: number): Promise<number[]> => {
      const { clock } = shop.sandbox
      const start = clock.now()
      const askedAfter: number[] = []
      for (let looks = 0; looks < 500; looks++) {
        const [next] = await shop.settlement.options.orders.due(new Date(start + days * DAY), 1)
        if (!next?.checkAt) break
        const wait = next.checkAt.getTime() - clock.now()
        if (wait > 0) shop.advance(wait)
        const { asked } = await shop.settlement.sweep()
        if (asked) askedAfter.push(Math.round((clock.now() - start) / (60 * SOON)))
      }
      const rest = start + days * DAY - clock.now()
      if (rest > 0) shop.advance(rest)
      return askedAfter
    }

    it('asks about a paid order for as long as it can be refunded: 43 times in 180 days', async () => {
      const order = await shop.order()
      shop.pay(order)
      await shop.settled(order)
      const asked = await sweepFor(400)
      expect(asked.slice(0, 8)).toEqual([1, 3, 7, 15, 31, 55, 79, 103])
      const gaps = asked.slice(1).map((hours, index) => hours - (asked[index] ?? 0))
      expect(Math.max(...gaps)).toBe(7 * 24)
      expect(asked.at(-1)).toBeGreaterThan(180 * 24)
      expect(asked).toHaveLength(43)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'paid', checkAt: null })
    })

    it.each([
      [5, 1],
      [100, 7],
    ])('a refund in the console on day %i is found within %i days', async (day, within) => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      await shop.settled(order)
      await sweepFor(day)
      shop.sandbox.gateway.cancel(impUid)
      await sweepFor(within)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'refunded', cancelAmount: 59_000 })
      expect(shop.heard).toEqual([`paid ${order.merchantUid}`, `refunded ${order.merchantUid} 59000`])
    })

    it.each([10, 250])(
      'our own refund on day %i, lost, and carried out an hour after we first looked, is found',
      async (day) => {
        const order = await shop.order()
        const impUid = shop.pay(order)
        await shop.settled(order)
        await sweepFor(day)
        shop.line.before = ({ url }) => {
          if (url.endsWith('/cancel')) throw new TypeError('connection reset')
          return undefined
        }
        const refund = shop.settlement.refund({ merchantUid: order.merchantUid, reason: '단순 변심' })
        await expect(refund).rejects.toMatchObject({ code: 'UNKNOWN_RESULT' })
        shop.line.before = undefined
        await sweepFor(1 / 24)
        shop.sandbox.gateway.cancel(impUid)
        await sweepFor(2 / 24)
        expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'refunded' })
      },
    )

    it('a shop that wants to be asked less says for how long', async () => {
      await openShop({ watchFor: 14 * DAY })
      const order = await shop.order()
      shop.pay(order)
      await shop.settled(order)
      expect(await sweepFor(400)).toHaveLength(18)
      expect(() => openSettlement(shop.settlement.options.orders, { watchFor: Number.NaN })).toThrow(
        /watchFor/,
      )
    })

    it('a receipt whose address is signed anew each time is no news', async () => {
      const order = await shop.order()
      shop.pay(order)
      let looks = 0
      shop.line.rewrite = (payment) => ({
        ...payment,
        receipt_url: `https://receipt.example/?sig=${++looks}`,
      })
      await shop.settled(order)
      expect(await sweepFor(20)).toHaveLength(18 + 1)
    })

    it('an order that reads differently each time is not asked about for ever', async () => {
      await openShop({ watchFor: 3 * DAY })
      const order = await shop.order()
      shop.pay(order)
      let looks = 0
      shop.line.rewrite = (payment) => ({ ...payment, name: `신발 ${++looks}` })
      await shop.settled(order)
      expect((await sweepFor(400)).at(-1)).toBeLessThan(6 * 24)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'paid', checkAt: null })
    })

    it('a paid order that cannot be read any more is asked about no oftener than before', async () => {
      const order = await shop.order()
      shop.pay(order)
      await shop.settled(order)
      shop.line.rewrite = (payment) => ({ ...payment, status: 'something-new' })
      expect((await sweepFor(14)).slice(0, 8)).toEqual([1, 3, 7, 15, 31, 55, 79, 103])
    })

    it('a refund found after weeks is followed by an early look: another may be on its way', async () => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      await shop.settled(order)
      await sweepFor(30)
      shop.sandbox.gateway.cancel(impUid, { amount: 1000 })
      const [found = 0, next = 0] = await sweepFor(10)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'partly-refunded' })
      expect(next - found).toBe(1)
    })

    it('a fresh deposit, which its bank may take back, is asked about at least four times a day', async () => {
      const order = await shop.order()
      shop.sandbox.gateway.deposit(shop.issue(order))
      await shop.settled(order)
      const asked = await sweepFor(3)
      const gaps = asked.slice(1).map((hours, index) => hours - (asked[index] ?? 0))
      expect(Math.max(...gaps)).toBeLessThanOrEqual(6)
    })

    it('an order that was given back in full is asked about for three more days only', async () => {
      const order = await shop.order()
      shop.pay(order)
      await shop.settled(order)
      await shop.settlement.refund({ merchantUid: order.merchantUid, reason: '단순 변심' })
      expect((await sweepFor(400)).at(-1)).toBeLessThan(6 * 24)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'refunded', checkAt: null })
    })

    it('an order that cannot be read is asked about as rarely as any other, and read when it can be', async () => {
      const order = await shop.order()
      shop.pay(order)
      shop.line.rewrite = (payment) => ({ ...payment, status: 'something-new' })
      expect((await sweepFor(2)).length).toBeLessThan(30)
      expect(shop.errors.length).toBeGreaterThan(0)
      shop.line.rewrite = undefined
      await sweepFor(1)
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'paid' })
    })

    it('an order that waits for money is not kept waiting by those that are only looked at, nor is any left over', async () => {
      const settled = await Promise.all(Array.from({ length: 120 }, () => shop.order()))
      for (const order of settled) shop.pay(order)
      await Promise.all(settled.map(({ merchantUid }) => shop.settlement.settle({ merchantUid })))
      shop.advance(DAY)
      const lost = await shop.order({ checkAt: new Date(shop.sandbox.clock.now()) })
      shop.pay(lost)
      shop.asked.length = 0
      expect(await shop.settlement.sweep()).toMatchObject({ asked: 121, moved: 1, unanswered: 0 })
      expect(shop.asked.findIndex((call) => call.includes(lost.merchantUid))).toBeLessThan(5)
      expect(await shop.settlement.sweep({ limit: 50 })).toMatchObject({ asked: 0 })
    })

    it('asks about no more orders than it is told to', async () => {
      for (let made = 0; made < 7; made++) await shop.order()
      shop.advance(SOON)
      expect(await shop.settlement.sweep({ limit: 5 })).toMatchObject({ asked: 5 })
      expect(await shop.settlement.sweep({ limit: 5 })).toMatchObject({ asked: 2 })
    })

    it('finds the refund in the console that nobody told us about', async () => {
      const order = await shop.order()
      const impUid = shop.pay(order)
      await shop.settled(order)
      shop.sandbox.gateway.cancel(impUid)
      shop.advance(DAY)
      await shop.settlement.sweep()
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'refunded', cancelAmount: 59_000 })
      expect(shop.heard).toEqual([`paid ${order.merchantUid}`, `refunded ${order.merchantUid} 59000`])
    })

    it('a name that no database keeps loses no payment', async () => {
      const order = await shop.order()
      shop.pay(order, { name: '신발\u0000 반쪽 \ud83d' })
      expect(await shop.settled(order)).toMatchObject({
        status: 'paid',
        record: { name: '신발\ufffd 반쪽 \ufffd' },
      })
    })

    it('asks more rarely as an order grows old, and calls it abandoned after three days', async () => {
      const order = await shop.order()
      shop.open(order)
      const gaps: number[] = []
      for (let steps = 0; steps < 60; steps++) {
        const { status, checkAt } = await shop.find(order.merchantUid)
        if (status === 'failed' || !checkAt) break
        const wait = checkAt.getTime() - shop.sandbox.clock.now()
        gaps.push(Math.round(wait / SOON))
        shop.advance(wait + 1)
        expect(await shop.settlement.sweep()).toMatchObject({ asked: 1 })
      }
      expect(gaps[0]).toBe(1)
      expect(gaps.slice(0, 8)).toEqual([...gaps.slice(0, 8)].sort((a, b) => a - b))
      expect(Math.max(...gaps)).toBe(360)
      expect(gaps.length).toBeGreaterThan(12)
      expect(gaps.length).toBeLessThan(40)
      expect(await shop.find(order.merchantUid)).toMatchObject({
        status: 'failed',
        failReason: 'abandoned',
        checkAt: null,
      })
      expect(shop.heard).toEqual([`failed (abandoned) ${order.merchantUid}`])
    })

    it('abandons nothing without asking, and a payment that comes after all pays', async () => {
      const order = await shop.order()
      shop.advance(4 * DAY)
      shop.sandbox.faults.set('confirm-down')
      expect(await shop.settlement.sweep()).toMatchObject({ asked: 1, unanswered: 1 })
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'pending' })
      shop.sandbox.faults.clear()
      shop.advance(SOON)
      await shop.settlement.sweep()
      expect(await shop.find(order.merchantUid)).toMatchObject({ status: 'failed', failReason: 'abandoned' })
      shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'paid', failReason: null })
      expect(shop.heard).toEqual([`failed (abandoned) ${order.merchantUid}`, `paid ${order.merchantUid}`])
    })

    it('a deposit in the last minute counts; a day after the deadline the order has expired', async () => {
      const [late, never] = [await shop.order(), await shop.order()]
      const impUid = shop.issue(late)
      shop.issue(never)
      await shop.settled(late)
      const { record } = await shop.settled(never)
      const deadline = (record?.virtualAccount?.dueAt ?? 0) * 1000
      shop.advance(deadline - shop.sandbox.clock.now() - 1000)
      expect(shop.sandbox.gateway.deposit(impUid)).toEqual({ accepted: true })
      shop.advance(DAY)
      await shop.settlement.sweep()
      expect(await shop.find(late.merchantUid)).toMatchObject({ status: 'paid' })
      expect(await shop.find(never.merchantUid)).toMatchObject({ status: 'awaiting-deposit' })
      shop.advance(DAY)
      await shop.settlement.sweep()
      expect(await shop.find(never.merchantUid)).toMatchObject({
        status: 'failed',
        failReason: 'expired',
        checkAt: null,
      })
      // The gateway goes on saying `ready`: it does not come back to life by itself.
      expect(await shop.settled(never)).toMatchObject({ status: 'failed' })
      shop.line.rewrite = (payment) => ({ ...payment, status: 'paid', paid_at: 1 })
      expect(await shop.settled(never)).toMatchObject({ status: 'paid' })
      expect(shop.heard).toContain(`failed (expired) ${never.merchantUid}`)
    })

    it('with the gateway down it stops early, and asks about all of them next time', async () => {
      const made = await Promise.all(Array.from({ length: 20 }, () => shop.order()))
      for (const order of made) shop.pay(order)
      shop.advance(SOON)
      shop.sandbox.faults.set('confirm-down')
      const swept = await shop.settlement.sweep()
      expect(swept).toMatchObject({ moved: 0 })
      expect(swept.asked).toBeLessThan(20)
      expect(swept.unanswered).toBe(swept.asked)
      shop.sandbox.faults.clear()
      shop.advance(SOON)
      expect(await shop.settlement.sweep()).toEqual({ asked: 20, moved: 20, unanswered: 0, delivered: 20 })
    })
  })

  describe('처리기', () => {
    it('one that throws is reported and told again', async () => {
      let broken = true
      await openShop({
        onPaid: () => {
          if (broken) throw new Error('창고가 쉬는 날')
          shop.heard.push('packed')
        },
      })
      const order = await shop.order()
      shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'paid' })
      expect(shop.errors).toEqual([`paid of order ${order.merchantUid}: Error: 창고가 쉬는 날`])
      broken = false
      expect(await shop.settlement.deliver()).toBe(0)
      shop.advance(1000)
      expect(await shop.settlement.deliver()).toBe(1)
      expect(shop.heard).toEqual(['packed'])
    })

    it('a shop without handlers loses nothing', async () => {
      await openShop({ onPaid: undefined })
      const order = await shop.order()
      shop.pay(order)
      expect(await shop.settled(order)).toMatchObject({ status: 'paid' })
      expect(shop.errors).toEqual([])
    })
  })
})
