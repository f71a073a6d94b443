import { afterEach, expect, it } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())

it('입금을 기다리는 동안만 5초마다 다시 묻고, 입금되면 멈춘다', async () => {
  const { kit, show, asked, server, pass } = await openShop()
  const order = orderOf()
  const virtualAccount = {
    bankCode: '04',
    bankName: '국민',
    number: '123',
    holder: null,
    dueAt: 1_900_000_000,
  }
  server(() => recordOf(order, { status: 'ready', virtualAccount }))
  const seen: (string | undefined)[] = []
  const Status = () => {
    seen.push(kit.usePaymentStatus(order.merchantUid).data?.status)
    return null
  }
  show(<Status />)
  await pass(11_000)
  expect(asked).toEqual(Array(3).fill({ merchantUid: order.merchantUid }))
  server(() => recordOf(order))
  await pass(60_000)
  expect(asked).toHaveLength(4)
  expect(seen.at(-1)).toBe('paid')
})

it('주문번호가 아직 없으면 묻지 않고, 모양이 틀린 답은 기록이 되지 않는다', async () => {
  const { kit, show, asked, server, pass } = await openShop()
  const seen: unknown[] = []
  const Status = ({ uid }: { uid?: string }) => {
    const { data, error } = kit.usePaymentStatus(uid)
    seen.push(error ?? data)
    return null
  }
  show(<Status />)
  await pass(10_000)
  expect(asked).toEqual([])
  server(() => ({ status: 'paid' }))
  show(<Status uid="order-0001" />)
  await pass(60_000)
  expect(seen.at(-1)).toMatchObject({ code: 'CONFIRM_REJECTED' })
})
