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
