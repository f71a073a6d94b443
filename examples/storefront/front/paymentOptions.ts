import type { CardDirect, PaymentOptions } from 'react-toss-checkout'
import { type CardWay, cardQuota, type ShopMethod } from './parts/MethodFields.js'
import { settings } from './settings.js'

/** ms a buyer has for a deposit. */
const depositTime = 3 * 24 * 60 * 60 * 1000

/** What the button needs to know of the buyer's choices. */
export function paymentOptions(method: ShopMethod, way: CardWay, cardDirect?: CardDirect): PaymentOptions {
  const { confirmUrl } = settings
  switch (method) {
    case 'card':
      return way === 'direct' && cardDirect
        ? { payMethod: 'card', cardDirect, confirmUrl }
        : { payMethod: 'card', cardQuota, confirmUrl }
    case 'vbank':
      return { payMethod: 'vbank', vbankDue: new Date(Date.now() + depositTime), confirmUrl }
    case 'phone':
      // Goods that can be touched.
      return { payMethod: 'phone', digital: false, confirmUrl }
    case 'trans':
      return { payMethod: 'trans', confirmUrl }
    default:
      return method satisfies never
  }
}
