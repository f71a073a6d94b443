import { declineReason, type Reason } from '../gateway/gatewayReasons.js'
import { testCards } from '../rules/testCards.js'
import type { SandboxState } from '../store.js'
import type { KnownCard } from './knownCard.js'

/** Why no key is issued for this card; null when one is. What declines a charge only (limit, balance) does not count. */
export function registrationReason(state: SandboxState, card: KnownCard): Reason | null {
  const test = card.test && testCards[card.test]
  if (test && !test.registers && test.declines) return test.declines.reason
  const atRegistration = state.faults.filter((fault) => fault !== 'declined' && fault !== 'limit-exceeded')
  return declineReason('tosspayments', 'card', atRegistration)
}
