import type { ReactElement } from 'react'
import { type CardEntry, groupExpiry, groupNumber, readDigits } from './cardEntry.js'
import type { Missing } from './readChoice.js'
import { wording } from './wording.js'

const fields: readonly {
  name: CardEntry
  autoComplete: string
  placeholder: string
  longest: number
  group: (digits: string) => string
  secret?: boolean
}[] = [
  {
    name: 'cardNumber',
    autoComplete: 'cc-number',
    placeholder: '0000 0000 0000 0000',
    longest: 19,
    group: groupNumber,
  },
  { name: 'cardExpiry', autoComplete: 'cc-exp', placeholder: 'MM / YY', longest: 9, group: groupExpiry },
  {
    name: 'cardPassword',
    autoComplete: 'off',
    placeholder: '',
    longest: 2,
    group: (digits) => digits,
    secret: true,
  },
  { name: 'cardBirth', autoComplete: 'off', placeholder: '', longest: 10, group: (digits) => digits },
]

/** What a card is registered with. The fields alone hold what is typed: none of it is state, and it is read once. */
export function CardEntryFields({
  language,
  wrong,
}: {
  language: 'ko' | 'en'
  wrong: Missing | undefined
}): ReactElement {
  const t = wording[language].registration
  /** Only at the end, so that correcting a digit in the middle moves no caret. */
  const regroup = (input: HTMLInputElement, group: (digits: string) => string) => {
    if (input.selectionStart === input.value.length) input.value = group(readDigits(input.value))
  }
  return (
    <section className="group entries" aria-label={t.fieldsTitle}>
      <p className="hint">{t.fieldsNote}</p>
      {fields.map(({ name, autoComplete, placeholder, longest, group, secret }) => (
        <div className="entry" key={name}>
          <label className="label" htmlFor={name}>
            {t.labels[name]}
          </label>
          <input
            id={name}
            name={name}
            type={secret ? 'password' : 'text'}
            inputMode="numeric"
            autoComplete={autoComplete}
            placeholder={placeholder}
            maxLength={longest}
            spellCheck={false}
            required
            aria-invalid={wrong === name || undefined}
            aria-describedby={wrong === name ? `${name}-hint problem` : `${name}-hint`}
            data-field={name}
            onInput={({ currentTarget }) => regroup(currentTarget, group)}
          />
          <p className="hint" id={`${name}-hint`}>
            {t.hints[name]}
          </p>
        </div>
      ))}
    </section>
  )
}
