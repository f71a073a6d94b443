import { act, fireEvent, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OrderSource, Payment, PaymentOutcome, UsePaymentOptions } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

afterEach(() => closeShop())
const ids = { imp_uid: 'imp_1' }
const cancelled = { error_code: 'USER_CANCEL', error_msg: '취소' }

/** A view of the hook. `view` is the payment as its last render saw it. */
function viewOf({ kit }: Shop, options?: UsePaymentOptions) {
  const view = {} as Payment & { Shown: () => null; renders: number }
  view.renders = 0
  view.Shown = () => {
    view.renders++
    return Object.assign(view, kit.usePayment(options)) && null
  }
  return view
}
async function open(options?: UsePaymentOptions) {
  const shop = await openShop()
  const view = viewOf(shop, options)
  const page = shop.show(<view.Shown />)
  const pay = (order: OrderSource, more?: object) => {
    let outcome = Promise.resolve() as unknown as Promise<PaymentOutcome>
    act(() => {
      outcome = view.pay(order, more)
    })
    return outcome
  }
  return { ...shop, shop, view, page, pay }
}

describe('pay()', () => {
  it('끝을 약속으로 돌려주고, 무엇이 잘못돼도 거절되지 않는다', async () => {
    const { pay, imp, server, pass } = await open()
    expect(await pay({ amount: '55000' } as never)).toMatchObject({ status: 'failed' })
    expect(await pay(undefined as never)).toMatchObject({ status: 'failed' })
    const order = orderOf()
    server(() => recordOf(order))
    const outcome = pay(order)
    expect(pay(order)).toBe(outcome)
    imp.answer(ids)
    await pass()
    expect(await outcome).toMatchObject({ status: 'paid' })
    expect(imp.calls).toHaveLength(1)
  })

  it('훅의 옵션 위에 부를 때의 옵션이 오고, 창이 열린 동안 객체를 바꿔도 처음 주문으로 판단한다', async () => {
    const { pay, imp, server, pass, view } = await open({ payMethod: 'card', cardQuota: [2, 3] })
    const order = orderOf()
    const bought = { ...order }
    pay(order, { cardQuota: [6] })
    expect(imp.calls[0]?.display).toEqual({ card_quota: [6] })
    order.amount = 99_000
    server(() => recordOf(bought))
    imp.answer(ids)
    await pass()
    expect(view.state).toMatchObject({ status: 'paid' })
  })

  it('화면이 사라져도 결제는 이어지고, 시작할 때의 핸들러가 한 번 듣는다', async () => {
    const onPaid = vi.fn()
    const { pay, imp, server, pass, page } = await open({ onPaid })
    const order = orderOf()
    server(() => recordOf(order))
    const outcome = pay(order)
    page.unmount()
    imp.answer(ids)
    await pass()
    expect(await outcome).toMatchObject({ status: 'paid' })
    expect(onPaid).toHaveBeenCalledTimes(1)
  })

  it('첫 약속은 확인되지 않음으로 끝나고, 다시 누르면 결제하지 않고 다시 묻는다', async () => {
    const [onUnconfirmed, onPaid] = [vi.fn(), vi.fn()]
    const { pay, imp, server, pass, view } = await open({ onUnconfirmed, onPaid })
    const order = orderOf()
    server(() => Promise.reject(new Error('500')))
    const first = pay(order)
    imp.answer(ids)
    await pass()
    expect(await first).toMatchObject({ status: 'unconfirmed' })
    act(() => view.askAgain())
    await pass()
    server(() => recordOf(order))
    const second = pay(order)
    await pass()
    expect(await second).toMatchObject({ status: 'paid' })
    expect([onUnconfirmed.mock.calls.length, onPaid.mock.calls.length]).toEqual([2, 1])
    expect(imp.calls).toHaveLength(1)
  })

  it('확인되지 않은 결제가 있으면 다른 주문은 거절하고, 먼저 것을 다시 묻는다', async () => {
    const { pay, imp, server, pass, asked } = await open()
    const order = orderOf()
    server(() => Promise.reject(new Error('500')))
    pay(order)
    imp.answer(ids)
    await pass()
    expect(await pay(orderOf())).toMatchObject({
      error: {
        code: 'PREVIOUS_UNCONFIRMED',
        retryable: true,
        buyerMessage: expect.stringContaining('앞선 주문이 결제됐을 수 있어요'),
      },
    })
    await pass()
    expect(asked.map(({ merchantUid }) => merchantUid)).toEqual([order.merchantUid, order.merchantUid])
    expect(imp.calls).toHaveLength(1)
  })
})

describe('reset()', () => {
  it('진행 중이거나 확인되지 않은 결제는 지우지 않고, 확실히 끝난 것은 idle이 된다', async () => {
    const { pay, imp, server, pass, view } = await open()
    const order = orderOf()
    server(() => Promise.reject(new Error('500')))
    pay(order)
    act(() => view.reset())
    expect(view.state.status).toBe('in-window')
    imp.answer(ids)
    await pass()
    act(() => view.reset())
    expect(view.state.status).toBe('unconfirmed')
    server(() => recordOf(order))
    act(() => view.askAgain())
    await pass()
    act(() => view.reset())
    expect(view.state.status).toBe('idle')
  })

  it('앞선 주문의 "결제 완료"가 되살아나 보이거나 읽히지 않는다', async () => {
    const { pay, imp, server, pass, view } = await open()
    const order = orderOf()
    server(() => recordOf(order))
    pay(order)
    imp.answer(ids)
    await pass()
    pay(orderOf())
    server(() => null)
    imp.answer(cancelled)
    await pass()
    expect(view.state.status).toBe('dismissed')
    act(() => view.reset())
    expect(view.state.status).toBe('idle')
    expect(screen.getByRole('status').textContent).toBe('')
  })
})

describe('어느 결제를 보여 주나', () => {
  it('merchantUid를 주면 누가 시작했든 그 주문을 따른다', async () => {
    const shop = await openShop()
    const order = orderOf()
    const [mine, other] = [viewOf(shop, { merchantUid: order.merchantUid }), viewOf(shop)]
    shop.show(
      <>
        <mine.Shown />
        <other.Shown />
        <shop.kit.TossCheckoutButton order={order} />
      </>,
    )
    fireEvent.click(screen.getByRole('button'))
    expect([mine.state.status, other.state.status]).toEqual(['in-window', 'idle'])
  })

  it('주인 화면이 사라진 결제만 이어받는다', async () => {
    const shop = await openShop()
    const order = orderOf()
    const view = viewOf(shop)
    const { TossCheckoutButton, TossCheckoutProvider } = shop.kit
    const page = (shown: boolean) => (
      <TossCheckoutProvider {...shop.settings}>
        <view.Shown />
        {shown && <TossCheckoutButton order={order} />}
      </TossCheckoutProvider>
    )
    const { rerender } = shop.show(null)
    rerender(page(true))
    fireEvent.click(screen.getByRole('button'))
    expect(view.state.status).toBe('idle')
    rerender(page(false))
    shop.server(() => recordOf(order))
    shop.imp.answer(ids)
    await shop.pass()
    expect(view.state.status).toBe('paid')
  })

  it('StrictMode에서도 한 번 열고 한 번 알린다', async () => {
    const onPaid = vi.fn()
    const shop = await openShop()
    const view = viewOf(shop, { onPaid })
    const order = orderOf()
    shop.show(
      <StrictMode>
        <view.Shown />
      </StrictMode>,
      {},
      true,
    )
    act(() => void view.pay(order))
    shop.server(() => recordOf(order))
    shop.imp.answer(ids)
    await shop.pass()
    expect([view.state.status, shop.imp.calls.length, onPaid.mock.calls.length]).toEqual(['paid', 1, 1])
  })
})
