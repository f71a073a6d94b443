import { formatWon } from 'react-toss-checkout'
import type { ShopOrder } from '../../shop/order.types.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { printTel } from '../printTel.js'
import { GoodsArt } from './GoodsArt.js'
import { Prices } from './Prices.js'

/** What was ordered, how much of it went back. */
export function OrderLines({ order }: { order: ShopOrder }) {
  const { language, say, sayWords } = useSpeech()
  const { lines, refunds, shippingFee } = order
  const returned = (id: string) =>
    refunds.reduce((sum, { state, counts }) => sum + (state === 'done' ? (counts[id] ?? 0) : 0), 0)
  return (
    <section className="card" aria-labelledby="lines-title">
      <h2 id="lines-title">{say('주문 상품', 'Items')}</h2>
      <ul className="lines small">
        {lines.map(({ id, name, price, count }) => (
          <li key={id}>
            <GoodsArt id={id} />
            <div className="line-text">
              <p className="line-name">{sayWords(name)}</p>
              <p className="soft">
                {say(`${count}개`, `Qty ${count}`)}
                {returned(id) > 0 && say(` · ${returned(id)}개 환불`, ` · ${returned(id)} refunded`)}
              </p>
            </div>
            <p className="line-price">{formatWon(price * count, language)}</p>
          </li>
        ))}
      </ul>
      <Prices
        goodsTotal={order.amount - shippingFee}
        shippingFee={shippingFee}
        refunded={order.cancelAmount}
      />
    </section>
  )
}

/** Where it goes. */
export function OrderDelivery({ order: { delivery, parcel } }: { order: ShopOrder }) {
  const { say } = useSpeech()
  const states = {
    preparing: say('상품을 준비하고 있어요', 'Being packed'),
    short: say(
      '재고를 확인하고 있어요. 곧 연락드릴게요.',
      'We are checking our stock and will call you soon.',
    ),
    stopped: say('보내지 않아요', 'Will not be sent'),
  }
  return (
    <section className="card" aria-labelledby="delivery-title">
      <h2 id="delivery-title">{say('배송', 'Delivery')}</h2>
      <dl className="facts">
        {parcel && (
          <div>
            <dt>{say('배송 상태', 'Parcel')}</dt>
            <dd>{states[parcel]}</dd>
          </div>
        )}
        <div>
          <dt>{say('받는 분', 'To')}</dt>
          <dd>
            {delivery.name} · {printTel(delivery.tel)}
          </dd>
        </div>
        <div>
          <dt>{say('주소', 'Address')}</dt>
          <dd>
            ({delivery.postcode}) {delivery.address}
          </dd>
        </div>
        {delivery.memo && (
          <div>
            <dt>{say('배송 메모', 'Note')}</dt>
            <dd>{delivery.memo}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** What was given back, and what is being given back. */
export function RefundList({ order: { refunds } }: { order: ShopOrder }) {
  const { language, say } = useSpeech()
  if (refunds.length === 0) return null
  return (
    <ul className="refunds" aria-label={say('환불 내역', 'Refunds')}>
      {refunds.map(({ amount, state, askedBy, at }) => (
        <li key={`${at}-${amount}`}>
          <span>
            {state === 'done' ? say('환불 완료', 'Refunded') : say('환불 확인 중', 'Refund being checked')}
            {askedBy !== 'customer' && say(' · 상점에서 처리', ' · by the shop')}
          </span>
          <span className="soft">{printKst(at, language)}</span>
          <strong>{state === 'done' ? formatWon(amount, language) : ''}</strong>
        </li>
      ))}
    </ul>
  )
}
