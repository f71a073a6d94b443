import type { ReactElement } from 'react'
import { type TestCardName, testCards } from '../rules/testCards.js'
import type { CardEntry } from './cardEntry.js'
import { groupNumber, readDigits } from './cardEntry.js'
import { testCardLabels } from './testCardLabels.js'
import { wording } from './wording.js'

/** Fills the form around it with a card whose fate is known: one tap instead of thirty keys. */
export function TestCards({ language, onFill }: { language: 'ko' | 'en'; onFill: () => void }): ReactElement {
  const t = wording[language].registration
  const names = Object.keys(testCardLabels) as TestCardName[]
  const fill = (form: HTMLFormElement | null, name: TestCardName) => {
    const values: Record<CardEntry, string> = {
      cardNumber: groupNumber(readDigits(testCards[name].number)),
      cardExpiry: '12 / 99',
      cardBirth: '820213',
      cardPassword: '00',
    }
    for (const [entry, value] of Object.entries(values)) {
      const input = form?.elements.namedItem(entry)
      if (input && 'value' in input) input.value = value
    }
    onFill()
    form?.querySelector<HTMLElement>('[data-field="cardNumber"]')?.focus()
  }
  return (
    <fieldset>
      <legend>{t.testCards}</legend>
      <div className="cards">
        {names.map((name) => (
          <button
            type="button"
            className="plain"
            key={name}
            onClick={({ currentTarget }) => fill(currentTarget.form, name)}
          >
            {testCardLabels[name][language]}
            <small>{testCards[name].number}</small>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
