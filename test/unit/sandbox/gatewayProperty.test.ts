import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byShinhan, call, createCore, onLegacyPhone, onPc } from './sandboxCore.js'

const merchantUid = fc.constantFrom('order-a', 'order-b')
const nth = fc.nat(7)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('open' as const), merchantUid, vbank: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('approve' as const), nth }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('giveUp' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deposit' as const), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('cancel' as const),
      nth,
      amount: fc.oneof(fc.constantFrom(0, 1_000, 55_000, -1, 0.5), fc.integer({ min: 1, max: 60_000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.nat(5) }) },
)

const account = { refund_holder: '홍길동', refund_bank: '004', refund_account: '1234' }

test('whatever buyers and shop do, no order is approved twice and no more goes back than came in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const core = createCore()
      const opened: { impUid: string; vbank: boolean }[] = []
      for (const now of steps) {
        const target = 'nth' in now ? opened[now.nth % Math.max(1, opened.length)] : undefined
        if (now.do === 'wait') core.clock.advance(now.days * 86_400_000)
        if (now.do === 'open') {
          const result = core.gateway.open(
            {
              merchant_uid: now.merchantUid,
              amount: 55_000,
              name: '주문',
              pay_method: now.vbank ? 'vbank' : 'card',
            },
            opened.length % 2 ? onPc : onLegacyPhone,
          )
          if (result.opened) opened.push({ impUid: result.offer.impUid, vbank: now.vbank })
        }
        if (!target) continue
        if (now.do === 'approve') {
          core.gateway.approve(target.impUid, target.vbank ? { method: 'vbank', bankCode: '004' } : byShinhan)
        }
        if (now.do === 'giveUp') core.gateway.giveUp(target.impUid)
        if (now.do === 'deposit') core.gateway.deposit(target.impUid)
        if (now.do === 'cancel') {
          await call(core, 'POST', '/payments/cancel', {
            imp_uid: target.impUid,
            amount: now.amount,
            ...account,
          })
        }
      }
      const approved = new Map<string, number>()
      for (const { impUid } of opened) {
        const { response } = await call(core, 'GET', `/payments/${impUid}`)
        expect(response.cancel_amount).toBeLessThanOrEqual(response.amount)
        const given = response.cancel_history.reduce((sum, { amount }) => sum + amount, 0)
        expect(given).toBe(response.cancel_amount)
        expect(response.status === 'cancelled').toBe(response.cancel_amount > 0)
        if (response.cancel_amount > 0) expect(response.paid_at).toBeGreaterThan(0)
        if (response.paid_at > 0) {
          approved.set(response.merchant_uid, (approved.get(response.merchant_uid) ?? 0) + 1)
        }
      }
      for (const count of approved.values()) expect(count).toBe(1)
    }),
    { numRuns: 100 },
  )
})
