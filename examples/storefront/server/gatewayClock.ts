/** What time it is where charges are made. */
export interface GatewayClock {
  now(): Date
  /** Asks a sandbox how far its clock was moved; the real gateway's is everybody's. Never throws. */
  follow(): Promise<void>
}

/** ms a sandbox on this machine has to answer. */
const patience = 2_000

/**
 * Months pass at the push of a button on a sandbox, for the gateway and for the shop alike: one that went by another clock
 * would take next month's charge for one that came too early.
 */
export function gatewayClock(sandboxUrl: string | undefined): GatewayClock {
  let ahead = 0
  let questions = 0
  let newest = 0
  return {
    now: () => new Date(Date.now() + ahead),
    async follow() {
      if (!sandboxUrl) return
      const question = ++questions
      try {
        const answer = await fetch(`${sandboxUrl}/sandbox/state`, { signal: AbortSignal.timeout(patience) })
        const { clock } = (await answer.json()) as { clock: { ahead: number } }
        // Requests overtake each other: an older answer never turns the clock back.
        if (!Number.isFinite(clock.ahead) || question < newest) return
        newest = question
        ahead = clock.ahead
      } catch {
        // Time goes on as it did: whoever needs the gateway itself will say that it is down.
      }
    },
  }
}
