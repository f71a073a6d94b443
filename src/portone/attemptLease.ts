/**
 * Keeps two tabs of one shop from opening a window for the same order. A mark in localStorage answers within the
 * press's tick; a Web Lock, which the browser drops with its tab, tells whether a mark's owner still lives.
 */
const name = (merchantUid: string) => `react-toss-checkout:${merchantUid}`

const held = new Map<string, () => void>()

function hold(merchantUid: string): void {
  const key = name(merchantUid)
  try {
    localStorage.setItem(key, '1')
  } catch {}
  let release = () => {}
  const end = new Promise<void>((resolve) => {
    release = resolve
  })
  held.set(merchantUid, release)
  navigator.locks?.request(key, () => end).catch(() => {})
}

/** True when this tab has the order now; a promise when another tab has marked it and may have died since. */
export function takeLease(merchantUid: string): true | Promise<boolean> {
  if (held.has(merchantUid)) return true
  let marked: string | null = null
  try {
    marked = localStorage.getItem(name(merchantUid))
  } catch {}
  if (!marked || !navigator.locks) {
    hold(merchantUid)
    return true
  }
  return otherHolder(merchantUid).then((other) => {
    if (!other) hold(merchantUid)
    return !other
  })
}

/** Does a living tab hold the order? */
async function otherHolder(merchantUid: string): Promise<boolean> {
  try {
    const { held: locks = [] } = await navigator.locks.query()
    return locks.some((lock) => lock.name === name(merchantUid))
  } catch {
    return false
  }
}

function unmark(merchantUid: string): void {
  try {
    localStorage.removeItem(name(merchantUid))
  } catch {}
}

/** Lets other tabs have the order again. `returned`: the mark was left by this tab before it went to pay. */
export function dropLease(merchantUid: string, returned: boolean): void {
  const release = held.get(merchantUid)
  held.delete(merchantUid)
  release?.()
  if (release) unmark(merchantUid)
  // A duplicated tab has this tab's memory, but not its lock.
  else if (returned) otherHolder(merchantUid).then((other) => other || unmark(merchantUid))
}
