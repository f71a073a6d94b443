import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckoutOrder } from '../../../src/server/orders/checkoutOrder.js'
import { checkOrder } from '../../../src/server/orders/memory/checkOrder.js'
import { checkOrderMove } from '../../../src/server/orders/memory/checkOrderMove.js'
import type { Payment } from '../../../src/server/rest/payments/payment.types.js'
import { foldPayments } from '../../../src/server/settle/foldPayments.js'
import { moved } from '../../../src/server/settle/orderMove.js'
import { orderState } from '../../../src/server/settle/orderState.js'
import { account, approved, declined, refunded, seconds, some, someOrder } from './somePayment.js'

/** Lets an order hear of payments one after the other; what is told twice is told once, as the outbox does. */
function hear(payments: readonly Payment[], start = someOrder(), now = seconds(3600)) {
  let order: CheckoutOrder = start
  const told = new Map<string, unknown>()
  for (const payment of payments) {
    const move = orderState(order, payment, now)
    if (!move) continue
    const after = moved(order, move)
    checkOrderMove(order, after)
    checkOrder(after)
    order = after
    for (const { key, happening } of move.events) if (!told.has(key)) told.set(key, happening)
  }
  return { order, told: [...told.keys()], happenings: [...told.values()] }
}

describe('결제 한 건이 주문에 뜻하는 것', () => {
  it('a fitting payment pays the order', () => {
    const { order, told } = hear([approved()])
    expect(order).toMatchObject({ status: 'paid', impUid: 'imp_1', flag: null, cancelAmount: 0 })
    expect(order.record).toMatchObject({ impUid: 'imp_1', status: 'paid', amount: 10_000 })
    expect(told).toEqual(['paid:0'])
  })

  it('an opened window says nothing, and nothing new is nothing', () => {
    expect(orderState(someOrder(), some(), seconds(0))).toBeNull()
    expect(orderState(someOrder(), some({ payMethod: 'vbank' }), seconds(0))).toBeNull()
    const { order } = hear([approved()])
    // Once through a database, which keeps fields in an order of its own.
    const record = Object.fromEntries(Object.entries(order.record ?? {}).reverse())
    const kept = { ...order, record } as CheckoutOrder
    expect(orderState(kept, approved(), seconds(0))).toBeNull()
    expect(orderState(order, approved({ receiptUrl: 'https://r' }), seconds(0))).toMatchObject({
      change: { record: { receiptUrl: 'https://r' } },
      events: [],
    })
  })

  it('a payment of another order never counts', () => {
    for (const payment of [approved, declined, account]) {
      expect(orderState(someOrder(), payment({ merchantUid: 'order-2' }), seconds(0))).toBeNull()
    }
  })

  it.each([
    ['amount-differs', { amount: 100 }],
    ['amount-differs', { amount: 10_001 }],
    ['currency-differs', { currency: 'USD' }],
  ] as const)('%s is flagged and never paid', (flag, changes) => {
    const { order, told, happenings } = hear([approved(changes)])
    expect(order).toMatchObject({ status: 'pending', impUid: null, flag, record: { status: 'paid' } })
    expect(told).toEqual(['flagged:imp_1'])
    expect(happenings).toMatchObject([{ kind: 'flagged', flag, amount: 10_000, currency: 'KRW', ...changes }])
    // Given back: a person sees that, and a fitting attempt may still pay.
    const returned = hear([refunded(approved(changes), approved(changes).amount)], order)
    expect(returned.order).toMatchObject({ status: 'pending', flag, record: { status: 'cancelled' } })
    expect(returned.told).toEqual([])
    expect(hear([approved({ impUid: 'imp_2' })], order)).toMatchObject({
      order: { status: 'paid', impUid: 'imp_2', flag },
      told: ['paid:0'],
    })
  })

  it('a misfit that was given back before anybody looked leaves no trace', () => {
    const misfit = approved({ amount: 100 })
    expect(orderState(someOrder(), refunded(misfit, 100), seconds(0))).toBeNull()
  })

  it('an account for another amount is flagged when issued, and once more when it is paid into', () => {
    const issued = account({ amount: 100 })
    const paid = { ...issued, status: 'paid', paidAt: seconds(99) } as Payment
    const { order, told } = hear([issued, issued, paid, paid])
    expect(order).toMatchObject({ status: 'pending', flag: 'amount-differs' })
    expect(told).toEqual(['flagged:imp_1:account', 'flagged:imp_1'])
  })

  it('a second payment is flagged; its refund is not the order’s', () => {
    const second = approved({ impUid: 'imp_2' })
    const { order, told } = hear([approved(), second])
    expect(order).toMatchObject({ status: 'paid', impUid: 'imp_1', flag: 'second-payment' })
    expect(told).toEqual(['paid:0', 'flagged:imp_2'])
    expect(hear([refunded(second, 10_000)], order).order).toMatchObject({ status: 'paid', cancelAmount: 0 })
  })

  it('declined, then paid by another attempt; a late decline changes nothing', () => {
    const { order, told } = hear([declined(), approved({ impUid: 'imp_2' }), declined()])
    expect(order).toMatchObject({ status: 'paid', impUid: 'imp_2', failReason: null })
    expect(told).toEqual(['failed:imp_1:0', 'paid:0'])
    expect(hear([declined()]).order).toMatchObject({ status: 'failed', failReason: '한도초과', impUid: null })
    expect(hear([approved(), declined(), some()]).order.status).toBe('paid')
  })

  it('the order waits on its account; a declined card beside it does not end that', () => {
    const { order, told } = hear([account(), declined({ impUid: 'imp_2' })])
    expect(order).toMatchObject({ status: 'awaiting-deposit', impUid: 'imp_1' })
    expect(order.record?.virtualAccount?.number).toBe('12345678901234')
    expect(told).toEqual(['awaiting-deposit:imp_1'])
    expect(hear([approved({ impUid: 'imp_2' })], order).order).toMatchObject({
      status: 'paid',
      impUid: 'imp_2',
    })
  })

  it('of two accounts it waits on the one that can be paid longest, and either pays', () => {
    const longer = account({ impUid: 'imp_0', vbankDate: seconds(999_999) })
    for (const both of [
      [account(), longer],
      [longer, account()],
    ]) {
      expect(hear(both).order).toMatchObject({ status: 'awaiting-deposit', impUid: 'imp_0' })
      const paid = { ...account(), status: 'paid', paidAt: seconds(99) } as Payment
      expect(hear([...both, paid]).order).toMatchObject({ status: 'paid', impUid: 'imp_1' })
    }
  })

  it('an account whose deadline passed a day ago is not waited on again, and still pays', () => {
    const failed = someOrder({ status: 'failed', failReason: 'expired', impUid: 'imp_1' })
    const late = seconds(8 * 86_400)
    expect(orderState(failed, account(), late)).toBeNull()
    expect(orderState(failed, account(), seconds(8 * 86_400 - 1))).toMatchObject({
      change: { status: 'awaiting-deposit' },
    })
    const paid = account({ status: 'paid', paidAt: late })
    expect(orderState(failed, paid, late)).toMatchObject({ change: { status: 'paid', failReason: null } })
  })

  it('a revoked account fails the order: cancelled is not refunded', () => {
    const revoked = account({ status: 'cancelled', cancelReason: '재고 없음' })
    expect(hear([account(), revoked])).toMatchObject({
      order: { status: 'failed', failReason: '재고 없음', cancelAmount: 0 },
      told: ['awaiting-deposit:imp_1', 'failed:imp_1:0'],
    })
  })

  it('a deposit that is taken back waits again, and pays again', () => {
    const deposited = account({ status: 'paid', paidAt: seconds(99) })
    const steps = [account(), deposited, account(), account(), deposited, deposited, account(), deposited]
    const { order, told, happenings } = hear(steps)
    expect(order).toMatchObject({ status: 'paid', impUid: 'imp_1', depositRound: 2 })
    expect(told).toEqual([
      'awaiting-deposit:imp_1',
      'paid:0',
      'deposit-rolled-back:1',
      'paid:1',
      'deposit-rolled-back:2',
      'paid:2',
    ])
    expect(happenings.filter((each) => (each as { kind: string }).kind === 'paid')).toEqual([
      { kind: 'paid', again: false },
      { kind: 'paid', again: true },
      { kind: 'paid', again: true },
    ])
  })

  it('a deposit taken back and its account revoked before anybody looked: taken back, and failed', () => {
    const deposited = account({ status: 'paid', paidAt: seconds(99) })
    const revoked = account({ status: 'cancelled', cancelReason: '계좌 폐쇄' })
    const { order, told } = hear([account(), deposited, revoked, revoked])
    expect(order).toMatchObject({ status: 'failed', failReason: '계좌 폐쇄', depositRound: 1 })
    expect(told.slice(1)).toEqual(['paid:0', 'deposit-rolled-back:1', 'failed:imp_1:1'])
    const paidAgain = hear([approved({ impUid: 'imp_2' })], order)
    expect(paidAgain).toMatchObject({ order: { status: 'paid', impUid: 'imp_2' }, told: ['paid:1'] })
  })

  it('a second payment that was given back does not take the order from its account: the deposit that comes again pays', () => {
    const deposited = account({ status: 'paid', paidAt: seconds(99) })
    const second = refunded(approved({ impUid: 'imp_2' }), 10_000)
    const { order, told } = hear([account(), deposited, second, account(), second, deposited])
    expect(order).toMatchObject({ status: 'paid', impUid: 'imp_1', cancelAmount: 0 })
    expect(told.slice(1)).toEqual(['paid:0', 'deposit-rolled-back:1', 'paid:1'])
  })

  it('a paid card that is called declined, or revoked, stays paid', () => {
    const { order } = hear([approved()])
    expect(orderState(order, declined(), seconds(0))).toBeNull()
    expect(orderState(order, some({ status: 'cancelled', payMethod: 'card' }), seconds(0))).toBeNull()
  })

  it('another account’s ready, or a card’s, takes nothing back', () => {
    const { order } = hear([approved()])
    expect(orderState(order, some(), seconds(0))).toBeNull()
    expect(orderState(order, account({ impUid: 'imp_2' }), seconds(0))).toBeNull()
  })

  it('refunds are booked each once, by their number; the amounts decide', () => {
    const card = approved()
    const steps = [card, refunded(card, 3000), refunded(card, 3000, 2000), refunded(card, 3000)]
    const { order, told, happenings } = hear(steps)
    expect(order).toMatchObject({ status: 'partly-refunded', cancelAmount: 5000 })
    expect(told).toEqual(['paid:0', 'refunded:imp_1-cancel-0', 'refunded:imp_1-cancel-1'])
    expect(happenings.slice(1)).toEqual([
      { kind: 'refunded', amount: 3000, cancellationId: 'imp_1-cancel-0' },
      { kind: 'refunded', amount: 2000, cancellationId: 'imp_1-cancel-1' },
    ])
    expect(hear([refunded(card, 3000, 2000, 5000), card], order).order.status).toBe('refunded')
    // Some say `paid` with an amount given back.
    const worded = { ...refunded(card, 3000), status: 'paid' } as Payment
    expect(hear([worded]).order).toMatchObject({ status: 'partly-refunded', cancelAmount: 3000 })
  })

  it('a refund the history does not explain is told without a number', () => {
    const card = approved({ status: 'cancelled', cancelAmount: 4000 })
    expect(hear([card]).happenings).toEqual([
      { kind: 'paid', again: false },
      { kind: 'refunded', amount: 4000, cancellationId: null },
    ])
  })

  it('a refund whose history comes late is not told a second time', () => {
    const card = approved()
    const early = { ...refunded(card, 3000), cancelHistory: [] }
    const { order, happenings } = hear([card, early, refunded(card, 3000), refunded(card, 3000, 2000)])
    expect(order).toMatchObject({ status: 'partly-refunded', cancelAmount: 5000 })
    expect(happenings.slice(1)).toEqual([
      { kind: 'refunded', amount: 3000, cancellationId: null },
      { kind: 'refunded', amount: 2000, cancellationId: 'imp_1-cancel-1' },
    ])
  })

  it('however amount and history lag behind each other, what is told adds up to what was given back', () => {
    const some = fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 4 })
    const reads = some.chain((amounts) =>
      fc.record({
        amounts: fc.constant(amounts),
        seen: fc.array(
          fc.record({ booked: fc.nat(amounts.length), listed: fc.nat(amounts.length), short: fc.nat(600) }),
        ),
      }),
    )
    fc.assert(
      fc.property(reads, ({ amounts, seen }) => {
        const whole = refunded(approved(), ...amounts)
        const answers = seen.map(({ booked, listed, short }): Payment => {
          const cancelAmount = refunded(approved(), ...amounts.slice(0, booked)).cancelAmount
          const cancelHistory = whole.cancelHistory.slice(0, listed)
          return { ...whole, cancelHistory, cancelAmount: Math.max(cancelAmount - short, 0) }
        })
        const { order, happenings } = hear([approved(), ...answers, whole])
        const told = happenings.map((each) => each as { kind: string; amount: number })
        const sum = told
          .filter(({ kind }) => kind === 'refunded')
          .reduce((total, { amount }) => total + amount, 0)
        expect(sum).toBe(whole.cancelAmount)
        expect(order.cancelAmount).toBe(whole.cancelAmount)
      }),
      { numRuns: 300 },
    )
  })

  it('first seen when part was given back: paid, then refunded; when all was, only refunded', () => {
    expect(hear([refunded(approved(), 4000)])).toMatchObject({
      order: { status: 'partly-refunded', cancelAmount: 4000 },
      told: ['paid:0', 'refunded:imp_1-cancel-0'],
    })
    expect(hear([refunded(approved(), 10_000)])).toMatchObject({
      order: { status: 'refunded', cancelAmount: 10_000 },
      told: ['refunded:imp_1-cancel-0'],
    })
  })
})

describe('한 주문번호의 모든 시도', () => {
  it('the earliest money pays, whatever comes first in the answer', () => {
    const first = approved({ impUid: 'imp_9', paidAt: seconds(10) })
    const second = approved({ impUid: 'imp_2', paidAt: seconds(20) })
    for (const answer of [
      [declined({ impUid: 'imp_3' }), second, first, some({ impUid: 'imp_4' })],
      [first, some({ impUid: 'imp_4' }), second, declined({ impUid: 'imp_3' })],
    ]) {
      const move = foldPayments(someOrder(), answer, seconds(0))
      expect(move?.change).toMatchObject({ status: 'paid', impUid: 'imp_9', flag: 'second-payment' })
      expect(move?.events.map(({ key }) => key)).toEqual(['paid:0', 'flagged:imp_2'])
    }
  })

  it('a deposit taken back, and a card that pays instead, in one answer', () => {
    const { order } = hear([account({ status: 'paid', paidAt: seconds(99) })])
    const answer = [approved({ impUid: 'imp_2' }), account()]
    const move = foldPayments(order, answer, seconds(3600))
    expect(move?.events.map(({ key }) => key)).toEqual(['deposit-rolled-back:1', 'paid:1'])
    expect(move?.change).toMatchObject({ status: 'paid', impUid: 'imp_2', depositRound: 1 })
    expect(() => checkOrderMove(order, moved(order, move))).not.toThrow()
  })
})

/** What one attempt looks like from its window to its end, as the gateway would answer over time. */
const history = (impUid: string) =>
  fc
    .record({
      method: fc.constantFrom('card', 'vbank'),
      amount: fc.constantFrom(10_000, 10_000, 10_000, 7000),
      currency: fc.constantFrom('KRW', 'KRW', 'KRW', 'USD'),
      end: fc.constantFrom('left', 'declined', 'paid', 'paid', 'paid'),
      refunds: fc.subarray([1000, 2500, 3500], { minLength: 0 }),
    })
    .map(({ method, amount, currency, end, refunds }): Payment[] => {
      const start = method === 'vbank' ? account : some
      const common = { impUid, amount, currency, payMethod: method }
      const paid = start({ ...common, status: 'paid', paidAt: seconds(60 + impUid.length) })
      const window = some(common)
      const waiting = start(common)
      if (end === 'left') return [window, waiting]
      if (end === 'declined') return [window, start({ ...common, status: 'failed', failReason: '거절' })]
      const parts = refunds.map((_, index) => refunded(paid, ...refunds.slice(0, index + 1)))
      return [window, waiting, paid, ...parts]
    })

/** What has to be the same. Which of two payments came first, and why an attempt failed, may differ. */
function end({ status, cancelAmount, flag, depositRound }: CheckoutOrder) {
  return { status, flag: flag !== null, depositRound, cancelAmount }
}

const attempts = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => history(`imp_${index}`))))
const oneMoney = (all: Payment[][]) =>
  all.filter((each) => each.some(({ status, amount }) => status === 'paid' && amount === 10_000)).length <= 1

describe('어떤 순서로, 몇 번을 듣든', () => {
  it('answers of several attempts, mixed and repeated in any order: the same end', () => {
    const isCard = (all: Payment[][]) => all.every((each) => each.every(({ vbankNum }) => vbankNum === null))
    const mixed = attempts
      .filter((all) => isCard(all) && oneMoney(all))
      .chain((all) => {
        const snapshots = all.flat()
        return fc.record({
          snapshots: fc.constant(snapshots),
          one: fc.shuffledSubarray(snapshots, { minLength: snapshots.length }),
          more: fc.array(fc.constantFrom(...snapshots), { maxLength: 12 }),
        })
      })
    fc.assert(
      fc.property(mixed, ({ snapshots, one, more }) => {
        const reference = hear(snapshots)
        const other = hear([...more, ...one, ...more])
        expect(end(other.order)).toEqual(end(reference.order))
        expect(other.order.impUid).toBe(reference.order.impUid)
      }),
      { numRuns: 300 },
    )
  })

  it('virtual accounts, each in its own time but mixed with the others: the same end', () => {
    const mixed = attempts.filter(oneMoney).chain((all) =>
      fc.record({
        all: fc.constant(all),
        turns: fc.array(fc.nat({ max: all.length - 1 }), { minLength: 0, maxLength: 30 }),
        twice: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(mixed, ({ all, turns, twice }) => {
        const queues = all.map((each) => [...each])
        const heard: Payment[] = []
        for (const turn of [...turns, ...all.flatMap((each, index) => each.map(() => index))]) {
          const next = queues[turn]?.shift()
          if (next) heard.push(next, ...(twice ? [next] : []))
        }
        expect(end(hear(heard).order)).toEqual(end(hear(all.flat()).order))
      }),
      { numRuns: 300 },
    )
  })

  it('whatever is heard: paid is told once a round, and left only by refund or a deposit taken back', () => {
    const anything = attempts.chain((all) => fc.array(fc.constantFrom(...all.flat()), { maxLength: 25 }))
    fc.assert(
      fc.property(anything, (heard) => {
        let order = someOrder()
        let paidIn = -1
        for (const payment of heard) {
          const move = orderState(order, payment, seconds(3600))
          const after = moved(order, move)
          checkOrderMove(order, after)
          checkOrder(after)
          if (order.status === 'paid' && after.status !== 'paid') {
            const given = after.cancelAmount > order.cancelAmount
            expect(given || after.depositRound === order.depositRound + 1).toBe(true)
          }
          for (const { happening } of move?.events ?? []) {
            if (happening.kind !== 'paid') continue
            expect(after.depositRound).toBeGreaterThan(paidIn)
            expect([payment.amount, payment.currency]).toEqual([10_000, 'KRW'])
            paidIn = after.depositRound
          }
          order = after
        }
      }),
      { numRuns: 500 },
    )
  })
})
