import type { PaymentRecord } from '../../payment/paymentRecord.js'
import { isRecord } from '../../payment/plainData.js'
import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Payment } from '../rest/payments/payment.types.js'
import type { Settled } from '../settle/settlement.types.js'
import { toPaymentRecord } from '../toPaymentRecord.js'
import { alreadyTold } from './alreadyTold.js'
import type { RouteError } from './checkoutRoutes.types.js'
import { RouteRefusal } from './RouteRefusal.js'
import { readJson } from './readBody.js'
import { isImpUid, readMerchantUid } from './requestIds.js'
import type { Known, Route, RouteParts } from './routeParts.js'

/** What the page asks. `impUid` comes from the callback or the return URL, where the buyer can edit it. */
interface Question {
  merchantUid: string
  impUid: string | null
}

/**
 * `POST complete`: settles for whoever asks, as the buyer may come back in another browser and settling harms nobody;
 * the record is for whoever may read the order. In a burst, what a webhook booked while the page waited in line is the answer.
 */
export function completeRoute<Details, Tx>(parts: RouteParts<Details, Tx>): Route {
  return async (context) => {
    const question = readQuestion(await readJson(context))
    const request = context.req.raw
    const mustRead = async (order: CheckoutOrder) => {
      if (!(await parts.access.mayRead(request, order))) throw new RouteRefusal('NOT_YOURS')
    }
    try {
      const settled = await settleAsked(parts, question)
      if (!('order' in settled)) throw new RouteRefusal('NO_ORDER')
      await mustRead(settled.order)
      if (settled.result === 'known') return context.json(storedRecord(settled.order))
      if (settled.result === 'no-payment') throw new RouteRefusal('NO_PAYMENT')
      const record = recordOf(settled.order, settled.payment)
      if (contradicts(settled.order, settled.payment)) {
        const { code, message } = new RouteRefusal('PAYMENT_DIFFERS')
        return context.json({ code, message, record } satisfies RouteError, 409)
      }
      return context.json(record)
    } catch (thrown) {
      if (!(thrown instanceof RouteRefusal && thrown.status >= 500)) throw thrown
      // What was read back before and says paid, by a webhook that was quicker, is no less true.
      const order = await parts.find(question.merchantUid)
      if (!order?.record || !hasBeenPaid(order)) throw thrown
      await mustRead(order)
      return context.json(storedRecord(order))
    }
  }
}

/** The payment asked about when it is one of that order's, otherwise whatever the order rests on. */
async function settleAsked<Details, Tx>(
  { settle }: RouteParts<Details, Tx>,
  { merchantUid, impUid }: Question,
): Promise<Settled<Details> | Known<Details>> {
  if (impUid !== null) {
    const isPaid = (order: CheckoutOrder<Details>) =>
      alreadyTold(order, impUid, 'paid') && order.record !== null
    const asked = await settle({ impUid, merchantUid }, isPaid)
    if ('order' in asked && asked.order.merchantUid === merchantUid) return asked
  }
  return settle({ merchantUid })
}

/**
 * Once an order has been paid, that is the answer, whichever attempt was asked about: "failed" would invite a second
 * charge. The order's own amount goes along, because a page that came back in a new tab has forgotten it; with money
 * that does not fit, the answer is no 200 either, so that nobody reads only the word.
 */
function recordOf(order: CheckoutOrder, payment: Payment): PaymentRecord {
  const expected = { amount: order.amount, currency: order.currency }
  if (order.record && hasBeenPaid(order) && payment.impUid !== order.impUid) {
    return { ...order.record, expected }
  }
  return { ...toPaymentRecord(payment), expected }
}

function storedRecord({ record, amount, currency }: CheckoutOrder): object {
  return { ...record, expected: { amount, currency } }
}

/** Money that does not make the order paid, or an account that asks for another amount. */
function contradicts(order: CheckoutOrder, payment: Payment): boolean {
  const { status, vbankNum, amount, currency } = payment
  if (hasBeenPaid(order)) return false
  const asks = status === 'ready' && vbankNum !== null
  return status === 'paid' || (asks && (amount !== order.amount || currency !== order.currency))
}

function hasBeenPaid({ status }: CheckoutOrder): boolean {
  return status === 'paid' || status === 'partly-refunded' || status === 'refunded'
}

function readQuestion(body: unknown): Question {
  const { merchantUid, impUid = null } = isRecord(body) ? body : {}
  if (impUid !== null && typeof impUid !== 'string') {
    throw new RouteRefusal('INVALID_BODY', { message: 'impUid should be a payment number, or left out' })
  }
  return {
    merchantUid: readMerchantUid('merchantUid', merchantUid),
    impUid: isImpUid(impUid) ? impUid : null,
  }
}
