import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import { hasMoney } from '../../settle/orderState.js'
import { secondOrderMove } from '../../settle/secondOrder.js'
import type { BillingOptions } from '../billing.types.js'
import { chargeNumber, readChargeNumber } from './chargeNumber.js'
import { moveOrder } from './moveOrder.js'

/** ms after which the sweep looks whether it was given back. */
const AN_HOUR = 3_600_000

type Options = Pick<BillingOptions, 'orders'> & {
  now(): Date
  report(error: unknown, where: string): void
}

/**
 * A charge was paid for a period that is over. That another charge paid it must not happen, so it is said aloud, and flagged
 * as a second payment: the settlement's policy gives it back, or a person does.
 */
export async function paidTwice(options: Options, { merchantUid, status }: CheckoutOrder): Promise<void> {
  const number = readChargeNumber(merchantUid)
  if (!number || status === 'refunded') return
  for (let count = 1; ; count++) {
    const other = await options.orders.find(chargeNumber({ ...number, count }))
    if (!other) return
    const isPaid = hasMoney(other) && other.status !== 'refunded'
    if (!isPaid || other.merchantUid === merchantUid) continue
    const what = `period ${number.period} of subscription ${number.subscriptionId} was paid by order ${other.merchantUid} and by order ${merchantUid}`
    options.report(new Error(`${what}. Give one of them back.`), 'onPaid')
    // Of two, one is given back: not the first as well, should it be told once more.
    if (other.flag === null) {
      const checkAt = new Date(options.now().getTime() + AN_HOUR)
      await moveOrder(options, merchantUid, (order) => {
        const { change, events } = secondOrderMove(order)
        return { change: { ...change, checkAt }, events }
      })
    }
    return
  }
}
