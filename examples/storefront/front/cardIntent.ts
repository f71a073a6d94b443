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

/**
 * Lets go of what no longer fits where the member stands: who has a membership joins none, who has none replaces no card. Left
 * behind it would wait for the next registration that is heard of.
 */
export function dropStaleIntent(joined: boolean): void {
  const intent = readIntent()
  if (intent && 'join' in intent === joined) takeIntent()
}
