/** What a card is registered for. */
export type CardIntent = { join: string } | { replace: string }

const KEY = 'storefront/card-for'

/**
 * Kept in this tab while the card window is open: a phone leaves the page for it, and comes back to a fresh one. Nothing of
 * the card is in it.
 */
export function keepIntent(intent: CardIntent): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(intent))
  } catch {}
}

export function readIntent(): CardIntent | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return typeof stored === 'object' ? (stored as CardIntent | null) : null
  } catch {
    return null
  }
}

/** Once: a reload that hears of the registration again must not begin anything again. */
export function takeIntent(): CardIntent | null {
  const intent = readIntent()
  try {
    sessionStorage.removeItem(KEY)
  } catch {}
  return intent
}
