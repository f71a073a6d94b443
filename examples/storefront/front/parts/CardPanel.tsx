import { type ReactNode, useId, useState } from 'react'
import type { BillingKeyRecord, BillingKeys } from 'react-toss-checkout'
import { type CardIntent, readIntent } from '../cardIntent.js'
import { useSpeech } from '../language.js'
import { CardAgreement } from './CardAgreement.js'
import { CardForm } from './CardForm.js'
import { CardInWindow } from './CardInWindow.js'
import { CardWays } from './CardWays.js'

/** A card for something: one that is registered already, a new one in the gateway's window, or one typed here. */
export function CardPanel({
  intent,
  keys,
  except,
  label,
  labelOnNewCard = label,
  note,
  noteOnNewCard = note,
  due,
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
  /** The same where a card has to be registered before that. */
  labelOnNewCard?: string
  /** What is charged, and when. */
  note: string
  /** The same where a card has to be registered before that. */
  noteOnNewCard?: string
  /** Won charged as soon as the card is there: the gateway's window shows it, and charges nothing itself. */
  due: number
  /** What the buyer has to agree to before anything; none when they did. */
  agreement?: string
  /** What is being done with the card now. */
  working?: string
  trouble?: ReactNode
  /** The card is registered. `intent` is what the buyer pressed for, before a phone left the page even. */
  onCard: (customerUid: string, intent: CardIntent) => void
}) {
  const { say } = useSpeech()
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
  // The words themselves: whoever agreed to 19,900 won a month has not agreed to anything else.
  const [agreedTo, setAgreedTo] = useState<string>()
  const [checked, setChecked] = useState(false)
  const missing = agreement !== undefined && agreedTo !== agreement

  const refuse = () => {
    setChecked(true)
    document.getElementById(`${id}agree`)?.focus()
  }
  const registered = (customerUid: string, meant: CardIntent | null) => {
    keys.refresh()
    setWay(customerUid)
    if (meant) onCard(customerUid, meant)
  }
  return (
    <section className="card stack" aria-labelledby={`${id}title`} data-card-panel="">
      <h2 id={`${id}title`}>{say('결제할 카드', 'The card')}</h2>
      <CardWays cards={cards} way={way} onWay={setWay} />
      {agreement !== undefined && way !== 'form' && (
        <CardAgreement
          id={`${id}agree`}
          words={agreement}
          agreed={!missing}
          missing={checked && missing}
          onAgree={(agreed) => setAgreedTo(agreed ? agreement : undefined)}
        />
      )}
      {working ? (
        <p className="notice" role="status">
          {working}…
        </p>
      ) : way === 'form' ? (
        <CardForm
          agreement={agreement}
          label={labelOnNewCard}
          note={noteOnNewCard}
          onRegistered={(customerUid) => registered(customerUid, intent)}
          onUnconfirmed={keys.refresh}
        />
      ) : way === 'window' ? (
        <CardInWindow
          intent={intent}
          label={labelOnNewCard}
          note={noteOnNewCard}
          due={due}
          onRefuse={missing ? refuse : undefined}
          onRegistered={registered}
        />
      ) : (
        <>
          <p className="soft">{note}</p>
          <button
            type="button"
            className="main-button"
            onClick={() => (missing ? refuse() : onCard(way, intent))}
          >
            {label}
          </button>
        </>
      )}
      {trouble && (
        <div className="notice" data-tone="bad" role="alert">
          {trouble}
        </div>
      )}
    </section>
  )
}
