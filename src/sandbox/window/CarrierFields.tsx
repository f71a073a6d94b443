import type { ReactElement } from 'react'
import { ChipGroup } from './ChipGroup.js'
import { wording } from './wording.js'

/** Carrier and number of a mobile phone bill (휴대폰 소액결제). The number goes nowhere. */
export function CarrierFields({ language }: { language: 'ko' | 'en' }): ReactElement {
  const t = wording[language]
  return (
    <>
      <ChipGroup
        legend={t.carrier}
        name="carrier"
        field="carrier"
        choices={[
          { value: 'SKT', label: 'SKT' },
          { value: 'KT', label: 'KT' },
          { value: 'LGU', label: 'LG U+' },
          { value: 'MVNO', label: t.mvno },
        ]}
      />
      <div className="group">
        <label className="label" htmlFor="tel">
          {t.tel}
        </label>
        <input
          id="tel"
          name="tel"
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          placeholder="01012345678"
          aria-describedby="tel-hint"
          data-field="tel"
        />
        <p className="hint" id="tel-hint">
          {t.telHint}
        </p>
      </div>
    </>
  )
}
