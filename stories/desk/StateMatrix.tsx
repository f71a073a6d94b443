import { type MouseEvent, useEffect, useState } from 'react'
import { type Order, TossCheckoutButton } from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'
import { newOrderNumber } from '../playground/pageShop.js'
import { SandboxShop } from '../playground/SandboxShop.js'
import { exampleStates, putState, type StateName, stateNames } from './putState.js'
import '../shop/shop.css'
import './desk.css'

const makeOrder = (): Order => ({ merchantUid: newOrderNumber(), name: '손뜨개 울 머플러', amount: 55_000 })

const makeLater = async () => makeOrder()

const stop = (event: MouseEvent) => event.preventDefault()

/** Every state of the real button in one frame. Pressing does nothing here. */
export function StateMatrix() {
  return <SandboxShop>{() => <Frames />}</SandboxShop>
}

function Frames() {
  const say = useSay()
  const captions: Record<StateName, [string, string]> = {
    idle: [say('누르기 전', 'At rest'), 'idle'],
    preparing: [say('준비하는 중', 'Getting ready'), 'preparing'],
    pressAgain: [say('한 번 더 눌러야 할 때', 'Needs one more press'), 'preparing · press-again'],
    inWindow: [say('결제창이 열려 있을 때', 'Window open'), 'in-window'],
    confirming: [say('서버에 확인하는 중', 'Asking the server'), 'confirming'],
    paid: [say('결제 완료', 'Paid'), 'paid'],
    awaitingDeposit: [say('가상계좌 입금 대기', 'Waiting for a deposit'), 'awaiting-deposit'],
    dismissed: [say('구매자가 창을 닫았을 때', 'The buyer closed the window'), 'dismissed'],
    failedRetryable: [say('실패, 다시 눌러도 될 때', 'Failed, may retry'), 'failed · retryable'],
    failed: [say('실패, 다시 눌러도 소용없을 때', 'Failed, retrying is no use'), 'failed'],
    failedCharged: [say('실패, 돈이 나갔을 때', 'Failed, money moved'), 'failed · charged'],
    unconfirmed: [say('결과를 모를 때', 'Result unknown'), 'unconfirmed'],
  }
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
    <div className="matrix">
      {stateNames.map((name) => (
        <figure key={name}>
          <figcaption>
            {captions[name][0]}
            <code>{captions[name][1]}</code>
          </figcaption>
          <TossCheckoutButton order={orders[name]} onClick={stop} className="pay-button" />
        </figure>
      ))}
      <figure>
        <figcaption>
          {say('지금은 누를 수 없을 때', 'Not available')}
          <code>disabled</code>
        </figcaption>
        <TossCheckoutButton order={spare} disabled className="pay-button" />
      </figure>
      <figure>
        <figcaption>
          {say('주문을 아직 모를 때', 'Order not known yet')}
          <code>{'order={() => …}'}</code>
        </figcaption>
        <TossCheckoutButton order={makeLater} onClick={stop} className="pay-button" />
      </figure>
      <figure>
        <figcaption>
          {say('원화가 아닐 때', 'Not in won')}
          <code>currency: 'USD'</code>
        </figcaption>
        <TossCheckoutButton order={dollars} onClick={stop} className="pay-button" />
      </figure>
      <figure data-wide="">
        <figcaption>
          {say('긴 한국어', 'Long Korean')}
          <code>children</code>
        </figcaption>
        <TossCheckoutButton order={spare} onClick={stop} className="pay-button">
          주문 내용과 개인정보 제3자 제공에 모두 동의하고, 고른 카드의 앱카드로 1,234,567원을 6개월 무이자
          할부로 결제하기
        </TossCheckoutButton>
      </figure>
    </div>
  )
}
