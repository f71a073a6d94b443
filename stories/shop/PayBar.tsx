import { type MouseEvent, useEffect, useRef, useState } from 'react'
import {
  type Order,
  type PaymentOptions,
  type PaymentState,
  TossCheckoutButton,
  usePayment,
} from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'
import { BuyerNotice } from './BuyerNotice.js'

/** Consent and the pay button. The shop's own `onClick` runs first and stops the payment while consent is missing. */
export function PayBar({ order, options }: { order: Order; options: PaymentOptions }) {
  const say = useSay()
  const consent = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const { state }: { state: PaymentState } = usePayment({ merchantUid: order.merchantUid })
  const missing = asked && !agreed
  // Asking how a payment ended needs no consent.
  const asks = state.status === 'unconfirmed' || (state.status === 'failed' && state.error.charged !== 'no')

  // The sentence that has just appeared may stand under the pay bar.
  useEffect(() => {
    if (missing) consent.current?.closest('.consent')?.scrollIntoView({ block: 'nearest' })
  }, [missing])

  const checkConsent = (event: MouseEvent) => {
    if (agreed || asks) return
    event.preventDefault()
    setAsked(true)
    consent.current?.focus()
  }
  return (
    <>
      <div className="consent">
        <label>
          <input
            ref={consent}
            type="checkbox"
            checked={agreed}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? 'consent-missing' : undefined}
            onChange={({ target }) => setAgreed(target.checked)}
          />
          {say(
            '주문 내용을 확인했고 결제에 동의해요 (필수)',
            'I checked the order and agree to pay (required)',
          )}
        </label>
        {missing && (
          <p id="consent-missing" role="alert" className="consent-missing">
            {say('결제하려면 동의해 주세요.', 'Please agree in order to pay.')}
          </p>
        )}
      </div>
      <div className="pay-bar">
        <BuyerNotice state={state} />
        <TossCheckoutButton {...options} order={order} className="pay-button" onClick={checkConsent} />
      </div>
    </>
  )
}
