import type { Payment } from '../../rest/payments/payment.types.js'

/**
 * Was a registered card charged, rather than a window opened, which anybody may do under any order number? Source: PortOne V1
 * docs: `customer_uid_usage` is null for an ordinary payment, and the number of an API payment begins with `imps_`.
 */
export function madeByKey({
  customerUidUsage,
  impUid,
}: Pick<Payment, 'customerUidUsage' | 'impUid'>): boolean {
  return customerUidUsage?.startsWith('payment') ?? impUid.startsWith('imps_')
}
