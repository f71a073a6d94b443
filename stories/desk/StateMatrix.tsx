import { type MouseEvent, useEffect, useState } from 'react'
import { type Order, TossCheckoutButton } from 'react-toss-checkout'
import { Matrix } from '../components/Matrix.js'
import { newOrderNumber } from '../playground/pageShop.js'
import { SandboxShop } from '../playground/SandboxShop.js'
import { exampleStates, putState, type StateName, stateNames } from './putState.js'
import '../shop/shop.css'
import './desk.css'

const makeOrder = (): Order => ({ merchantUid: newOrderNumber(), name: '손뜨개 울 머플러', amount: 55_000 })

const makeLater = async () => makeOrder()

const stop = (event: MouseEvent) => event.preventDefault()

const examples: Record<StateName, { title: [ko: string, en: string]; code: string }> = {
  idle: { title: ['누르기 전', 'At rest'], code: 'idle' },
  preparing: { title: ['준비하는 중', 'Getting ready'], code: 'preparing' },
  pressAgain: { title: ['한 번 더 눌러야 할 때', 'Needs one more press'], code: 'preparing · press-again' },
  inWindow: { title: ['결제창이 열려 있을 때', 'Window open'], code: 'in-window' },
  confirming: { title: ['서버에 확인하는 중', 'Asking the server'], code: 'confirming' },
  paid: { title: ['결제 완료', 'Paid'], code: 'paid' },
  awaitingDeposit: { title: ['가상계좌 입금 대기', 'Waiting for a deposit'], code: 'awaiting-deposit' },
  dismissed: { title: ['구매자가 창을 닫았을 때', 'The buyer closed the window'], code: 'dismissed' },
  failedRetryable: { title: ['실패, 다시 눌러도 될 때', 'Failed, may retry'], code: 'failed · retryable' },
  failed: { title: ['실패, 다시 눌러도 소용없을 때', 'Failed, retrying is no use'], code: 'failed' },
  failedCharged: { title: ['실패, 돈이 나갔을 때', 'Failed, money moved'], code: 'failed · charged' },
  unconfirmed: { title: ['결과를 모를 때', 'Result unknown'], code: 'unconfirmed' },
}

/** Every state of the real button, in every size and both themes. Pressing does nothing here. */
export function StateMatrix() {
  return <SandboxShop>{() => <Frames />}</SandboxShop>
}

function Frames() {
  const [orders] = useState(
    () => Object.fromEntries(stateNames.map((name) => [name, makeOrder()])) as Record<StateName, Order>,
  )
  const [spare] = useState(makeOrder)
  const [dollars] = useState<Order>(() => ({ ...makeOrder(), amount: 40, currency: 'USD' }))
  useEffect(() => {
    const undo = stateNames.map((name) => putState(orders[name], exampleStates[name](orders[name])))
    return () => {
      for (const each of undo) each()
    }
  }, [orders])
  return (
    <Matrix
      states={[
        ...stateNames.map((name) => ({
          ...examples[name],
          shows: () => <TossCheckoutButton order={orders[name]} onClick={stop} className="pay-button" />,
        })),
        {
          title: ['지금은 누를 수 없을 때', 'Not available'],
          code: 'disabled',
          shows: () => <TossCheckoutButton order={spare} disabled className="pay-button" />,
        },
        {
          title: ['주문을 아직 모를 때', 'Order not known yet'],
          code: 'order={() => …}',
          shows: () => <TossCheckoutButton order={makeLater} onClick={stop} className="pay-button" />,
        },
        {
          title: ['원화가 아닐 때', 'Not in won'],
          code: "currency: 'USD'",
          shows: () => <TossCheckoutButton order={dollars} onClick={stop} className="pay-button" />,
        },
        {
          title: ['긴 한국어', 'Long Korean'],
          code: 'children',
          shows: () => (
            <TossCheckoutButton order={spare} onClick={stop} className="pay-button">
              주문 내용과 개인정보 제3자 제공에 모두 동의하고, 고른 카드의 앱카드로 1,234,567원을 6개월 무이자
              할부로 결제하기
            </TossCheckoutButton>
          ),
        },
      ]}
    />
  )
}
