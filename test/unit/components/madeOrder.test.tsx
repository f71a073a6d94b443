import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Order } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())
const button = () => screen.getByRole<HTMLButtonElement>('button')
const press = () => fireEvent.click(button())
const state = () => button().dataset.state
const ids = { imp_uid: 'imp_1' }

/** A button whose order the merchant's server makes, new every time it is asked. */
async function open(make?: () => Promise<Order>) {
  const shop = await openShop()
  const made: Order[] = []
  const order = vi.fn(
    make ??
      (async () => {
        made.push(orderOf())
        return made.at(-1) as Order
      }),
  )
  shop.server(({ merchantUid }) => {
    const bought = made.find((each) => each.merchantUid === merchantUid)
    return bought ? recordOf(bought) : null
  })
  shop.show(<shop.kit.TossCheckoutButton order={order} />)
  return { ...shop, order, made }
}

describe('서버가 만드는 주문', () => {
  it.each([
    ['포인터가 다가오면', () => fireEvent.pointerEnter(button())],
    ['초점이 오면', () => act(() => button().focus())],
  ])('%s 미리 만들어, 누르는 그 틱에 결제창이 열린다', async (_, arrive) => {
    const { order, made, imp, pass } = await open()
    arrive()
    await pass()
    expect(order).toHaveBeenCalledTimes(1)
    expect([state(), button().textContent]).toEqual(['idle', '55,000원 결제하기'])
    press()
    expect(imp.calls).toMatchObject([{ merchant_uid: made[0]?.merchantUid }])
    expect(order).toHaveBeenCalledTimes(1)
  })

  it('미리 만들지 못했으면 누른 뒤 만들어 열고, 그동안 두 번 눌러도 한 번만 만든다', async () => {
    const { order, imp, pass } = await open()
    press()
    press()
    expect([state(), imp.calls.length]).toEqual(['preparing', 0])
    await pass()
    expect([state(), imp.calls.length]).toEqual(['in-window', 1])
    expect(order).toHaveBeenCalledTimes(1)
  })

  it('미리 만든 주문은 1분이 지나면 쓰지 않는다', async () => {
    const { order, made, imp, pass } = await open()
    fireEvent.pointerEnter(button())
    await pass(60_001)
    press()
    await pass()
    expect(order).toHaveBeenCalledTimes(2)
    expect(imp.calls).toMatchObject([{ merchant_uid: made[1]?.merchantUid }])
  })

  it.each([
    ['거절되면', () => Promise.reject(new Error('품절'))],
    [
      '그 자리에서 던지면',
      () => {
        throw new Error('sync')
      },
    ],
    ['주문이 없으면', () => Promise.resolve(null as never)],
  ])('주문을 만들다 %s 결제창 없이 실패하고, 다시 누를 수 있다', async (_, make) => {
    const { imp, pass, ends } = await open(make)
    fireEvent.pointerEnter(button())
    await pass()
    expect(ends).toEqual([])
    press()
    await pass()
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'ORDER_UNAVAILABLE', retryable: true } }])
    expect(imp.calls).toEqual([])
    press()
    expect(state()).toBe('preparing')
  })

  it('주문을 만드는 서버가 15초 동안 답하지 않으면 버튼을 돌려준다', async () => {
    const { imp, pass, ends } = await open(() => new Promise(() => {}))
    press()
    await pass(14_999)
    expect(state()).toBe('preparing')
    await pass(1)
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'ORDER_UNAVAILABLE', charged: 'no' } }])
    expect(button().dataset.retryable).toBe('')
    expect(imp.calls).toEqual([])
  })

  it.each([undefined, null])('주문이 아직 %s이면 던지지 않고 주문이 없다고 한다', async (order) => {
    const { kit, show, imp, pass, ends } = await openShop()
    show(<kit.TossCheckoutButton order={order as never} />)
    press()
    await pass()
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'ORDER_UNAVAILABLE' } }])
    expect(imp.calls).toEqual([])
  })

  it('그만두고 다시 누르면 새 주문으로 연다', async () => {
    const { made, imp, pass, server } = await open()
    press()
    await pass()
    server(() => null)
    imp.answer({ ...ids, error_code: 'USER_CANCEL' })
    await pass()
    press()
    await pass()
    expect(imp.calls.map(({ merchant_uid }) => merchant_uid)).toEqual(
      made.map(({ merchantUid }) => merchantUid),
    )
    expect(made).toHaveLength(2)
  })
})

describe('결제가 끝난 버튼은 두 번째 주문을 만들지 않는다', () => {
  it('결제된 뒤 다시 눌러도', async () => {
    const { order, imp, pass } = await open()
    press()
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('paid')
    press()
    await pass()
    expect([imp.calls.length, order.mock.calls.length]).toEqual([1, 1])
  })

  it('창이 열린 동안 포인터가 스쳤다가, 결제된 뒤 다시 눌러도', async () => {
    const { order, imp, pass } = await open()
    press()
    await pass()
    fireEvent.pointerEnter(button())
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('paid')
    press()
    await pass()
    expect([imp.calls.length, order.mock.calls.length]).toEqual([1, 1])
  })

  it('창이 닫히며 초점이 버튼으로 돌아와도', async () => {
    const { order, imp, pass } = await open()
    press()
    await pass()
    act(() => button().blur())
    imp.answer(ids)
    await pass()
    expect(document.activeElement).toBe(button())
    press()
    await pass()
    expect([imp.calls.length, order.mock.calls.length]).toEqual([1, 1])
  })

  it('입금을 기다리는 동안 포인터가 스쳤다가 다시 눌러도', async () => {
    const { made, imp, pass, server } = await open()
    const virtualAccount = {
      bankCode: '04',
      bankName: '국민',
      number: '1',
      holder: null,
      dueAt: 1_900_000_000,
    }
    server(() => recordOf(made[0] as Order, { status: 'ready', virtualAccount }))
    press()
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('awaiting-deposit')
    fireEvent.pointerEnter(button())
    await pass()
    press()
    await pass()
    expect(imp.calls).toHaveLength(1)
  })

  it('확인되지 않은 뒤 포인터가 스쳤다가 눌러도, 다시 결제하라고 하지 않는다', async () => {
    const { imp, pass, server } = await open()
    server(() => Promise.reject(new Error('500')))
    press()
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('unconfirmed')
    fireEvent.pointerEnter(button())
    await pass()
    press()
    await pass()
    expect(imp.calls).toHaveLength(1)
    expect(button().textContent).toBe('결제 결과 다시 확인하기')
  })

  it('다른 주문의 창이 열린 동안 눌려도, 결제된 채로 있다', async () => {
    const { kit, show, order, imp, pass } = await open()
    press()
    await pass()
    imp.answer(ids)
    await pass()
    const { container } = show(<kit.TossCheckoutButton order={orderOf()} />)
    fireEvent.click(container.querySelector('button') as HTMLElement)
    const [mine] = screen.getAllByRole('button')
    fireEvent.click(mine as HTMLElement)
    expect(mine?.dataset.state).toBe('paid')
    expect(order).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['창이 열린 동안', false],
    ['확인되지 않은 뒤', true],
  ])(
    '%s 화면이 사라졌다 돌아온 버튼은 그 결제를 이어 가고, 결제되면 새 주문을 만들지 않는다',
    async (_, answered) => {
      const { kit, show, imp, pass, server } = await openShop()
      const made: Order[] = []
      const order = vi.fn(async () => {
        made.push(orderOf())
        return made.at(-1) as Order
      })
      const page = show(<kit.TossCheckoutButton order={order} />)
      server(() => Promise.reject(new Error('500')))
      press()
      await pass()
      if (answered) {
        imp.answer(ids)
        await pass()
      }
      page.unmount()
      show(<kit.TossCheckoutButton order={order} />)
      await pass()
      if (!answered) {
        expect(state()).toBe('in-window')
        imp.answer(ids)
        await pass()
      }
      expect(state()).toBe('unconfirmed')
      server(() => recordOf(made[0] as Order))
      press()
      await pass()
      expect(state()).toBe('paid')
      press()
      await pass()
      expect([state(), imp.calls.length, order.mock.calls.length]).toEqual(['paid', 1, 1])
    },
  )

  it('결제가 끝난 뒤 사라졌다 돌아온 버튼은 새로 살 수 있다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    const order = vi.fn(async () => orderOf())
    server(({ merchantUid }) => recordOf({ merchantUid, amount: 55_000 }))
    const page = show(<kit.TossCheckoutButton order={order} />)
    press()
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('paid')
    page.unmount()
    show(<kit.TossCheckoutButton order={order} />)
    expect(state()).toBe('idle')
    press()
    await pass()
    expect(imp.calls).toHaveLength(2)
  })

  it('옆에 있는 다른 버튼의 결제는 제 것으로 삼지 않는다', async () => {
    const { kit, show, imp, pass } = await openShop()
    show(
      <>
        <kit.TossCheckoutButton order={async () => orderOf()} />
        <kit.TossCheckoutButton order={async () => orderOf()} />
      </>,
      {},
      true,
    )
    const [mine, other] = screen.getAllByRole('button')
    fireEvent.click(mine as HTMLElement)
    await pass()
    expect([mine?.dataset.state, other?.dataset.state]).toEqual(['in-window', 'idle'])
    fireEvent.pointerEnter(other as HTMLElement)
    await pass(5_000)
    expect(other?.dataset.state).toBe('idle')
    expect(imp.calls).toHaveLength(1)
  })

  it('돈이 나갔는데 금액이 다른 뒤 사라졌다 돌아온 버튼도, 새 주문을 만들지 않고 다시 확인한다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    const order = vi.fn(async () => orderOf())
    server(({ merchantUid }) => recordOf({ merchantUid, amount: 54_000 }))
    const page = show(<kit.TossCheckoutButton order={order} />)
    press()
    await pass()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('failed')
    page.unmount()
    show(<kit.TossCheckoutButton order={order} />)
    expect(button().textContent).toBe('결제 내용 다시 확인하기')
    press()
    await pass()
    expect([imp.calls.length, order.mock.calls.length]).toEqual([1, 1])
  })
})

describe('다른 상품의 버튼', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'userActivation'))
  const goods = (name: string) => async () => orderOf({ name })

  it('앞 상품이 한 번 더 눌러 달라고 하던 채 상품이 바뀌면, 누른 상품이 결제창에 열린다', async () => {
    const active = { isActive: true }
    Object.defineProperty(navigator, 'userActivation', { value: active, configurable: true })
    const { kit, show, imp, pass } = await openShop()
    let give = (_: Order) => {}
    const late = () =>
      new Promise<Order>((resolve) => {
        give = resolve
      })
    const page = show(<kit.TossCheckoutButton order={late} />)
    press()
    await pass()
    active.isActive = false
    give(orderOf({ name: '앞 상품' }))
    await pass()
    expect(button().textContent).toBe('한 번 더 눌러 주세요')
    page.unmount()
    show(<kit.TossCheckoutButton order={goods('뒤 상품')} />)
    active.isActive = true
    press()
    await pass()
    expect(imp.calls).toMatchObject([{ name: '뒤 상품' }])
  })

  it('옆 상품의 버튼이 사라진 뒤 그 결제가 끝나도 결제 완료라고 하지 않고, 제 상품을 결제한다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    server(({ merchantUid }) => recordOf({ merchantUid, amount: 55_000 }))
    const modal = show(<kit.TossCheckoutButton order={goods('옆 상품')}>옆</kit.TossCheckoutButton>)
    show(<kit.TossCheckoutButton order={goods('내 상품')}>나</kit.TossCheckoutButton>)
    fireEvent.click(screen.getByRole('button', { name: '옆' }))
    await pass()
    modal.unmount()
    imp.answer(ids)
    await pass()
    expect(state()).toBe('idle')
    press()
    await pass()
    expect(imp.calls.map(({ name }) => name)).toEqual(['옆 상품', '내 상품'])
  })

  it('누가 적었는지 모를 주소의 결과를 확인하지 못했다고, 제 결제를 다시 확인하라고 하지 않는다', async () => {
    history.replaceState(null, '', '/done?imp_uid=imp_1&merchant_uid=order-elsewhere&imp_success=true')
    const { kit, show, pass, server } = await openShop({ clean: false })
    server(() => Promise.reject(new Error('down')))
    const Return = () => {
      kit.usePaymentRedirect()
      return null
    }
    show(
      <>
        <Return />
        <kit.TossCheckoutButton order={goods('내 상품')} />
      </>,
    )
    await pass(60_000)
    expect([state(), button().textContent]).toEqual(['idle', '결제하기'])
  })
})
