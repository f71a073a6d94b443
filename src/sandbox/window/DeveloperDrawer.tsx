import { type ReactElement, useReducer, useSyncExternalStore } from 'react'
import { allFaults } from '../faults.js'
import type { PageParts } from '../pageParts.js'
import type { Fault } from '../sandbox.types.js'
import { faultLabels } from './faultLabels.js'
import { printKst } from './printKst.js'
import { TestCards } from './TestCards.js'
import { wording } from './wording.js'

const HOUR = 3_600_000

/** The reviewer's drawer at the foot of the window: mishaps, even mid-flight, and the sandbox's clock. */
export function DeveloperDrawer({
  parts,
  language,
  onTestCard,
}: {
  parts: PageParts
  language: 'ko' | 'en'
  /** Where a card is typed: told when one was filled in from here. */
  onTestCard?: (() => void) | undefined
}): ReactElement {
  const t = wording[language]
  const { faults, clock } = parts.desk
  const active = useSyncExternalStore(
    (changed) => faults.subscribe(changed),
    // A string, because `active` may be a new array at every look.
    () => faults.active.join(' '),
    () => '',
  ).split(' ')
  const [, lookAgain] = useReducer((count: number) => count + 1, 0)

  const toggle = (fault: Fault, on: boolean) => {
    const next = faults.active.filter((other) => other !== fault)
    faults.set(...next, ...(on ? [fault] : []))
  }
  const advance = (ms: number) => {
    clock.advance(ms)
    lookAgain()
  }

  return (
    <details className="drawer">
      <summary>{t.drawer}</summary>
      <p className="hint">{t.drawerNote}</p>
      {onTestCard && <TestCards language={language} onFill={onTestCard} />}
      <fieldset>
        <legend>{t.faults}</legend>
        <div className="faults">
          {allFaults.map((fault) => (
            <label className="check" key={fault}>
              <input
                type="checkbox"
                checked={active.includes(fault)}
                onChange={({ target }) => toggle(fault, target.checked)}
              />
              {faultLabels[fault][language]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="clock">
        <p>
          {t.clock}
          <br />
          <output>{printKst(clock.now() / 1000, language, true)}</output>
        </p>
        <button type="button" className="plain" onClick={() => advance(HOUR)}>
          {t.hour}
        </button>
        <button type="button" className="plain" onClick={() => advance(24 * HOUR)}>
          {t.day}
        </button>
        <button type="button" className="plain" onClick={() => advance(7 * 24 * HOUR)}>
          {t.week}
        </button>
      </div>
    </details>
  )
}
