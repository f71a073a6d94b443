'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { BillingKeyRecord } from '../payment/billingKey.js'
import type { BillingListMessages } from '../payment/billingListMessages.js'
import { registeredCardName } from '../payment/registeredCardName.js'

/** One registered card, which asks once more before it is removed. @internal */
export function BillingKeyCard({
  card,
  words,
  detail,
  onReplace,
  onRemove,
}: {
  card: BillingKeyRecord
  words: BillingListMessages
  detail: ReactNode
  onReplace?: (card: BillingKeyRecord) => void
  onRemove?: (customerUid: string) => Promise<void>
}): ReactNode {
  const [asking, setAsking] = useState<'no' | 'asking' | 'removing'>('no')
  const keep = useRef<HTMLButtonElement>(null)
  const removeButton = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asking === 'asking') keep.current?.focus()
    if (asking === 'no' && asked.current) removeButton.current?.focus()
    asked.current = asking !== 'no'
  }, [asking])
  const { name, monogram } = registeredCardName(card, words)
  return (
    <li data-tc-part="card">
      <span data-tc-part="mark" aria-hidden="true">
        {monogram}
      </span>
      <div data-tc-part="name">
        {name}
        {detail != null && <div data-tc-part="hint">{detail}</div>}
      </div>
      {asking === 'no' ? (
        <div data-tc-part="actions">
          {onReplace && (
            <button
              type="button"
              data-tc-part="action"
              aria-label={words.cardListReplace(name)}
              onClick={() => onReplace(card)}
            >
              {words.cardListReplaceShort}
            </button>
          )}
          {onRemove && (
            <button
              type="button"
              data-tc-part="action"
              ref={removeButton}
              aria-label={words.cardListRemove(name)}
              onClick={() => setAsking('asking')}
            >
              {words.cardListRemoveShort}
            </button>
          )}
        </div>
      ) : (
        <fieldset data-tc-part="actions" aria-label={name} disabled={asking === 'removing'}>
          <span>{words.cardListReallyRemove}</span>
          <button type="button" data-tc-part="action" ref={keep} onClick={() => setAsking('no')}>
            {words.cardListNo}
          </button>
          <button
            type="button"
            data-tc-part="action"
            data-tone="danger"
            onClick={async () => {
              setAsking('removing')
              await onRemove?.(card.customerUid)
              setAsking('no')
            }}
          >
            {words.cardListYes}
          </button>
        </fieldset>
      )}
    </li>
  )
}
