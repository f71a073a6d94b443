import type { CardField } from 'react-toss-checkout'

/** What goes into the card form's fields. */
export type TypedCard = Record<CardField, string>

/** Types into the card form as a buyer does, all at once. */
export function typeCard(form: HTMLFormElement, typed: Partial<TypedCard>): void {
  for (const [name, value] of Object.entries(typed)) {
    const input = form.querySelector<HTMLInputElement>(`[data-card-field="${name}"]`)
    if (!input) continue
    input.value = value
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
}
