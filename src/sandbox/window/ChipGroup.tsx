import type { ReactElement } from 'react'

/** One of several, as a grid of chips: a fieldset of radios to the keyboard and to a screen reader. */
export function ChipGroup({
  legend,
  name,
  field,
  choices,
  onChoose,
}: {
  legend: string
  name: string
  /** What `readChoice` calls it when nothing is chosen. */
  field: string
  choices: readonly { value: string; label: string }[]
  onChoose?: (value: string) => void
}): ReactElement {
  return (
    <fieldset className="group">
      <legend>{legend}</legend>
      <div className="chips">
        {choices.map(({ value, label }, index) => (
          <label className="chip" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              data-field={index === 0 ? field : undefined}
              onChange={() => onChoose?.(value)}
            />
            <span className="monogram" aria-hidden="true">
              {monogram(label)}
            </span>
            <span className="name">
              {label.replace(/카드$/, '')}
              <wbr />
              {label.endsWith('카드') && '카드'}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Two letters that stand in for a logo: `신한`, `KB`, `비자` for 해외비자카드. */
function monogram(text: string): string {
  const label = text.replace(/^해외/, '')
  const latin = /^[A-Za-z]+/.exec(label)?.[0]
  return latin && latin.length > 3 ? latin.slice(0, 1) : (latin ?? label.slice(0, 2))
}
