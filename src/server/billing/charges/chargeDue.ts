import { PortOneError } from '../../PortOneError.js'
import type { BillingParts } from '../billingParts.js'
import { reportUntended, tendSubscription } from './tendSubscription.js'

/** Subscriptions tended at the same time. */
const AT_ONCE = 5
const LIMIT = 1_000

export interface ChargeRound {
  charged: number
  failed: number
  gatewayIsDown: boolean
}

/** Tends every subscription whose time has come. Stops early when the gateway is down: the rest is due next time, too. */
export async function chargeDue(parts: BillingParts, limit: number = LIMIT): Promise<ChargeRound> {
  const round: ChargeRound = { charged: 0, failed: 0, gatewayIsDown: false }
  let left = limit

  const work = async () => {
    while (left-- > 0 && !round.gatewayIsDown) {
      // One at a time, so that a lease begins when the work does.
      const [claimed] = await parts.subscriptions.claimDue(parts.now(), parts.lease, 1)
      if (!claimed) return
      try {
        const after = await tendSubscription(parts, claimed, { maySendAgain: true })
        if (after.period > claimed.period) round.charged++
        else if (after.attempt > claimed.attempt) round.failed++
      } catch (thrown) {
        round.gatewayIsDown ||= thrown instanceof PortOneError && thrown.retryable
        await reportUntended(parts, claimed, thrown).catch((lost) =>
          parts.report(lost, `subscription ${claimed.id}`),
        )
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return round
}
