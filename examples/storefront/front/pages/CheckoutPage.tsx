import { useMemo, useRef, useState } from 'react'
import { formatWon, useCardDirect } from 'react-toss-checkout'
import type { Delivery, OrderRequest } from '../../shop/order.types.js'
import { findWrong, keepDraft, readDraft } from '../delivery.js'
import { useSpeech } from '../language.js'
import { DeliveryFields } from '../parts/DeliveryFields.js'
import { GoodsArt } from '../parts/GoodsArt.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { type CardWay, cardQuota, MethodFields, type ShopMethod } from '../parts/MethodFields.js'
import { PayPanel } from '../parts/PayPanel.js'
import { Prices } from '../parts/Prices.js'
import { Problem } from '../parts/Problem.js'
import { paymentOptions } from '../paymentOptions.js'
import { Link } from '../route.js'
import { usePricedCart } from '../usePricedCart.js'

/** What, to whom, how it is paid. */
export function CheckoutPage() {
  const { language, say, sayWords } = useSpeech()
  const { goods, lines, short, goodsTotal, fee, total } = usePricedCart()
  const [delivery, setDelivery] = useState(readDraft)
  const [method, setMethod] = useState<ShopMethod>('card')
  const [way, setWay] = useState<CardWay>('window')
  const card = useCardDirect({ amount: total, cardQuota })
  const [agreed, setAgreed] = useState(false)
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLDivElement>(null)

  const wrong = findWrong(delivery)
  const companyMissing = method === 'card' && way === 'direct' && !card.cardDirect
  const complete = wrong.length === 0 && !companyMissing && agreed && lines.length > 0 && short.length === 0
  const items = JSON.stringify(lines.map(({ goods: { id }, count }) => ({ id, count })))
  // A new function means a new order: it changes only with what the order is made of.
  const request = useMemo<OrderRequest | null>(
    () => (complete ? { items: JSON.parse(items), delivery, total, language } : null),
    [complete, items, delivery, total, language],
  )

  const change = (next: Delivery) => {
    setDelivery(next)
    keepDraft(next)
  }
  const check = () => {
    setChecked(true)
    if (complete) return true
    // After the mistakes are drawn, the first of them takes the focus.
    setTimeout(() => {
      const first = '[aria-invalid="true"], #company-missing, .consent input:not(:checked)'
      const found = form.current?.querySelector<HTMLElement>(first)
      const radio = form.current?.querySelector<HTMLElement>('#card-company input[type="radio"]')
      // The words of the mistake have to be seen, not only the field.
      found?.scrollIntoView({ block: 'center' })
      ;(found?.id === 'company-missing' ? radio : found)?.focus({ preventScroll: true })
    })
    return false
  }

  const heading = <Heading>{say('주문서', 'Checkout')}</Heading>
  if (goods.isPending || (!goods.data && !goods.isError)) {
    return (
      <>
        {heading}
        <Loading />
      </>
    )
  }
  if (!goods.data) {
    return (
      <>
        {heading}
        <Problem onRetry={goods.refetch}>
          {say('주문서를 불러오지 못했어요.', 'The checkout could not be loaded.')}
        </Problem>
      </>
    )
  }
  if (lines.length === 0 || short.length > 0) {
    return (
      <>
        {heading}
        <div className="card empty">
          <p>
            {short.length > 0
              ? say('장바구니에 품절된 상품이 있어요.', 'Something in your cart is sold out.')
              : say('장바구니가 비어 있어요.', 'Your cart is empty.')}
          </p>
          <Link className="plain-button" href="/cart">
            {say('장바구니로 가기', 'Go to the cart')}
          </Link>
        </div>
      </>
    )
  }
  const missingConsent = checked && !agreed
  return (
    <>
      {heading}
      <div className="columns" ref={form}>
        <div className="stack">
          <DeliveryFields delivery={delivery} wrong={checked ? wrong : []} onDelivery={change} />
          <MethodFields
            method={method}
            onMethod={setMethod}
            way={way}
            onWay={setWay}
            card={card}
            companyMissing={checked && companyMissing}
          />
        </div>
        <div className="aside">
          <section className="card" aria-labelledby="summary-title">
            <h2 id="summary-title">{say('주문 상품', 'Your order')}</h2>
            <ul className="lines small">
              {lines.map(({ goods: { id, name, price }, count }) => (
                <li key={id}>
                  <GoodsArt id={id} />
                  <div className="line-text">
                    <p className="line-name">{sayWords(name)}</p>
                    <p className="soft">{say(`${count}개`, `Qty ${count}`)}</p>
                  </div>
                  <p className="line-price">{formatWon(price * count, language)}</p>
                </li>
              ))}
            </ul>
            <Prices goodsTotal={goodsTotal} shippingFee={fee} />
          </section>
          <div className="card consent">
            <label>
              <input
                type="checkbox"
                checked={agreed}
                aria-invalid={missingConsent || undefined}
                aria-describedby={missingConsent ? 'consent-missing' : undefined}
                onChange={({ target }) => setAgreed(target.checked)}
              />
              {say(
                '주문 내용을 확인했고 결제에 동의해요 (필수)',
                'I checked the order and agree to pay (required)',
              )}
            </label>
            {missingConsent && (
              <p id="consent-missing" className="mistake" role="alert">
                {say('결제하려면 동의해 주세요.', 'Please agree in order to pay.')}
              </p>
            )}
          </div>
          <PayPanel
            request={request}
            total={total}
            options={paymentOptions(method, way, card.cardDirect)}
            onCheck={check}
          />
        </div>
      </div>
    </>
  )
}
