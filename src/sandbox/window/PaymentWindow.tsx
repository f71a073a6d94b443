import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { PageParts } from '../pageParts.js'
import type { WindowOffer } from '../sandbox.types.js'
import { Agreements } from './Agreements.js'
import { DeveloperDrawer } from './DeveloperDrawer.js'
import { FocusTrap } from './FocusTrap.js'
import { MethodFields } from './MethodFields.js'
import { OrderSummary } from './OrderSummary.js'
import { type Missing, readChoice } from './readChoice.js'
import { VirtualAccountIssued } from './VirtualAccountIssued.js'
import { windowWords } from './windowWords.js'
import { wording } from './wording.js'

export interface PaymentWindowProps {
  offer: WindowOffer
  parts: PageParts
  /** The payment ended here: approved, declined, issued or given up. Called once. */
  onEnd: (response: CallbackResponse) => void
}

/**
 * The payment window a buyer sees (결제창). It asks for a card number only where a card is registered (빌링키 발급), and
 * what is typed there stays in the fields: read once when it is sent, wiped when the window has an end.
 */
export function PaymentWindow({ offer, parts, onEnd }: PaymentWindowProps): ReactElement {
  const t = wording[offer.language]
  const { desk, options } = parts
  const [missing, setMissing] = useState<Missing>()
  const [busy, setBusy] = useState(false)
  const [unreachable, setUnreachable] = useState(false)
  const [issued, setIssued] = useState<{ response: CallbackResponse; offer: WindowOffer }>()
  const form = useRef<HTMLFormElement>(null)
  const ended = useRef(false)
  const words = windowWords(offer)

  /**
   * Only the first decision counts, however often a button is pressed. When no answer came, another press asks again:
   * the gateway then says what became of the first.
   */
  const decide = (decision: () => Promise<() => void>) => {
    if (ended.current) return
    ended.current = true
    setBusy(true)
    setUnreachable(false)
    const fail = (error: unknown) => {
      console.error(error)
      ended.current = false
      setBusy(false)
      setUnreachable(true)
    }
    const finish = (end: () => void) => {
      form.current?.reset()
      end()
    }
    setTimeout(() => void decision().then(finish, fail), options.latency)
  }

  const approve = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const read = readChoice(offer, new FormData(event.currentTarget))
    if ('missing' in read) {
      setMissing(read.missing)
      const field = event.currentTarget.querySelector<HTMLElement>(`[data-field="${read.missing}"]`)
      return field?.focus()
    }
    setMissing(undefined)
    decide(async () => {
      const response = await desk.approve(offer.impUid, read.choice)
      if (offer.payMethod !== 'vbank' || !succeeded(response)) return () => onEnd(response)
      const withAccount = (await desk.offer(offer.impUid)) ?? offer
      return () => setIssued({ response, offer: withAccount })
    })
  }

  const giveUp = () => {
    if (issued) return onEnd(issued.response)
    decide(async () => {
      const response = await desk.giveUp(offer.impUid)
      return () => onEnd(response)
    })
  }

  return (
    <FocusTrap onEscape={giveUp} key={issued ? 'issued' : 'choosing'}>
      <main className="window" aria-busy={busy && !issued}>
        <header className="top">
          <span className="brand" aria-hidden="true" />
          <h1 tabIndex={-1} data-first="">
            {issued ? t.issuedTitle : words.title}
          </h1>
          <span className="badge">{t.badge}</span>
        </header>
        {issued ? (
          <VirtualAccountIssued
            offer={issued.offer}
            response={issued.response}
            onDone={() => onEnd(issued.response)}
          />
        ) : (
          <form ref={form} onSubmit={approve} onChange={() => setMissing(undefined)} noValidate>
            <div className="scroll">
              <OrderSummary offer={offer} />
              <MethodFields offer={offer} wrong={missing} />
              <Agreements language={offer.language} terms={words.agreements} />
              <DeveloperDrawer
                parts={parts}
                language={offer.language}
                onTestCard={offer.registersCard ? () => setMissing(undefined) : undefined}
              />
            </div>
            <footer className="actions">
              <p role="alert" id="problem">
                {missing ? t.missing[missing] : unreachable && t.unreachable}
              </p>
              <button type="button" className="plain" onClick={giveUp} disabled={busy}>
                {t.giveUp}
              </button>
              <button type="submit" className="primary" disabled={busy}>
                {words.submit}
              </button>
            </footer>
            {busy && (
              <div className="busy" role="status">
                <span className="spinner" />
                {words.busy}
              </div>
            )}
          </form>
        )}
      </main>
    </FocusTrap>
  )
}

/** Issued, or refused by a mishap: told apart as each SDK generation tells it. */
function succeeded({ success, imp_success, error_code, imp_uid }: CallbackResponse): boolean {
  return String(success ?? imp_success ?? (!error_code && !!imp_uid)) === 'true'
}
