import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

let made: string[]
beforeEach(() => {
  made = []
})
afterEach(closeShop)

/** As a shop's server makes them: another number each time. */
const makeOrder = async () => {
  const order = orderOf()
  made.push(order.merchantUid)
  return order
}
const button = () => screen.getByRole('button')
const state = () => button().dataset.state
const isPaid = (shop: Shop) => shop.server(({ merchantUid }) => recordOf({ merchantUid, amount: 55_000 }))

/** The window is open when the buyer reloads; the payment is approved all the same. */
async function reloaded(show: (shop: Shop) => void): Promise<Shop> {
  const before = await openShop()
  show(before)
  fireEvent.click(button())
  await before.pass(100)
  expect(made).toHaveLength(1)
  const after = await openShop({ clean: false })
  isPaid(after)
  show(after)
  await after.pass(5000)
  return after
}

describe('서버가 주문을 만드는 버튼과 새로고침', () => {
  it('결제창이 열린 채 새로고침한 사이 결제되었으면 그렇다고 하고, 다시 눌러도 또 결제하지 않는다', async () => {
    const onPaid = vi.fn()
    const shop = await reloaded(({ kit: { TossCheckoutButton }, show }) =>
      show(<TossCheckoutButton order={makeOrder} onPaid={onPaid} />),
    )
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(state()).toBe('paid')
    fireEvent.click(button())
    await shop.pass(1000)
    expect(made).toHaveLength(1)
  })

  it('버튼이 늦게 나타나도 아직 아무도 듣지 못한 결제를 알린다', async () => {
    const onPaid = vi.fn()
    function Late({ kit: { TossCheckoutButton } }: Shop) {
      const [ready, setReady] = useState(made.length === 0)
      return ready ? (
        <TossCheckoutButton order={makeOrder} onPaid={onPaid} />
      ) : (
        <button type="button" onClick={() => setReady(true)} />
      )
    }
    const shop = await reloaded((each) => each.show(<Late {...each} />))
    expect(onPaid).not.toHaveBeenCalled()
    fireEvent.click(button())
    await shop.pass(10)
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(state()).toBe('paid')
  })

  it('돌아온 화면이 이미 알린 결제는 다음에 볼 상품의 버튼에 남지 않는다', async () => {
    history.replaceState(null, '', '/done?imp_uid=imp_1&merchant_uid=order-before')
    const shop = await openShop({ clean: false })
    isPaid(shop)
    const { TossCheckoutButton, usePaymentRedirect } = shop.kit
    const Done = ({ onGo }: { onGo: () => void }) => (
      <button type="button" data-state={usePaymentRedirect().state.status} onClick={onGo} />
    )
    function Shopping() {
      const [isDone, setDone] = useState(true)
      return isDone ? <Done onGo={() => setDone(false)} /> : <TossCheckoutButton order={makeOrder} />
    }
    shop.show(<Shopping />)
    await shop.pass(5000)
    expect(state()).toBe('paid')
    fireEvent.click(button())
    await shop.pass(10)
    expect(state()).toBe('idle')
    fireEvent.click(button())
    await shop.pass(1000)
    expect(shop.imp.calls.map((call) => call.merchant_uid)).toEqual(made)
  })
})

describe('usePayment가 보여 주는 결제', () => {
  const payWith = ({ kit }: Shop) =>
    function Pay() {
      const { state, pay } = kit.usePayment()
      return <button type="button" data-state={state.status} onClick={() => pay(makeOrder)} />
    }

  it('새로고침한 뒤 결제 완료를 보여 주면, pay는 그 결제를 돌려주고 창을 열지 않는다', async () => {
    const shop = await reloaded((each) => {
      const Pay = payWith(each)
      each.show(<Pay />)
    })
    expect(state()).toBe('paid')
    fireEvent.click(button())
    await shop.pass(1000)
    expect(made).toHaveLength(1)
  })

  it('화면이 사라졌다 돌아와 결제 완료를 보여 줄 때에도 그렇다', async () => {
    const shop = await openShop()
    isPaid(shop)
    const Pay = payWith(shop)
    function App() {
      const [round, setRound] = useState(0)
      return (
        <>
          <Pay key={round} />
          <input aria-label="again" onChange={() => setRound(round + 1)} />
        </>
      )
    }
    shop.show(<App />)
    fireEvent.click(button())
    await shop.pass(100)
    shop.imp.answer({ imp_uid: 'imp_1', merchant_uid: made[0] })
    await shop.pass(5000)
    fireEvent.change(screen.getByLabelText('again'), { target: { value: 'again' } })
    await shop.pass(10)
    expect(state()).toBe('paid')
    fireEvent.click(button())
    await shop.pass(1000)
    expect(shop.imp.calls).toHaveLength(1)
  })
})

it('서버에 물을 길이 없는 상점의 버튼은 눌러도 그대로인 대신 실패라고 한다', async () => {
  const shop = await openShop()
  const { TossCheckoutButton } = shop.kit
  shop.show(<TossCheckoutButton order={orderOf()} />, { endpoint: undefined, confirm: undefined })
  fireEvent.click(button())
  await shop.pass(10)
  expect(state()).toBe('failed')
  expect(shop.imp.calls).toEqual([])
})

describe('이 탭이 연 적 없는 결제로 돌아온 화면', () => {
  it('서버가 모른다고 한 주소는 다른 주문의 결제를 막지 않는다', async () => {
    history.replaceState(null, '', '/done?imp_uid=imp_1&merchant_uid=order-of-nobody')
    const shop = await openShop({ clean: false })
    const { TossCheckoutButton, usePaymentRedirect } = shop.kit
    const order = orderOf()
    shop.server(() => null)
    const Done = () => <p>{usePaymentRedirect().state.status}</p>
    shop.show(
      <>
        <Done />
        <TossCheckoutButton order={order} />
      </>,
    )
    await shop.pass(60_000)
    expect(screen.getByText('unconfirmed')).toBeTruthy()
    fireEvent.click(button())
    await shop.pass(100)
    expect(shop.imp.calls).toMatchObject([{ merchant_uid: order.merchantUid }])
  })
})
