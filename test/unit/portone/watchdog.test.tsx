import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeIamport } from '../fakeIamport.js'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())
const button = () => screen.getByRole('button')
const press = () => fireEvent.click(button())
const state = () => button().dataset.state

async function pressed(opens = true) {
  const shop = await openShop({ imp: fakeIamport({ opens }) })
  const order = orderOf()
  shop.show(<shop.kit.TossCheckoutButton order={order} />)
  press()
  await shop.pass(500)
  return { ...shop, order, statuses: () => shop.ends.map(({ status }) => status) }
}

describe('아무 답이 없어도 버튼이 죽지 않는다', () => {
  it('창이 사라지면 서버에 물어, 결제됐으면 결제 완료다', async () => {
    const { imp, server, order, pass, asked } = await pressed()
    server(() => recordOf(order))
    imp.closeFrame()
    await pass(2_000)
    expect(state()).toBe('paid')
    expect(asked).toEqual([{ merchantUid: order.merchantUid, impUid: undefined }])
  })

  it('결제 완료가 된 뒤에 온 콜백은, 서버가 답하지 않아도 그것을 되돌리지 않는다', async () => {
    const { imp, server, order, pass, statuses } = await pressed()
    server(() => recordOf(order))
    imp.closeFrame()
    await pass(2_000)
    server(() => Promise.reject(new TypeError('Failed to fetch')))
    imp.answer({ imp_uid: 'imp_1', merchant_uid: order.merchantUid })
    await pass(60_000)
    expect([state(), statuses()]).toEqual(['paid', ['paid']])
  })

  it('먼저 물은 것이 뒤늦게 실패해도, 그사이 확인된 결제 완료는 그대로다', async () => {
    const { imp, server, order, pass, statuses } = await pressed()
    let fail = (_: Error) => {}
    server(
      () =>
        new Promise((_, reject) => {
          fail = reject
        }),
    )
    imp.closeFrame()
    await pass(2_000)
    expect(state()).toBe('confirming')
    server(() => recordOf(order))
    imp.answer({ imp_uid: 'imp_1', merchant_uid: order.merchantUid })
    await pass()
    expect(state()).toBe('paid')
    fail(new Error('늦은 답'))
    await pass(60_000)
    expect([state(), statuses()]).toEqual(['paid', ['paid']])
  })

  it('창이 사라졌고 결제도 없으면, 조금 더 물어본 뒤 그만둔 것이다', async () => {
    const { imp, server, order, pass, asked } = await pressed()
    server(() => recordOf(order, { status: 'ready' }))
    imp.closeFrame()
    await pass(2_000)
    expect(state()).toBe('confirming')
    await pass(5_000)
    expect(state()).toBe('dismissed')
    expect(asked).toHaveLength(3)
  })

  it('창이 사라졌는데 서버도 죽었으면 확인되지 않은 것이고, 다시 누르면 결제 대신 다시 묻는다', async () => {
    const { imp, server, order, pass } = await pressed()
    server(() => Promise.reject(new TypeError('Failed to fetch')))
    imp.closeFrame()
    await pass(20_000)
    expect(state()).toBe('unconfirmed')
    server(() => recordOf(order))
    press()
    await pass()
    expect(state()).toBe('paid')
    expect(imp.calls).toHaveLength(1)
  })

  it('30초가 지나도 창이 없고 서버도 그런 결제를 모르면 열리지 않은 것이다', async () => {
    const { pass, ends } = await pressed(false)
    await pass(29_000)
    expect(state()).toBe('in-window')
    await pass(1_000)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'WINDOW_NOT_OPENED', retryable: true } }])
  })

  it('창이 보이지 않아도 서버가 결제가 시작됐다고 하면(팝업) 기다린다', async () => {
    const { server, order, pass, ends } = await pressed(false)
    server(() => recordOf(order, { status: 'ready' }))
    await pass(65_000)
    expect(ends).toEqual([])
  })

  it('창이 열린 동안 가끔 조용히 물어, 결제됐으면 창을 닫는다', async () => {
    const { server, order, pass, asked } = await pressed()
    server(() => recordOf(order, { status: 'ready' }))
    await pass(20_000)
    expect([state(), asked.length]).toEqual(['in-window', 1])
    server(() => recordOf(order))
    await pass(20_000)
    expect(state()).toBe('paid')
    expect(document.querySelector<HTMLElement>('.imp-dialog')?.style.display).toBe('none')
  })

  it.each([
    ['남의 주문의 기록', { merchantUid: 'order-9999' }],
    ['전액 환불된 예전 시도', { status: 'cancelled', cancelAmount: 55_000 }],
    ['가상계좌 발급', { status: 'ready', virtualAccount: { number: '1' } as never }],
  ] as const)('구매자가 창에 있는 동안 %s은 창을 닫을 이유가 아니다', async (_, more) => {
    const { server, order, pass, asked } = await pressed()
    server(() => recordOf(order, more))
    await pass(45_000)
    expect(asked.length).toBeGreaterThan(1)
    expect(state()).toBe('in-window')
  })

  it('조용한 질문이 실패해도 결제는 그대로 이어진다', async () => {
    const { imp, server, order, pass } = await pressed()
    server(() => Promise.reject(new Error('500')))
    await pass(21_000)
    expect(state()).toBe('in-window')
    server(() => recordOf(order))
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(state()).toBe('paid')
  })

  it('휴대폰에서 뒤로 가기로 되살아난 화면은 서버에 묻고 버튼을 돌려준다', async () => {
    const { pass, asked } = await pressed(false)
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    await pass(5_000)
    expect([state(), asked.length]).toEqual(['in-window', 0])
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await pass(5_000)
    expect(state()).toBe('dismissed')
  })

  it('창이 닫힌 뒤 3초가 지나 다시 누르면 무엇이 됐는지 묻고, 그 전의 누름은 무시한다', async () => {
    const { pass, asked } = await pressed(false)
    press()
    expect(asked).toEqual([])
    await pass(4_000)
    press()
    await pass()
    expect(state()).toBe('confirming')
    await pass(5_000)
    expect(state()).toBe('dismissed')
  })

  it('열린 창을 두고 페이지에서 Escape를 눌러도 창을 닫지 않는다: 승인이 오가는 중일 수 있다', async () => {
    const { pass, asked } = await pressed()
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await pass(5_000)
    expect(state()).toBe('in-window')
    expect(asked).toEqual([])
  })

  it('끝난 뒤에는 더 지켜보지도 묻지도 않는다', async () => {
    const { imp, server, order, pass, asked } = await pressed()
    server(() => recordOf(order))
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await pass(100_000)
    expect(asked).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
