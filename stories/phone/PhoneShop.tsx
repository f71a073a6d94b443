import { useState } from 'react'
import { type PaymentRedirect, TossCheckoutButton, usePayment, usePaymentRedirect } from 'react-toss-checkout'
import { StateFacts } from '../desk/StateFacts.js'
import { usePlayground, useSay } from '../playground/Playground.js'
import type { ShopTools } from '../playground/SandboxShop.js'
import { BuyerNotice } from '../shop/BuyerNotice.js'
import { RecordTable } from '../shop/RecordTable.js'
import { PhonePages, storyUrl } from './PhonePages.js'
import '../shop/shop.css'
import '../desk/desk.css'

/** The address without Storybook's own parameters. */
function address(): string {
  const params = new URLSearchParams(location.search)
  for (const own of ['id', 'viewMode', 'globals', 'args']) params.delete(own)
  return `/complete?${params}`
}

/** A shop on a phone: paying leaves the page, and the return URL brings the buyer back. */
export function PhoneShop() {
  const [phone, setPhone] = useState(true)
  return (
    <PhonePages
      phone={phone}
      checkout={(tools) => (
        <div className="desk desk-narrow">
          <Checkout tools={tools} phone={phone} onPhone={setPhone} />
        </div>
      )}
      returned={() => (
        <div className="desk desk-narrow">
          <Returned />
        </div>
      )}
    />
  )
}

interface CheckoutProps {
  tools: ShopTools
  phone: boolean
  onPhone: (phone: boolean) => void
}

function Checkout({ tools, phone, onPhone }: CheckoutProps) {
  const say = useSay()
  const { orderNumber } = tools
  const { state } = usePayment({ merchantUid: orderNumber })
  const name = say('손뜨개 울 머플러 외 1건', 'Hand-knit wool muffler and 1 more')
  return (
    <section className="shop-card desk-buyer">
      <h2>{say('주문서', 'Checkout')}</h2>
      <p>{name}</p>
      <label className="switch">
        <input type="checkbox" checked={phone} onChange={() => onPhone(!phone)} />
        {say('이 브라우저가 휴대폰인 척하기', 'Pretend that this browser is a phone')}
      </label>
      <p className="soft">
        {say(
          '휴대폰에서는 결제창이 이 페이지를 떠나요. 결제를 마치면 주소에 결과를 달고 돌아와요.',
          'On a phone paying leaves this page and comes back with the result in the address.',
        )}
      </p>
      <BuyerNotice state={state} />
      <TossCheckoutButton order={{ merchantUid: orderNumber, name, amount: 55_000 }} className="pay-button" />
    </section>
  )
}

function Returned() {
  const say = useSay()
  const { locale } = usePlayground()
  const { state, order, askAgain }: PaymentRedirect = usePaymentRedirect()
  const ended = state.status === 'paid' || state.status === 'awaiting-deposit'
  return (
    <section className="shop-card desk-buyer">
      <h2>
        {state.status === 'paid'
          ? say('결제가 완료됐어요', 'Your order is paid')
          : state.status === 'awaiting-deposit'
            ? say('입금을 기다리고 있어요', 'Waiting for your deposit')
            : say('결제 결과', 'Your payment')}
      </h2>
      {order?.name && <p>{order.name}</p>}
      {state.status === 'confirming' && (
        <p>{say('상점 서버에 확인하고 있어요.', 'Asking the shop’s server.')}</p>
      )}
      <BuyerNotice state={state} />
      {ended && <RecordTable payment={state.payment} />}
      {state.status === 'unconfirmed' && (
        <button type="button" className="plain-button" onClick={askAgain}>
          {say('결제 결과 다시 확인하기', 'Check again')}
        </button>
      )}
      <StateFacts state={state} />
      <p className="soft" lang={locale}>
        {say('지금 주소: ', 'Address now: ')}
        <code>{address()}</code>
      </p>
      <button type="button" className="plain-button" onClick={() => location.assign(storyUrl())}>
        {say('주문서로 돌아가기', 'Back to the checkout')}
      </button>
    </section>
  )
}
