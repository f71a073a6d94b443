import { useMemo, useState } from 'react'
import { type Buyer, formatWon, type Order, type PaymentOptions, usePayment } from 'react-toss-checkout'
import { usePlayground, useSay } from '../playground/Playground.js'
import { SandboxShop, type ShopTools } from '../playground/SandboxShop.js'
import { BuyerFields } from './BuyerFields.js'
import { ConfirmedOrder } from './ConfirmedOrder.js'
import { DeliveryAddress } from './DeliveryAddress.js'
import { DepositWait } from './DepositWait.js'
import { basket, goodsTotal, shippingFee } from './goods.js'
import { MethodChooser, type ShopMethod, useMethods } from './MethodChooser.js'
import { OrderLines } from './OrderLines.js'
import { PayBar } from './PayBar.js'
import './shop.css'

export interface CheckoutPageProps {
  /** The method that is chosen when the page opens. */
  initialMethod?: ShopMethod
}

/** A whole order page: what, where, who, how, and the confirmed record in its place once it is paid. */
export function CheckoutPage({ initialMethod = 'card' }: CheckoutPageProps) {
  return (
    <SandboxShop key={initialMethod}>
      {(tools) => <OrderPage initialMethod={initialMethod} tools={tools} />}
    </SandboxShop>
  )
}

function OrderPage({ initialMethod, tools }: { initialMethod: ShopMethod; tools: ShopTools }) {
  const say = useSay()
  const { orderNumber, orderAgain, sandbox } = tools
  const { state } = usePayment({ merchantUid: orderNumber })
  const ended = state.status === 'paid' || state.status === 'awaiting-deposit'
  return (
    <div className="shop">
      <header className="shop-top">
        <p className="shop-name">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d="M16 8c8-3 13 4 11 11s-7 10-11 9c-4 1-9-2-11-9S8 5 16 8z" fill="#e8b53a" />
            <path d="M16 8c0-3 2-5 5-5 0 3-2 5-5 5z" fill="#6f8f4e" />
          </svg>
          {say('모과상점', 'Mogwa Store')}
        </p>
        <p className="shop-tag">{say('샌드박스 · 실제로 결제되지 않아요', 'Sandbox · no real payment')}</p>
      </header>
      <main data-ended={ended || undefined}>
        <h1>{ended ? say('주문 결과', 'Your order') : say('주문서', 'Checkout')}</h1>
        {state.status === 'paid' ? (
          <ConfirmedOrder payment={state.payment} onAgain={orderAgain} />
        ) : state.status === 'awaiting-deposit' ? (
          <DepositWait payment={state.payment} sandbox={sandbox} onAgain={orderAgain} />
        ) : (
          <OrderForm key={orderNumber} initialMethod={initialMethod} orderNumber={orderNumber} />
        )}
      </main>
    </div>
  )
}

function OrderForm({ initialMethod, orderNumber }: { initialMethod: ShopMethod; orderNumber: string }) {
  const say = useSay()
  const { locale } = usePlayground()
  const methods = useMethods()
  const [method, setMethod] = useState(initialMethod)
  const [memo, setMemo] = useState('')
  const [buyer, setBuyer] = useState<Buyer>({
    name: say('김하늘', 'Kim Haneul'),
    tel: '01012345678',
    email: 'haneul@example.com',
    addr: '서울특별시 성동구 연무장길 12, 3층',
    postcode: '04783',
  })
  const total = goodsTotal + shippingFee
  const [first] = basket
  const name = say(
    `${first?.name[0]} 외 ${basket.length - 1}건`,
    `${first?.name[1]} and ${basket.length - 1} more`,
  )
  const order = useMemo<Order>(
    () => ({ merchantUid: orderNumber, name, amount: total, buyer, customData: { memo } }),
    [orderNumber, name, total, buyer, memo],
  )
  const options: PaymentOptions =
    method === 'phone' ? { payMethod: method, digital: false } : { payMethod: method }
  return (
    <div className="checkout">
      <div className="checkout-main">
        <OrderLines />
        <DeliveryAddress memo={memo} onMemo={setMemo} />
        <BuyerFields buyer={buyer} onBuyer={setBuyer} />
        <MethodChooser method={method} onMethod={setMethod} />
      </div>
      <div className="checkout-aside">
        <section className="shop-card" aria-labelledby="price-title">
          <h2 id="price-title">{say('결제 금액', 'Summary')}</h2>
          <dl className="prices">
            <div>
              <dt>{say('상품 금액', 'Items')}</dt>
              <dd>{formatWon(goodsTotal, locale)}</dd>
            </div>
            <div>
              <dt>{say('배송비', 'Shipping')}</dt>
              <dd>{formatWon(shippingFee, locale)}</dd>
            </div>
            <div>
              <dt>{say('결제 수단', 'Method')}</dt>
              <dd>{methods[method].name}</dd>
            </div>
            <div className="total">
              <dt>{say('총 결제 금액', 'Total')}</dt>
              <dd>{formatWon(total, locale)}</dd>
            </div>
          </dl>
        </section>
        <PayBar order={order} options={options} />
      </div>
    </div>
  )
}
