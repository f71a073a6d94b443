import { act, fireEvent, screen } from '@testing-library/react'
import { createRef, Profiler } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentState } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())
const button = () => screen.getByRole<HTMLButtonElement>('button')
const press = () => fireEvent.click(button())
const ids = { imp_uid: 'imp_1' }

describe('버튼', () => {
  it('가격을 말하고, 상태가 바뀌면 무슨 일인지 말한다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    const order = orderOf()
    server(() => recordOf(order))
    show(<kit.TossCheckoutButton order={order} />)
    const said = [[button().dataset.state, button().textContent]]
    press()
    said.push([button().dataset.state, button().textContent])
    imp.answer(ids)
    await pass()
    said.push([button().dataset.state, button().textContent])
    expect(said).toEqual([
      ['idle', '55,000원 결제하기'],
      ['in-window', '결제창에서 진행해 주세요'],
      ['paid', '결제가 완료됐어요'],
    ])
  })

  it('가상계좌면 결제하라고 하지 않고 계좌를 받으라고 하며, 말은 상점이 바꿀 수 있다', async () => {
    const { kit, show } = await openShop()
    const order = orderOf()
    const page = (provider?: object) =>
      show(<kit.TossCheckoutButton order={order} payMethod="vbank" />, provider)
    const said = [
      {},
      { locale: 'en', messages: kit.en },
      { messages: { 'pay-vbank': (price: string) => `${price} 입금할 계좌 받기` } },
    ]
    const labels = said.map((provider) => {
      const { unmount } = page(provider)
      const label = button().textContent
      unmount()
      return label
    })
    expect(labels).toEqual(['가상계좌 발급받기', 'Get an account number', '55,000원 입금할 계좌 받기'])
  })

  it('진행 중에는 aria-busy와 aria-disabled를 말하지만 disabled는 아니어서 초점을 잃지 않는다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    server(() => null)
    show(<kit.TossCheckoutButton order={orderOf()} />)
    press()
    expect([button().ariaBusy, button().ariaDisabled, button().disabled]).toEqual(['true', 'true', false])
    expect(document.activeElement).toBe(button())
    imp.answer({ ...ids, error_code: 'USER_CANCEL' })
    await pass()
    expect([button().ariaBusy, button().ariaDisabled]).toEqual([null, null])
  })

  it('돈이 나갔거나 나갔을 수 있는 실패에만 data-charged가 있고, 누르면 다시 결제하지 않고 물어본다', async () => {
    const { kit, show, imp, pass, server, asked } = await openShop()
    const order = orderOf()
    show(<kit.TossCheckoutButton order={order} />)
    const charged = () => [button().dataset.state, button().dataset.charged, button().textContent]
    press()
    imp.answer({ ...ids, error_code: 'PAY_PROCESS_CANCELED', error_msg: '카드 한도 초과' })
    await pass(60_000)
    server(() => recordOf({ ...order, amount: 1_000 }))
    press()
    imp.answer(ids)
    await pass()
    expect(charged()).toEqual(['failed', '', '결제 내용 다시 확인하기'])
    const [opened, questions] = [imp.calls.length, asked.length]
    press()
    await pass()
    expect([imp.calls.length, asked.length]).toEqual([opened, questions + 1])
    expect(button().ariaDisabled).toBeNull()
  })

  it.each([
    ['결제가 끝나면', 'paid', {}],
    [
      '계좌가 발급되면',
      'awaiting-deposit',
      {
        status: 'ready',
        payMethod: 'vbank',
        virtualAccount: { bankCode: '088', bankName: '신한은행', number: '1', holder: null, dueAt: 0 },
      },
    ],
  ] as const)('%s 더 누를 것이 없다고 스크린 리더에도 말한다', async (_, status, more) => {
    const { kit, show, imp, pass, server } = await openShop()
    const order = orderOf()
    server(() => recordOf(order, more))
    show(<kit.TossCheckoutButton order={order} />)
    press()
    imp.answer(ids)
    await pass()
    expect([button().dataset.state, button().ariaDisabled, button().disabled]).toEqual([
      status,
      'true',
      false,
    ])
    expect(document.activeElement).toBe(button())
  })

  it('창이 닫히면 초점이 버튼으로 돌아오되, 구매자가 옮긴 초점은 빼앗지 않는다', async () => {
    for (const moved of [false, true]) {
      const { kit, show, imp, pass } = await openShop()
      show([<kit.TossCheckoutButton key="pay" order={orderOf()} />, <input key="memo" aria-label="메모" />])
      press()
      if (moved) screen.getByRole('textbox').focus()
      else button().blur()
      imp.answer({ ...ids, error_code: 'USER_CANCEL' })
      await pass()
      expect(document.activeElement).toBe(moved ? screen.getByRole('textbox') : button())
    }
  })

  it('버튼의 모든 속성과 ref가 그대로 간다', async () => {
    const { kit, show } = await openShop()
    const ref = createRef<HTMLButtonElement>()
    const onPointerEnter = vi.fn()
    show(
      <kit.TossCheckoutButton
        ref={ref}
        order={orderOf()}
        id="pay"
        className="cta"
        style={{ color: 'red' }}
        title="결제"
        form="cart"
        data-testid="pay"
        aria-describedby="terms"
        onPointerEnter={onPointerEnter}
      />,
    )
    expect(ref.current).toBe(button())
    expect(button().type).toBe('button')
    for (const [name, value] of Object.entries({
      id: 'pay',
      class: 'cta',
      style: 'color: red;',
      title: '결제',
      form: 'cart',
      'data-testid': 'pay',
      'aria-describedby': 'terms',
    })) {
      expect(button().getAttribute(name)).toBe(value)
    }
    fireEvent.pointerEnter(button())
    expect(onPointerEnter).toHaveBeenCalledTimes(1)
    for (const name of ['order', 'paymethod', 'onpaid', 'aschild'])
      expect(button().hasAttribute(name)).toBe(false)
  })

  it('disabled인 버튼은 결제하지 않는다', async () => {
    const { kit, show, imp } = await openShop()
    show(<kit.TossCheckoutButton order={orderOf()} disabled />)
    press()
    expect(imp.calls).toEqual([])
  })

  it('상점의 onClick이 먼저이고, preventDefault면 결제창이 열리지 않는다', async () => {
    const { kit, show, imp } = await openShop()
    let agreed = false
    let opened: number | undefined
    const onClick = vi.fn((event: React.MouseEvent) => {
      opened = imp.calls.length
      if (!agreed) event.preventDefault()
    })
    show(<kit.TossCheckoutButton order={orderOf()} onClick={onClick} />)
    press()
    expect([imp.calls.length, button().dataset.state]).toEqual([0, 'idle'])
    agreed = true
    press()
    expect([opened, imp.calls.length]).toEqual([0, 1])
  })

  it('children은 글자이거나 상태를 받는 함수다', async () => {
    const { kit, show } = await openShop()
    const { rerender, container } = show(
      <kit.TossCheckoutButton order={orderOf()}>주문 완료하기</kit.TossCheckoutButton>,
    )
    expect(button().textContent).toBe('주문 완료하기')
    rerender(<i />)
    expect(container.querySelector('button')).toBeNull()
    show(
      <kit.TossCheckoutButton order={orderOf()}>
        {(state: PaymentState) => <b>지금 {state.status}</b>}
      </kit.TossCheckoutButton>,
    )
    press()
    expect(button().innerHTML).toBe('<b>지금 in-window</b>')
  })

  it('누를 때의 최신 값을 쓰고, 시작한 결제는 그때의 값과 핸들러로 끝난다', async () => {
    const shop = await openShop()
    const { kit, imp, pass, server, settings } = shop
    const [before, after] = [vi.fn(), vi.fn()]
    const order = orderOf()
    const page = (amount: number, onPaid: () => void) => (
      <kit.TossCheckoutProvider {...settings}>
        <kit.TossCheckoutButton order={{ ...order, amount }} cardQuota={[amount / 10_000]} onPaid={onPaid} />
      </kit.TossCheckoutProvider>
    )
    const { rerender } = shop.show(null)
    rerender(page(60_000, vi.fn()))
    rerender(page(70_000, before))
    press()
    expect(imp.calls[0]).toMatchObject({ amount: 70_000, display: { card_quota: [7] } })
    rerender(page(90_000, after))
    server(() => recordOf({ ...order, amount: 70_000 }))
    imp.answer(ids)
    await pass()
    expect(button().dataset.state).toBe('paid')
    expect([before.mock.calls.length, after.mock.calls.length]).toEqual([1, 0])
  })

  it('부모가 다시 그려져도, 다른 주문이 진행돼도, 버튼은 다시 그려지지 않는다', async () => {
    const shop = await openShop()
    const { kit, settings } = shop
    let drawn = 0
    const order = orderOf()
    const children = () => {
      drawn++
      return '결제'
    }
    const other = orderOf()
    const page = (text: string) => (
      <kit.TossCheckoutProvider {...settings} onSettled={() => {}}>
        <p>{text}</p>
        <kit.TossCheckoutButton order={order}>{children}</kit.TossCheckoutButton>
        <Profiler id="other" onRender={() => {}}>
          <kit.TossCheckoutButton order={other} data-testid="other" />
        </Profiler>
      </kit.TossCheckoutProvider>
    )
    const { rerender } = shop.show(null)
    rerender(page('하나'))
    const once = drawn
    rerender(page('둘'))
    act(() => screen.getByTestId('other').click())
    expect(screen.getByTestId('other').dataset.state).toBe('in-window')
    expect(drawn).toBe(once)
  })
})
