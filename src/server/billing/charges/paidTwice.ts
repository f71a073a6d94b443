import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import type { BillingOptions } from '../billing.types.js'
import { chargeNumber, readChargeNumber } from './chargeNumber.js'

type Options = Pick<BillingOptions, 'orders'> & {
  report(error: unknown, where: string): void
}

/**
 * A charge was paid for a period that is over. That another charge paid it must not happen, so it is said aloud: a person
 * has to give one back.
 */
export async function paidTwice({ orders, report }: Options, { merchantUid }: CheckoutOrder): Promise<void> {
  const number = readChargeNumber(merchantUid)
  if (!number) return
  for (let count = 1; ; count++) {
    const other = await orders.find(chargeNumber({ ...number, count }))
    if (!other) return
    if (other.status !== 'paid' || other.merchantUid === merchantUid) continue
    const what = `period ${number.period} of subscription ${number.subscriptionId} was paid by order ${other.merchantUid} and by order ${merchantUid}`
    return report(new Error(`${what}. Give one of them back.`), 'onPaid')
  }
}
