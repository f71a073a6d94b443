'use client'
import { type RefObject, useState } from 'react'
import type { CardConsent } from './CardConsents.js'

interface Consents {
  /** Ids of the required ones that were not agreed to when it was last asked. */
  unagreed: readonly string[]
  /** Asks anew; answers the first that is missing. */
  check(): string | undefined
  onChange(id: string): void
  focus(id: string): void
}

/** What a form's boxes say of the consents, which alone know whether they are given. @internal */
export function useConsents(
  form: RefObject<HTMLFormElement | null>,
  consents: readonly CardConsent[],
): Consents {
  const [unagreed, setUnagreed] = useState<readonly string[]>([])
  const box = (id: string) =>
    Array.from(form.current?.querySelectorAll<HTMLInputElement>('[data-consent]') ?? []).find(
      ({ dataset }) => dataset.consent === id,
    )
  return {
    unagreed,
    check() {
      const missing = consents.filter(({ id, required = true }) => required && !box(id)?.checked)
      setUnagreed(missing.map(({ id }) => id))
      return missing[0]?.id
    },
    onChange: (agreed) => setUnagreed((still) => still.filter((id) => id !== agreed)),
    focus: (id) => box(id)?.focus(),
  }
}
