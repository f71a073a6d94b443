import { en, ko, type PaymentState } from 'react-toss-checkout'
import { usePlayground, useSay } from '../playground/Playground.js'

/**
 * What happened, whether money is involved, what next, where a buyer looks for it. The provider reads the same sentence
 * out to screen readers, so this is no live region of its own.
 */
export function BuyerNotice({ state }: { state: PaymentState }) {
  const { locale } = usePlayground()
  const say = useSay()
  const orderNumber = (merchantUid = '') => (
    <span className="notice-order">
      {say('주문번호', 'Order number')} {merchantUid}
    </span>
  )
  switch (state.status) {
    case 'dismissed':
      return <p className="notice">{(locale === 'en' ? en : ko).dismissed}</p>
    case 'failed':
      return (
        <p className="notice" data-tone="bad">
          {state.error.buyerMessage}
          {state.error.charged !== 'no' && orderNumber(state.merchantUid)}
        </p>
      )
    case 'unconfirmed':
      return (
        <p className="notice" data-tone="notice">
          {state.error.buyerMessage}
          {orderNumber(state.merchantUid)}
        </p>
      )
    default:
      return null
  }
}
