import type { Sandbox } from 'react-toss-checkout/sandbox'
import { dropLease } from '../../src/portone/attemptLease.js'
import { forgetAttempt } from '../../src/portone/attemptMemory.js'
import { dropAttempt, findAttempt, isInFlight, setState } from '../../src/portone/attemptStore.js'
import { forgetEnd, keptEnds } from '../../src/portone/keptEnd.js'

/**
 * Whose SDK is on the page. A page has one `window.IMP` and Storybook shows one story after another (a docs page all of
 * them) in one document, while every story has a sandbox of its own.
 */
let holder: Sandbox | undefined

/** The first story of a page has it without asking: its provider fetches the SDK. */
export function enterPage(sandbox: Sandbox): void {
  holder ??= sandbox
}

/** The story that a reviewer turns to gets the page, with its SDK when `warm`. A payment under way keeps it. */
export function claimPage(sandbox: Sandbox, warm: boolean): void {
  if (holder === sandbox || findAttempt(isInFlight)) return
  clearPage()
  holder = sandbox
  if (warm) sandbox.install(window)
}

export function leavePage(sandbox: Sandbox): void {
  if (holder === sandbox) clearPage()
}

/** Takes payments, SDK and overlay off the page, so that the next story begins like a fresh tab. */
function clearPage(): void {
  for (let attempt = findAttempt(() => true); attempt; attempt = findAttempt(() => true)) {
    attempt.stopWatching?.()
    const merchantUid = attempt.order?.merchantUid ?? ''
    forgetAttempt(merchantUid)
    dropLease(merchantUid, true)
    // An order, a script or an answer still on its way finds an ended attempt.
    attempt.question++
    setState(attempt, { status: 'dismissed', merchantUid })
    dropAttempt(attempt)
  }
  for (const { order } of keptEnds()) forgetEnd(order.merchantUid)
  holder = undefined
  delete window.IMP
  for (const left of document.querySelectorAll('.imp-dialog, script[src^="data:text/javascript"]'))
    left.remove()
  for (const style of document.querySelectorAll('style')) {
    if (style.textContent?.includes('.imp-dialog{')) style.remove()
  }
  document.body.classList.remove('imp-payment-progress')
}

let made = 0

/** An order number nobody has used: every visit to a story can be paid again. */
export function newOrderNumber(): string {
  made++
  return `order-${Date.now().toString(36)}-${made.toString(36)}`
}
