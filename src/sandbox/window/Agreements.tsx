import { type ReactElement, useState } from 'react'
import { wording } from './wording.js'

/** The terms, all at once or one by one. The form counts as agreed when every one is. */
export function Agreements({
  language,
  terms,
}: {
  language: 'ko' | 'en'
  terms: readonly string[]
}): ReactElement {
  const t = wording[language]
  const [agreed, setAgreed] = useState<readonly number[]>([])
  const all = agreed.length === terms.length
  return (
    <div className="agreements">
      <label className="check strong">
        <input
          type="checkbox"
          name="agreed"
          data-field="agreement"
          checked={all}
          onChange={() => setAgreed(all ? [] : terms.map((_, index) => index))}
        />
        {t.agreeAll}
      </label>
      <details>
        <summary>{t.agreeShow}</summary>
        {terms.map((one, index) => (
          <label className="check" key={one}>
            <input
              type="checkbox"
              checked={agreed.includes(index)}
              onChange={({ target }) =>
                setAgreed(target.checked ? [...agreed, index] : agreed.filter((other) => other !== index))
              }
            />
            {one}
          </label>
        ))}
      </details>
    </div>
  )
}
