import type { Payment } from '../../rest/payments/payment.types.js'
import type { BillingKey } from '../../rest/subscribe/billingKey.types.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'

/**
 * Was this key made through a test channel, where charges move no money, in a shop that refuses them? A super key does not
 * say: its registration does, where there was a window, and otherwise its first charge.
 */
export function isRefusedKey(
  { testPayments }: Pick<BillingParts, 'testPayments'>,
  key: BillingKey,
  registration?: Pick<Payment, 'sandbox'>,
): boolean {
  return testPayments === 'refuse' && (key.kind === 'card' ? key.sandbox : registration?.sandbox === true)
}

/** Tells the merchant, whose console or page has a channel that it should not have. */
export function refuseTestKey({ report }: Pick<BillingParts, 'report'>, customerUid: string): BillingError {
  const refusal = new BillingError('TEST_CHANNEL', `card "${customerUid}"`)
  report(refusal, 'registration')
  return refusal
}
