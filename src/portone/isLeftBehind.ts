import type { Attempt } from './attemptStore.js'

/**
 * A payment that may have moved money and lost its button: to a reload, or because the page took the button away before this
 * one came (`before`: the attempts there were by then). Whose it was, only a fixed order number would tell, so a button whose
 * order is yet to be made goes on with it: making another one beside it could charge twice.
 * @internal
 */
export function isLeftBehind(
  { owner, plan, state, serial, foreign, untold }: Attempt,
  before: number,
): boolean {
  const isFoundAgain = owner === undefined && plan.order === undefined
  if (plan.registration || !(isFoundAgain || (plan.isMade && serial <= before))) return false
  switch (state.status) {
    case 'in-window':
    case 'confirming':
      return true
    case 'unconfirmed':
      // An address that anybody may have written holds nothing up.
      return !foreign
    case 'failed':
      return state.error.charged !== 'no' || untold !== undefined
    default:
      return untold !== undefined
  }
}
