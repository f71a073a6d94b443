import { PortOneError } from '../../PortOneError.js'
import type { CancelRequest } from './cancelRequest.js'
import type { LookupOperations } from './lookupOperations.js'
import type { Payment } from './payment.types.js'

/** Payments of one order that are looked through; an order has few. */
const MOST_ATTEMPTS = 100

/**
 * Whether a refund goes back by bank transfer: the payment is a virtual account that was paid into. Asks the gateway
 * unless the request says how it was paid. A payment that is not found is left to the cancel itself, whose refusal says
 * more.
 */
export async function needsRefundAccount(
  request: CancelRequest,
  lookups: LookupOperations,
): Promise<boolean> {
  const { impUid, merchantUid, payMethod } = request
  if (typeof payMethod === 'string') return payMethod === 'vbank'
  try {
    const payments =
      impUid !== undefined
        ? [await lookups.getPayment(impUid, { includeSandbox: true })]
        : (await lookups.findAllPayments(merchantUid, { limit: MOST_ATTEMPTS })).list
    return payments.some(isPaidAccount)
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return false
    throw thrown
  }
}

function isPaidAccount({ payMethod, paidAt }: Payment): boolean {
  return payMethod === 'vbank' && paidAt !== null
}
