import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { BuyerChoice, Gateway, SandboxClock, SandboxFaults, WindowOffer } from '../sandbox.types.js'

/**
 * Where the stand-in SDK and the payment window hand a payment in and hear what became of it: the gateway in the page,
 * or one behind HTTP. Over HTTP a call rejects when no answer came; what it asked for may have happened all the same,
 * and asking again is safe: the first decision about a payment is the one that counts.
 */
export interface PaymentDesk {
  open(...request: Parameters<Gateway['open']>): Promise<ReturnType<Gateway['open']>>
  offer(impUid: string): Promise<WindowOffer | null>
  /** Asks the shop's `confirm_url` first, where there is one, and then approves. */
  approve(impUid: string, choice: BuyerChoice): Promise<CallbackResponse>
  giveUp(impUid: string): Promise<CallbackResponse>
  returnUrl(impUid: string, response: CallbackResponse): Promise<string | null>
  /** Brings `faults` and `clock` up to date, in case somebody else changed them. */
  look(): Promise<void>
  readonly faults: SandboxFaults
  readonly clock: SandboxClock
}
