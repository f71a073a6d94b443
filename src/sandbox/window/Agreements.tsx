import { type ReactElement, useState } from 'react'
import { wording } from './wording.js'

/** The terms, all at once or one by one. The form counts as agreed when every one is. */
export function Agreements({ language }: { language: 'ko' | 'en' }): ReactElement {
  const t = wording[language]
  const [agreed, setAgreed] = useState<readonly number[]>([])
  const all = agreed.length === t.agreements.length
  return (
    <div className="agreements">
      <label className="check strong">
        <input
          type="checkbox"
          name="agreed"
          data-field="agreement"
          checked={all}
          onChange={() => setAgreed(all ? [] : t.agreements.map((_, index) => index))}
        />
        {t.agreeAll}
      </label>
      <details>
        <summary>{t.agreeShow}</summary>
        {t.agreements.map((terms, index) => (
          <label className="check" key={terms}>
            <input
              type="checkbox"
              checked={agreed.includes(index)}
              onChange={({ target }) =>
                setAgreed(target.checked ? [...agreed, index] : agreed.filter((one) => one !== index))
              }
            />
            {terms}
          </label>
        ))}
      </details>
    </div>
  )
}
