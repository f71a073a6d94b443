import { useState } from 'react'
import { type BillingKeyOutcome, BillingKeyRegister, type BillingKeyState, en, ko } from 'react-toss-checkout'
import { callShop } from '../api.js'
import { type CardIntent, keepIntent, takeIntent } from '../cardIntent.js'
import { useSpeech } from '../language.js'
import { settings } from '../settings.js'

/** The number of the registration and the name of the card, both the shop's server's to give. */
const beginRegistration = () =>
  callShop<{ merchantUid: string; customerUid: string }>('/api/checkout/billing-key-order', {
    method: 'POST',
    body: {},
  })

/** A new card, registered in the gateway's window. Phones leave the page for it, and come back to a fresh one. */
export function CardInWindow({
  intent,
  label,
  note,
  due,
  onRefuse,
  onRegistered,
}: {
  intent: CardIntent
  label: string
  note: string
  /** Won the window shows. */
  due: number
  /** Called on a press that must not open the window yet. */
  onRefuse: (() => void) | undefined
  /** `meant` is what the buyer pressed for; null when that was done before, and this is only heard of again. */
  onRegistered: (customerUid: string, meant: CardIntent | null) => void
}) {
  const { language, say } = useSpeech()
  const title = say('물빛찻장 카드 등록', 'Mulbit Tea, card registration')
  const [outcome, setOutcome] = useState<BillingKeyOutcome>()
  const words = language === 'en' ? en : ko
  const settle = (end: BillingKeyOutcome) => {
    setOutcome(end)
    if (end.status === 'registered') onRegistered(end.billingKey.customerUid, takeIntent())
    else if (end.status !== 'unconfirmed') takeIntent()
  }
  return (
    <div className="register">
      <BillingKeyRegister
        method="window"
        className="pay-button"
        pg={settings.billingPg}
        redirectUrl="/membership"
        order={async () => ({ ...(await beginRegistration()), name: title, amount: due })}
        note={note}
        onClick={(event) => {
          if (onRefuse) {
            event.preventDefault()
            onRefuse()
          } else keepIntent(intent)
        }}
        onSettled={settle}
      >
        {(state) => labelOf(state, label, words)}
      </BillingKeyRegister>
      {outcome?.status === 'dismissed' && (
        <p className="notice" role="status">
          {words['card-dismissed']}
        </p>
      )}
      {(outcome?.status === 'failed' || outcome?.status === 'unconfirmed') && (
        <p className="notice" data-tone="bad" role="alert">
          {outcome.error.buyerMessage}
        </p>
      )}
    </div>
  )
}

/** The kit's own words, but for the promise at the beginning. */
function labelOf(state: BillingKeyState, label: string, words: typeof ko): string {
  switch (state.status) {
    case 'idle':
    case 'dismissed':
    case 'registered':
      return label
    case 'preparing':
      return words[state.waitingFor === 'press-again' ? 'card-press-again' : 'card-preparing']
    case 'failed':
      return words[state.error.retryable ? 'card-retry' : 'card-failed']
    default:
      return words[`card-${state.status}`]
  }
}
