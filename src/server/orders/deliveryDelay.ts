const FIRST = 1000
const LONGEST = 60 * 60 * 1000

/** ms until an event whose handler threw comes again: 1 s, doubled with every failure before this one, at most 1 h. */
export function deliveryDelay(failuresBefore: number): number {
  return Math.min(FIRST * 2 ** Math.min(failuresBefore, 32), LONGEST)
}
