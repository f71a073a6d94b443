import { type ReactNode, useId, useState } from 'react'
import {
  type BillingKeyOutcome,
  type BillingKeyRecord,
  BillingKeyRegister,
  type BillingKeyState,
  type BillingKeys,
  en,
  ko,
} from 'react-toss-checkout'
import { callShop } from '../api.js'
import { type CardIntent, keepIntent, readIntent, takeIntent } from '../cardIntent.js'
import { useSpeech } from '../language.js'
import { settings } from '../settings.js'
import { CardForm } from './CardForm.js'
import { CardWays } from './CardWays.js'

/** The order and the name that the shop's server gives a registration. */
const beginRegistration = () =>
  callShop<{ merchantUid: string; customerUid: string; name: string }>('/api/checkout/billing-key-order', {
    method: 'POST',
    body: {},
  })

/** A card for something: one that is registered already, a new one in the gateway's window, or one typed here. */
export function CardPanel({
  intent,
  keys,
  except,
  label,
  note,
  agreement,
  working,
  trouble,
  onCard,
}: {
  intent: CardIntent
  keys: BillingKeys
  /** A card that is not offered: the one to be replaced. */
  except?: string
  /** What the button promises. */
  label: string
  /** What is charged, and when. */
  note: string
  /** What the buyer has to agree to before anything; none when they did. */
  agreement?: string
  /** What is being done with the card now. */
  working?: string
  trouble?: ReactNode
  /** The card is registered. `intent` is what the buyer pressed for, before a phone left the page even. */
  onCard: (customerUid: string, intent: CardIntent) => void
}) {
  const { language, say } = useSpeech()
  const id = useId()
  const cards: readonly BillingKeyRecord[] =
    keys.state.status === 'ready' ? keys.state.cards.filter(({ customerUid }) => customerUid !== except) : []
  const [chosen, setWay] = useState<string>(() =>
    readIntent() ? 'window' : (cards[0]?.customerUid ?? 'window'),
  )
  // A card that was removed meanwhile can no longer be chosen.
  const isThere =
    chosen === 'window' || chosen === 'form' || cards.some(({ customerUid }) => customerUid === chosen)
  const way = isThere ? chosen : 'window'
  const [agreed, setAgreed] = useState(false)
  const [checked, setChecked] = useState(false)
  const [outcome, setOutcome] = useState<BillingKeyOutcome>()
  const missing = agreement !== undefined && !agreed

  const refuse = () => {
    setChecked(true)
    document.getElementById(`${id}agree`)?.focus()
  }
  const registered = (customerUid: string, meant: CardIntent | null) => {
    keys.refresh()
    setWay(customerUid)
    if (meant) onCard(customerUid, meant)
  }
  const settle = (end: BillingKeyOutcome) => {
    setOutcome(end)
    if (end.status === 'registered') registered(end.billingKey.customerUid, takeIntent())
    else if (end.status !== 'unconfirmed') takeIntent()
  }
  const words = language === 'en' ? en : ko
  return (
    <section className="card stack" aria-labelledby={`${id}title`} data-card-panel="">
      <h2 id={`${id}title`}>{say('결제할 카드', 'The card')}</h2>
      <CardWays cards={cards} way={way} onWay={setWay} />
      {agreement !== undefined && way !== 'form' && (
        <div className="agreement">
          <label className="choice">
            <input
              id={`${id}agree`}
              type="checkbox"
              checked={agreed}
              aria-invalid={(checked && missing) || undefined}
              aria-describedby={checked && missing ? `${id}missing` : undefined}
              onChange={({ target }) => setAgreed(target.checked)}
            />
            <span>
              {agreement} ({say('필수', 'required')})
            </span>
          </label>
          {checked && missing && (
            <p className="mistake" id={`${id}missing`} role="alert">
              {say('계속하려면 동의해 주세요.', 'Please agree to go on.')}
            </p>
          )}
        </div>
      )}
      {working ? (
        <p className="notice" role="status">
          {working}…
        </p>
      ) : way === 'form' ? (
        <CardForm
          agreement={agreement}
          label={label}
          note={note}
          onRegistered={(customerUid) => registered(customerUid, intent)}
        />
      ) : way === 'window' ? (
        <div className="register">
          <BillingKeyRegister
            method="window"
            className="pay-button"
            pg={settings.billingPg}
            redirectUrl="/membership"
            order={beginRegistration}
            note={note}
            onClick={(event) => {
              if (missing) {
                event.preventDefault()
                refuse()
              } else keepIntent(intent)
            }}
            onSettled={settle}
          >
            {(state) => windowLabel(state, label, words)}
          </BillingKeyRegister>
          <Ended outcome={outcome} />
        </div>
      ) : (
        <>
          <button
            type="button"
            className="main-button"
            onClick={() => (missing ? refuse() : onCard(way, intent))}
          >
            {label}
          </button>
          <p className="soft">{note}</p>
        </>
      )}
      {trouble && (
        <p className="notice" data-tone="bad" role="alert">
          {trouble}
        </p>
      )}
    </section>
  )
}

/** How the window ended, where it did not end with a card. */
function Ended({ outcome }: { outcome: BillingKeyOutcome | undefined }) {
  const { language } = useSpeech()
  if (outcome?.status === 'dismissed') {
    return (
      <p className="notice" role="status">
        {(language === 'en' ? en : ko)['card-dismissed']}
      </p>
    )
  }
  if (outcome?.status !== 'failed' && outcome?.status !== 'unconfirmed') return null
  return (
    <p className="notice" data-tone="bad" role="alert">
      {outcome.error.buyerMessage}
    </p>
  )
}

/** The kit's own words, but for the promise at the beginning. */
function windowLabel(state: BillingKeyState, label: string, words: typeof ko): string {
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
