import { type FormEvent, type ReactElement, useRef, useState } from 'react'
import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { WindowOffer } from '../sandbox.types.js'
import type { SandboxParts } from '../sandboxParts.js'
import { Agreements } from './Agreements.js'
import { DeveloperDrawer } from './DeveloperDrawer.js'
import { FocusTrap } from './FocusTrap.js'
import { MethodFields } from './MethodFields.js'
import { OrderSummary } from './OrderSummary.js'
import { printAmount } from './printAmount.js'
import { type Missing, readChoice } from './readChoice.js'
import { VirtualAccountIssued } from './VirtualAccountIssued.js'
import { wording } from './wording.js'

export interface PaymentWindowProps {
  offer: WindowOffer
  parts: SandboxParts
  /** The payment ended here: approved, declined, issued or given up. Called once. */
  onEnd: (response: CallbackResponse) => void
}

/** The payment window a buyer sees (결제창). It never asks for a card number. */
export function PaymentWindow({ offer, parts, onEnd }: PaymentWindowProps): ReactElement {
  const t = wording[offer.language]
  const { gateway, options } = parts
  const [missing, setMissing] = useState<Missing>()
  const [busy, setBusy] = useState(false)
  const [issued, setIssued] = useState<CallbackResponse>()
  const form = useRef<HTMLFormElement>(null)
  const ended = useRef(false)
  const amount = printAmount(offer.amount, offer.currency, offer.language)

  /** Only the first decision counts, however often a button is pressed. */
  const decide = (ask: () => CallbackResponse, then: (response: CallbackResponse) => void) => {
    if (ended.current) return
    ended.current = true
    setBusy(true)
    setTimeout(() => then(ask()), options.latency)
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
    decide(
      () => gateway.approve(offer.impUid, read.choice),
      (response) =>
        offer.payMethod === 'vbank' && succeeded(response) ? setIssued(response) : onEnd(response),
    )
  }

  const giveUp = () => (issued ? onEnd(issued) : decide(() => gateway.giveUp(offer.impUid), onEnd))

  return (
    <FocusTrap onEscape={giveUp} key={issued ? 'issued' : 'choosing'}>
      <main className="window" aria-busy={busy && !issued}>
        <header className="top">
          <span className="brand" aria-hidden="true" />
          <h1 tabIndex={-1} data-first="">
            {issued ? t.issuedTitle : t.title(t.methods[offer.payMethod] ?? offer.payMethod)}
          </h1>
          <span className="badge">{t.badge}</span>
        </header>
        {issued ? (
          <VirtualAccountIssued
            offer={gateway.offer(offer.impUid) ?? offer}
            response={issued}
            onDone={() => onEnd(issued)}
          />
        ) : (
          <form ref={form} onSubmit={approve} onChange={() => setMissing(undefined)} noValidate>
            <div className="scroll">
              <OrderSummary offer={offer} />
              <MethodFields offer={offer} />
              <Agreements language={offer.language} />
              <DeveloperDrawer parts={parts} language={offer.language} />
            </div>
            <footer className="actions">
              <p role="alert">{missing && t.missing[missing]}</p>
              <button type="button" className="plain" onClick={giveUp} disabled={busy}>
                {t.giveUp}
              </button>
              <button type="submit" className="primary" disabled={busy}>
                {t.pay(amount)}
              </button>
            </footer>
            {busy && (
              <div className="busy" role="status">
                <span className="spinner" />
                {t.busy}
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
