/** Says what went wrong to whoever reads logs. Never throws, and leaves no rejection behind: one ends a Node process. */
export type Report = (error: unknown, where: string) => void

/** `onError` as a report. Somebody waits for an answer or a refund, and the reporter is not what they asked about. */
export function guardedReport(onError: Report = writeToConsole): Report {
  return (error, where) => {
    void (async () => onError(error, where))().catch(() => {})
  }
}

function writeToConsole(error: unknown, where: string): void {
  console.error(`[react-toss-checkout] ${where}:`, error)
}
