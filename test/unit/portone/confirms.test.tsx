import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())
const press = () => fireEvent.click(screen.getByRole('button'))
const state = () => screen.getByRole('button').dataset.state

/** One button, pressed: its window is open and has been seen. */
async function pressed(more: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(more)
  const order = orderOf()
  const { merchantUid: merchant_uid } = order
  shop.show(<shop.kit.TossCheckoutButton order={order} />)
  press()
  await shop.pass(500)
  const statuses = () => shop.ends.map(({ status }) => status)
  return { ...shop, order, statuses, merchant_uid, ids: { imp_uid: 'imp_1', merchant_uid } }
}

describe('콜백은 증거가 아니다', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['글자', 'imp_success=true'],
    ['빈 객체', {}],
    ['결제번호 없는 성공', { success: true, status: 'paid', paid_amount: 55_000 }],
  ])('%s 콜백에 서버가 결제를 아직 모르면 "결제되지 않았다"고 하지 않는다', async (_, response) => {
    const { imp, server, order, pass, ends } = await pressed()
    server(() => recordOf(order, { status: 'ready' }))
    imp.answer(response)
    await pass(60_000)
    expect(ends).toMatchObject([{ status: 'unconfirmed', error: { charged: 'unknown' } }])
  })

  it('읽다가 던지는 콜백도 서버의 기록대로 끝난다', async () => {
    const { imp, server, order, pass } = await pressed()
    server(() => recordOf(order))
    const trap = () => {
      throw new Error('getter')
    }
    imp.answer(Object.defineProperties({}, { imp_uid: { get: trap }, success: { get: trap } }))
    await pass()
    expect(state()).toBe('paid')
  })

  it('성공이라 해 놓고 서버가 모르면 몇 번 더 묻고, 그래도 모르면 확인되지 않은 것이다', async () => {
    const { imp, server, pass, asked, ends, ids } = await pressed()
    server(() => null)
    imp.answer(ids)
    await pass(60_000)
    expect(asked).toEqual(Array(5).fill({ merchantUid: ids.merchant_uid, impUid: 'imp_1' }))
    expect(ends).toMatchObject([
      { status: 'unconfirmed', impUid: 'imp_1', error: { code: 'CONFIRM_PENDING' } },
    ])
  })

  it('그만뒀다는 콜백이 와도 서버가 결제됐다면 결제 완료다', async () => {
    const { imp, server, order, pass, ids } = await pressed()
    server(() => recordOf(order))
    imp.answer({ ...ids, error_code: 'USER_CANCEL', error_msg: '취소되었습니다.' })
    await pass()
    expect(state()).toBe('paid')
  })

  it('먼저 거절된 시도의 기록은 방금 성공한 시도의 거절이 아니다', async () => {
    const { imp, server, order, pass, statuses, ids } = await pressed()
    server(() => recordOf(order, { impUid: 'imp_0', status: 'failed', failReason: '한도 초과' }))
    imp.answer(ids)
    await pass(60_000)
    expect(statuses()).toEqual(['unconfirmed'])
  })

  it('콜백이 남의 결제번호를 말하면 내 주문번호로 다시 물어 판단한다', async () => {
    for (const paid of [true, false]) {
      const { imp, server, order, pass, ends } = await pressed()
      const mine = recordOf(order, { status: paid ? 'paid' : 'ready' })
      server(({ impUid }) => (impUid ? recordOf({ merchantUid: 'order-9999', amount: 55_000 }) : mine))
      imp.answer({ imp_uid: 'imp_9', merchant_uid: 'order-9999' })
      await pass(60_000)
      expect(ends).toMatchObject([
        paid ? { status: 'paid', payment: mine } : { status: 'failed', error: { code: 'ORDER_MISMATCH' } },
      ])
    }
  })
})

describe('늦거나 겹친 콜백', () => {
  it('창이 사라져 그만둔 것으로 끝났어도, 늦게 온 성공 콜백은 결제 완료가 된다', async () => {
    const { imp, server, order, pass, statuses, ids } = await pressed()
    imp.closeFrame()
    await pass(10_000)
    expect(statuses()).toEqual(['dismissed'])
    server(() => recordOf(order))
    imp.answer(ids)
    await pass()
    expect(statuses()).toEqual(['dismissed', 'paid'])
  })

  it('그만둔 뒤 다시 연 창이 있으면 먼저 창의 성공이 그 창을 닫고 한 번만 알린다', async () => {
    const { imp, server, order, pass, statuses, ids } = await pressed()
    imp.closeFrame()
    await pass(10_000)
    press()
    await pass(500)
    server(() => recordOf(order))
    imp.answer(ids, 0)
    await pass(60_000)
    expect(statuses()).toEqual(['dismissed', 'paid'])
    expect(imp.calls).toHaveLength(2)
  })

  it('늦은 콜백의 확인은 다른 주문의 열린 창을 닫지 않는다', async () => {
    const shop = await openShop()
    const [first, second] = [orderOf(), orderOf()]
    shop.show(
      [first, second].map((order) => <shop.kit.TossCheckoutButton key={order.merchantUid} order={order} />),
    )
    const [one, two] = screen.getAllByRole('button')
    fireEvent.click(one as HTMLElement)
    await shop.pass(500)
    shop.imp.closeFrame()
    await shop.pass(10_000)
    fireEvent.click(two as HTMLElement)
    await shop.pass(500)
    shop.server(({ merchantUid }) => (merchantUid === first.merchantUid ? recordOf(first) : null))
    // The SDK would close its dialog here; what matters is that the kit does not.
    const dialog = document.querySelector<HTMLElement>('.imp-dialog')
    shop.imp.answer({ imp_uid: 'imp_1', merchant_uid: first.merchantUid }, 0)
    dialog?.style.setProperty('display', 'block')
    await shop.pass(500)
    expect([one, two].map((each) => each?.dataset.state)).toEqual(['paid', 'in-window'])
    expect(dialog?.style.display).toBe('block')
  })

  it('두 번 온 콜백은 한 번만 알리고, 뒤의 "그만둠"이 앞의 성공을 지우지 않는다', async () => {
    const { imp, server, pass, statuses, ids } = await pressed()
    server(() => null)
    imp.answer(ids)
    imp.answer(ids)
    await pass(60_000)
    expect(statuses()).toEqual(['unconfirmed'])
    imp.answer({ ...ids, error_code: 'USER_CANCEL' })
    imp.answer({
      merchant_uid: ids.merchant_uid,
      error_code: 'F500',
      error_msg: '채널 정보를 조회할 수 없습니다.',
    })
    await pass(60_000)
    expect(new Set(statuses())).toEqual(new Set(['unconfirmed']))
  })

  it('그만두거나 거절된 뒤 또 온 같은 말은 다시 알리지 않는다', async () => {
    for (const error_code of ['USER_CANCEL', 'REJECT_CARD_COMPANY']) {
      const { imp, pass, statuses, ids } = await pressed()
      imp.answer({ ...ids, error_code, error_msg: '' })
      await import('../../../src/portone/gatewayCodes.js')
      await pass()
      imp.answer({ ...ids, error_code, error_msg: '' })
      await pass(10_000)
      expect(statuses()).toEqual([error_code === 'USER_CANCEL' ? 'dismissed' : 'failed'])
    }
  })
})
