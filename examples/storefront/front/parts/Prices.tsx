import { formatWon } from 'react-toss-checkout'
import { useSpeech } from '../language.js'

/** Goods, parcel, total. */
export function Prices({ goodsTotal, shippingFee }: { goodsTotal: number; shippingFee: number }) {
  const { language, say } = useSpeech()
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
        <dt>{say('총 결제 금액', 'Total')}</dt>
        <dd>{formatWon(goodsTotal + shippingFee, language)}</dd>
      </div>
    </dl>
  )
}
