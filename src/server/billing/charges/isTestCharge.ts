import { PortOneError } from '../../PortOneError.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import type { SettleTarget } from '../../settle/settlement.types.js'
import type { BillingParts } from '../billingParts.js'
import { madeByKey } from './madeByKey.js'

/** Attempts under one order number that are looked at, newest first. */
const MOST_ATTEMPTS = 100

/**
 * Did the gateway make this charge through a test channel that the shop refuses? Settling leaves such payments out, so
 * without this a card of that channel would never be charged nor declined. A payment that a page made is no charge.
 */
export async function isTestCharge(
  parts: BillingParts,
  { merchantUid, impUid }: SettleTarget,
): Promise<boolean> {
  const { client, testPayments } = parts
  if (testPayments === 'accept') return false
  try {
    const shown =
      impUid === undefined
        ? (await client.findAllPayments(merchantUid, { limit: MOST_ATTEMPTS })).list
        : [await client.getPayment(impUid, { includeSandbox: true })]
    return shown.some((payment) => isRefusedCharge(parts, payment))
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return false
    throw thrown
  }
}

/** The same of a payment that is known. */
export function isRefusedCharge(
  { testPayments }: Pick<BillingParts, 'testPayments'>,
  payment: Payment,
): boolean {
  const { sandbox, status } = payment
  return testPayments === 'refuse' && sandbox && status !== 'ready' && madeByKey(payment)
}
