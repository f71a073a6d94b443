import { formatWon } from 'react-toss-checkout'
import { useSpeech } from '../language.js'

/** Goods, parcel, total; of an order also what went back. */
export function Prices({
  goodsTotal,
  shippingFee,
  refunded,
}: {
  goodsTotal: number
  shippingFee: number
  /** Won given back of an order, 0 included; none before there is one. */
  refunded?: number
}) {
  const { language, say } = useSpeech()
  const total = goodsTotal + shippingFee
  return (
    <dl className="prices">
      <div>
        <dt>{say('상품 금액', 'Items')}</dt>
        <dd>{formatWon(goodsTotal, language)}</dd>
      </div>
      <div>
        <dt>{say('배송비', 'Shipping')}</dt>
        <dd>{shippingFee ? formatWon(shippingFee, language) : say('무료', 'Free')}</dd>
      </div>
      <div className="total">
        <dt>{refunded === undefined ? say('총 결제 금액', 'Total') : say('주문 금액', 'Order total')}</dt>
        <dd>{formatWon(total, language)}</dd>
      </div>
      {!!refunded && (
        <>
          <div>
            <dt>{say('환불 금액', 'Refunded')}</dt>
            <dd>− {formatWon(refunded, language)}</dd>
          </div>
          <div className="total">
            <dt>{say('남은 결제 금액', 'Still paid')}</dt>
            <dd>{formatWon(total - refunded, language)}</dd>
          </div>
        </>
      )}
    </dl>
  )
}
