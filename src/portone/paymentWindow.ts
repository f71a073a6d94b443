/** The SDK's overlay on the page: what the kit may look at while a window is open. */

const FRAMES = '.imp-dialog iframe, iframe[src*="iamport.kr/"], iframe[src*="tosspayments.com/"]'

/** Is a payment window visible? A dialog whose frame is gone counts as none. */
export function paymentWindowVisible(): boolean {
  return [...document.querySelectorAll(FRAMES)].some((frame) => frame.getClientRects().length > 0)
}

/**
 * Takes an orphaned overlay off the page. The SDK keeps its dialog for the next payment, so it is hidden as the SDK
 * hides it, never removed.
 */
export function hidePaymentWindow(): void {
  try {
    if (paymentWindowVisible()) window.IMP?.close?.()
  } catch {}
  for (const dialog of document.querySelectorAll<HTMLElement>('.imp-dialog')) dialog.style.display = 'none'
  document.body.classList.remove('imp-payment-progress')
}

/** Puts the focus back where the press came from, unless the buyer has moved on by themselves. */
export function returnFocus(opener: Element | null | undefined): void {
  const { activeElement, body } = document
  const lost = !activeElement || activeElement === body || activeElement.closest('.imp-dialog')
  if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
}

/** What can be seen of a window that has not answered. */
export type Sighting =
  /** It was there and is not any more, or the buyer came back to the page. */
  | 'left'
  /** It never appeared. */
  | 'never-opened'
  /** It is still there: worth a quiet question now and then. */
  | 'still-open'

/** ms between looks, and how many looks each conclusion takes. */
const LOOK = 100
const GONE_LOOKS = 1_000 / LOOK
const NEVER_LOOKS = 30_000 / LOOK
const ASK_LOOKS = 20_000 / LOOK

/** Watches until told to stop. A missing answer never means "not paid": every sighting leads to a question to the server. */
export function watchPaymentWindow(saw: (sighting: Sighting) => void): () => void {
  let present = 0
  let missing = 0
  const timer = setInterval(() => {
    if (paymentWindowVisible()) {
      missing = 0
      if (++present % ASK_LOOKS === 0) saw('still-open')
    } else if (present) {
      if (++missing >= GONE_LOOKS) saw('left')
    } else if (++missing % NEVER_LOOKS === 0) saw('never-opened')
  }, LOOK)
  const back = (event: PageTransitionEvent) => event.persisted && saw('left')
  addEventListener('pageshow', back)
  return () => {
    clearInterval(timer)
    removeEventListener('pageshow', back)
  }
}
