import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())
const button = () => screen.getByRole('button')
const press = () => fireEvent.click(button())
const state = () => button().dataset.state
const userActivation = (isActive: boolean | undefined) =>
  Object.defineProperty(navigator, 'userActivation', {
    configurable: true,
    value: isActive === undefined ? undefined : { isActive },
  })

describe('누르면 그 틱에 결제창이 열린다', () => {
  it('SDK가 준비되어 있으면 클릭이 끝나기 전에 request_pay가 불린다', async () => {
    const { kit, imp, show } = await openShop()
    const order = orderOf()
    show(<kit.TossCheckoutButton order={order} />, { pg: 'tosspayments' })
    press()
    expect(imp.calls).toEqual([
      expect.objectContaining({
        pg: 'tosspayments',
        merchant_uid: order.merchantUid,
        name: '겨울 니트',
        amount: 55_000,
        m_redirect_url: 'http://localhost:3000/done',
      }),
    ])
    expect(state()).toBe('in-window')
  })

  it('누를 때마다 새 객체를 건네고, 상점의 객체는 그대로다', async () => {
    const { kit, imp, show, pass, server } = await openShop()
    const order = orderOf({ customData: { cart: [1] }, buyer: { name: '김토스' } })
    const requestParams = { bypass: { a: { b: 1 } } }
    const before = structuredClone({ order, requestParams })
    server(() => null)
    show(<kit.TossCheckoutButton order={order} requestParams={requestParams} cardQuota={[2, 3]} />)
    for (const _ of [1, 2]) {
      press()
      imp.answer({ merchant_uid: order.merchantUid, error_code: 'USER_CANCEL', error_msg: '취소' })
      await pass()
    }
    const [first, second] = imp.calls
    expect(first).toMatchObject({ request_id: 'req_1', custom_data: { cart: [1] } })
    expect(first).not.toBe(second)
    expect(first?.custom_data).not.toBe(order.customData)
    expect(first?.bypass).not.toBe(requestParams.bypass)
    expect({ order, requestParams }).toEqual(before)
  })

  it('스크립트가 늦으면 기다렸다가 열고, 클릭이 잊혔으면 한 번 더 누르게 한다', async () => {
    const { kit, imp, show, pass } = await openShop({ warm: false })
    show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    expect(state()).toBe('preparing')
    userActivation(false)
    window.IMP = imp
    document.querySelector('script')?.dispatchEvent(new Event('load'))
    await pass()
    expect(imp.calls).toEqual([])
    expect(button().textContent).toBe('한 번 더 눌러 주세요')
    expect(button().getAttribute('aria-disabled')).toBeNull()
    press()
    expect(imp.calls).toHaveLength(1)
    userActivation(undefined)
  })

  it('클릭이 아직 살아 있으면 스크립트가 온 뒤 스스로 연다', async () => {
    const { kit, imp, show, pass } = await openShop({ warm: false })
    show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    userActivation(true)
    window.IMP = imp
    document.querySelector('script')?.dispatchEvent(new Event('load'))
    await pass()
    expect(imp.calls).toHaveLength(1)
    userActivation(undefined)
  })

  it('한 번 더 누르기를 기다리는 동안 다른 주문을 누르면 그 주문이 열린다', async () => {
    const { kit, imp, show, pass, ends } = await openShop({ warm: false })
    const [late, other] = [orderOf(), orderOf({ amount: 9_900 })]
    show(
      <>
        <kit.TossCheckoutButton order={late} />
        <kit.TossCheckoutButton order={other} />
      </>,
    )
    const [first, second] = screen.getAllByRole('button')
    if (first) fireEvent.click(first)
    userActivation(false)
    window.IMP = imp
    document.querySelector('script')?.dispatchEvent(new Event('load'))
    await pass()
    if (second) fireEvent.click(second)
    userActivation(undefined)
    expect(imp.calls.map(({ amount }) => amount)).toEqual([9_900])
    expect(ends).toEqual([{ status: 'dismissed', merchantUid: late.merchantUid }])
  })
})

describe('한 번에 하나', () => {
  it('같은 틱에 두 번 눌러도 한 번만 열리고, 확인하는 동안 눌러도 다시 열리지 않는다', async () => {
    const { kit, imp, show, pass, server } = await openShop()
    server(() => new Promise(() => {}))
    show(<kit.TossCheckoutButton order={orderOf()} />)
    act(() => {
      button().click()
      button().click()
    })
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(state()).toBe('confirming')
    press()
    expect(imp.calls).toHaveLength(1)
  })

  it('결제된 주문과 입금을 기다리는 주문은 다시 눌러도 결제창이 열리지 않는다', async () => {
    for (const status of ['paid', 'ready'] as const) {
      const { kit, imp, show, pass, server } = await openShop()
      const order = orderOf()
      const virtualAccount = { bankCode: '04', bankName: '국민', number: '123', holder: null, dueAt: 1 }
      server(() => recordOf(order, { status, virtualAccount }))
      show(<kit.TossCheckoutButton order={order} payMethod="vbank" />)
      press()
      imp.answer({ imp_uid: 'imp_1', merchant_uid: order.merchantUid })
      await pass()
      expect(state()).toBe(status === 'paid' ? 'paid' : 'awaiting-deposit')
      press()
      expect(imp.calls).toHaveLength(1)
    }
  })

  it('누른 뒤 상점이 주문 객체를 바꿔도, 결제창에 건넨 금액과 견준다', async () => {
    const { kit, imp, show, pass, server } = await openShop()
    const order = orderOf()
    const pressed = { ...order }
    server(() => recordOf(pressed))
    show(<kit.TossCheckoutButton order={order} />)
    press()
    order.amount = 1
    imp.answer({ imp_uid: 'imp_1', merchant_uid: order.merchantUid })
    await pass()
    expect(state()).toBe('paid')
  })

  it('돈이 나간 금액 불일치 뒤에는 결제창 대신 서버에 다시 묻는다', async () => {
    const { kit, imp, show, pass, server, asked } = await openShop()
    const order = orderOf()
    server(() => recordOf(order, { amount: 100 }))
    show(<kit.TossCheckoutButton order={order} />)
    press()
    imp.answer({ imp_uid: 'imp_1', merchant_uid: order.merchantUid })
    await pass()
    expect(state()).toBe('failed')
    press()
    await pass()
    expect(imp.calls).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })

  it('다른 주문은 거절되어도 열린 창의 주문은 그대로 결제되고, 화면은 그것을 읽어 준다', async () => {
    const { kit, imp, show, pass, server, ends } = await openShop()
    const [mine, other] = [orderOf(), orderOf()]
    server(() => recordOf(mine))
    show(
      <>
        <kit.TossCheckoutButton order={mine} />
        <kit.TossCheckoutButton order={other} />
      </>,
    )
    for (const each of screen.getAllByRole('button')) fireEvent.click(each)
    expect(screen.getByRole('alert').textContent).toContain('다른 결제가 진행 중')
    imp.answer({ imp_uid: 'imp_1', merchant_uid: mine.merchantUid })
    await pass()
    expect(ends.map(({ status }) => status)).toEqual(['failed', 'paid'])
    expect(screen.getByRole('status').textContent).toBe('결제가 완료됐어요')
  })

  it('request_pay가 던지면 실패로 끝나고 버튼이 돌아온다', async () => {
    const { kit, imp, show } = await openShop()
    imp.request_pay = vi.fn(() => {
      throw new Error('SDK 오류')
    })
    show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    expect(state()).toBe('failed')
    press()
    expect(imp.request_pay).toHaveBeenCalledTimes(2)
  })
})
