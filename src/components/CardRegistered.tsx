'use client'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { BillingKeyRecord } from '../payment/billingKey.js'
import type { CardFormMessages } from '../payment/cardFormMessages.js'
import { registeredCardName } from '../payment/registeredCardName.js'

/**
 * What a card form says instead of its fields once the card is registered. Said once: by the focus, which was in the form
 * and comes here, or politely where the buyer has gone elsewhere meanwhile. @internal
 */
export function CardRegistered(props: {
  billingKey: BillingKeyRecord
  title: string
  words: CardFormMessages
  onAnother: () => void
}): ReactNode {
  const { billingKey, title, words, onAnother } = props
  const id = useId()
  const result = useRef<HTMLDivElement>(null)
  const [isElsewhere, setElsewhere] = useState(false)
  useEffect(() => {
    // With the button that had it, the focus fell to the page.
    if (document.activeElement === document.body) result.current?.focus()
    else if (document.activeElement !== result.current) setElsewhere(true)
  }, [])
  const card =
    billingKey.card?.name || billingKey.card?.number ? registeredCardName(billingKey, words).name : ''
  return (
    <>
      <span data-tc-part="mark" aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is filled in here */}
      <div
        role="group"
        ref={result}
        tabIndex={-1}
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}card`}
      >
        <p data-tc-part="title" id={`${id}title`}>
          {title}
        </p>
        <p data-tc-part="name" id={`${id}card`}>
          {card}
        </p>
      </div>
      <p data-tc-part="unseen" role="status">
        {isElsewhere ? `${title} ${card}`.trim() : ''}
      </p>
      <button type="button" data-tc-part="action" onClick={onAnother}>
        {words.cardFormSendAnother}
      </button>
    </>
  )
}
