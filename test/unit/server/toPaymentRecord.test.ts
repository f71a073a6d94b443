// @vitest-environment node
import { expect, it } from 'vitest'
import { judgeRecord } from '../../../src/payment/judgeRecord.js'
import { toPaymentRecord } from '../../../src/server/index.js'
import { paidAnswer } from './sampleAnswer.js'
import { answer, scriptedClient } from './scriptedGateway.js'

const order = { merchantUid: 'order/1?', amount: 55_000 }
const recordOf = async (changes: Record<string, unknown>) => {
  const { client } = scriptedClient(() => answer(paidAnswer(changes)))
  return toPaymentRecord(await client.getPayment('imp_000000000001'))
}

it('a payment the gateway calls paid is one the client calls paid', async () => {
  expect(judgeRecord(await recordOf({}), order)).toMatchObject({ status: 'paid' })
})

it('a refund in part says that the rest is still charged', async () => {
  const record = await recordOf({ status: 'cancelled', cancel_amount: 10_000 })
  expect(judgeRecord(record, order)).toMatchObject({ error: { code: 'REFUNDED', charged: 'yes' } })
})

it('an account revoked before a deposit was never charged, so nothing was given back', async () => {
  const record = await recordOf({ pay_method: 'vbank', status: 'cancelled', cancel_amount: 0, paid_at: 0 })
  expect(record).not.toHaveProperty('cancelAmount')
  expect(judgeRecord(record, order)).toMatchObject({ error: { charged: 'no' } })
})

it('easy pay may name no card company; a transfer has no card at all', async () => {
  const none = { card_code: null, card_name: null, card_number: null }
  expect((await recordOf(none)).card).toMatchObject({ code: null, quota: expect.any(Number) })
  expect(await recordOf({ ...none, pay_method: 'trans' })).not.toHaveProperty('card')
})

it('an account without a deadline has dueAt 0, and a payment without a name has none', async () => {
  const record = await recordOf({ pay_method: 'vbank', vbank_num: '123', vbank_date: 0, name: null })
  expect(record.virtualAccount?.dueAt).toBe(0)
  expect(record).not.toHaveProperty('name')
})
