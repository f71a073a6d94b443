import type { ReactElement } from 'react'
import { wording } from './wording.js'

/** Why a phone is not sent back: an unknown payment, a silent sandbox, a lost return, or no return URL. */
export type PhoneEnd = 'unknown' | 'unreachable' | 'lost' | 'nowhere'

/** The last page of a phone that is not sent back. */
export function PhoneWindowEnd({
  reason,
  language,
}: {
  reason: PhoneEnd
  language: 'ko' | 'en'
}): ReactElement {
  const t = wording[language]
  const { title, text } = t.phoneEnd[reason]
  return (
    <main className="window ending">
      <p className="badge">{t.badge}</p>
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  )
}
