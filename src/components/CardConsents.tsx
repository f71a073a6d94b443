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
  /** Where the form says what is missing. */
  problemId: string
  words: CardFormMessages
  onChange: (id: string) => void
}): ReactNode {
  const { consents, unagreed, problemId, words, onChange } = props
  return consents.map(({ id, label, href, required = true }) => (
    <div key={id} data-tc-part="consent">
      <label>
        <input
          type="checkbox"
          data-consent={id}
          aria-required={required}
          aria-invalid={unagreed.includes(id) || undefined}
          aria-describedby={unagreed.includes(id) ? problemId : undefined}
          onChange={() => onChange(id)}
        />
        <span>
          {label} {required && <small>({words.cardFormRequired})</small>}
        </span>
      </label>
      <a href={href} target="_blank" rel="noreferrer noopener">
        {words.cardFormReadTerms}
      </a>
    </div>
  ))
}
