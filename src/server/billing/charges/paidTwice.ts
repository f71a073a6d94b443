import type { CheckoutOrder } from '../../orders/checkoutOrder.js'
import { holdsMoney, secondOrderMove } from '../../settle/secondOrder.js'
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
    if (!holdsMoney(other) || other.merchantUid === merchantUid) continue
    // Of two, one is given back: not the first as well, should it be told once more.
    const isTold = other.flag === 'second-payment'
    const [flagged, kept] = isTold ? [other.merchantUid, merchantUid] : [merchantUid, other.merchantUid]
    const what = `period ${number.period} of subscription ${number.subscriptionId} was paid by order ${other.merchantUid} and by order ${merchantUid}`
    const next = `Order ${flagged} is flagged: with \`mismatch: 'refund'\` the settlement gives it back, otherwise give it back yourself. Leave order ${kept} as it is.`
    options.report(new Error(`${what}. ${next}`), 'onPaid')
    if (!isTold) {
      const checkAt = new Date(options.now().getTime() + AN_HOUR)
      await moveOrder(options, merchantUid, (order) => {
        const { change, events } = secondOrderMove(order, other.merchantUid)
        return { change: { ...change, checkAt }, events }
      })
    }
    return
  }
}
