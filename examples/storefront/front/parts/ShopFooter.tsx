import { formatWon } from 'react-toss-checkout'
import { freeShippingFrom } from '../../shop/shipping.js'
import { useSpeech } from '../language.js'
import { settings } from '../settings.js'

/** What a buyer looks for before trusting a shop: who it is, how it ships, how goods go back. */
export function ShopFooter() {
  const { language, say } = useSpeech()
  return (
    <footer className="shop-footer">
      <div>
        <p>
          {say(
            `배송비 3,000원 · ${formatWon(freeShippingFrom)}부터 무료 · 오후 2시 전 결제하면 그날 출발`,
            `Shipping ₩3,000 · free from ${formatWon(freeShippingFrom, language)} · paid by 2 pm, sent the same day`,
          )}
        </p>
        <p>
          {say(
            '받은 날부터 7일 안에 되돌려 보낼 수 있어요. 주문 화면에서 상품별로 환불하세요.',
            'Send goods back within 7 days. Refund them item by item on the order page.',
          )}
        </p>
        <p className="soft">
          {say(
            '물빛찻장 · 보기로 만든 상점이에요. 상호와 상품은 실제가 아니에요.',
            'Mulbit Tea · an example shop. Neither the shop nor its goods exist.',
          )}
          {settings.sandbox &&
            say(
              ' 샌드박스에서 결제되어 실제로 돈이 나가지 않아요.',
              ' Payments run on a sandbox: no money moves.',
            )}
        </p>
      </div>
    </footer>
  )
}
