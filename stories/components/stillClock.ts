/** The moment at which frames with a deadline stand still: 2026-11-23 14:00 in Korea, in unix seconds. */
export const stillNow: number = Date.parse('2026-11-23T05:00:00Z') / 1000

/** For `beforeEach` of a matrix: time left reads the same on every visit, so that pictures can be compared. */
export function stopClock(): () => void {
  const running = Date.now
  Date.now = () => stillNow * 1000
  return () => {
    Date.now = running
  }
}

/** For `beforeEach` of the accounts: "copied" is said for three seconds, here for as long as anybody looks. */
export function holdCopied(): () => void {
  const { setTimeout: running, document } = window
  const { execCommand } = document
  window.setTimeout = ((handler: () => void, delay?: number, ...given: []) =>
    delay === 3_000 ? 0 : running(handler, delay, ...given)) as typeof window.setTimeout
  // The older way to copy would do what the frame without a clipboard refuses.
  document.execCommand = () => false
  return () => {
    window.setTimeout = running
    document.execCommand = execCommand
  }
}
