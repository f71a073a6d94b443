'use client'
import type { ReactNode } from 'react'
import type { CardFormMessages } from '../payment/cardFormMessages.js'

/** Something the buyer agrees to before the card is sent. */
export interface CardConsent {
  /** The merchant's own name for it, another one for each. */
  id: string
  /** What is agreed to, beside the box. */
  label: ReactNode
  /** Where its text stands; opened in a new tab. */
  href: string
  /** Default true. */
  required?: boolean
}

/** The boxes of what a buyer agrees to. @internal */
export function CardConsents(props: {
  consents: readonly CardConsent[]
  /** Ids of the required ones that were not agreed to. */
  unagreed: readonly string[]
  /** The form's, which each consent's own begins with. */
  id: string
  words: CardFormMessages
  onChange: (id: string) => void
}): ReactNode {
  const { consents, unagreed, words, onChange } = props
  return consents.map(({ id, label, href, required = true }, at) => {
    const missing = unagreed.includes(id)
    const problemId = `${props.id}consent${at}`
    return (
      <div key={id} data-tc-part="consent">
        <label>
          <input
            type="checkbox"
            data-consent={id}
            aria-required={required}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? problemId : undefined}
            onChange={() => onChange(id)}
          />
          <span>
            {label} {required && <small>({words.cardFormRequired})</small>}
          </span>
        </label>
        <a href={href} target="_blank" rel="noreferrer noopener">
          {words.cardFormReadTerms}
        </a>
        {missing && (
          <span data-tc-part="problem" id={problemId}>
            {words.cardFormConsentMissing}
          </span>
        )}
      </div>
    )
  })
}
