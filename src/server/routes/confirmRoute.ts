import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { ConfirmAnswer, RouteErrorCode } from './checkoutRoutes.types.js'
import { RouteRefusal } from './RouteRefusal.js'
import { readFields } from './readBody.js'
import { readImpUid, readMerchantUid } from './requestIds.js'
import type { Route, RouteParts } from './routeParts.js'
import { withinLimit } from './withinLimit.js'

/** The confirm call, `confirm_url`: may this be charged? */
interface ConfirmCall {
  merchantUid: string
  amount: number
}

/**
 * `POST confirm`: the gateway asks just before it approves. 200 goes on, anything else stops the payment, and the buyer
 * reads the `reason` (PortOne V1 docs).
 */
export function confirmRoute<Details, Tx>(parts: RouteParts<Details, Tx>): Route {
  return async (context) => {
    const call = readConfirmCall(await readFields(context))
    const late = () => {
      throw stop('CONFIRM_TIMEOUT', '상점의 확인이 늦어져 결제를 중단했어요. 잠시 후 다시 시도해 주세요.')
    }
    await withinLimit(parts.limits.confirm, judge(parts, call), late)
    return context.json({})
  }
}

async function judge<Details, Tx>(
  { find, calls, options }: RouteParts<Details, Tx>,
  { merchantUid, amount }: ConfirmCall,
): Promise<void> {
  const order = await find(merchantUid)
  if (!order) throw stop('NO_ORDER', '상점에서 주문을 찾을 수 없어요.')
  if (amount !== order.amount) throw stop('AMOUNT_DIFFERS', '결제 금액이 주문 금액과 달라요.')
  if (isPaid(order)) throw stop('ALREADY_PAID', '이미 결제가 완료된 주문이에요.')
  const answer = await calls.merchant('onConfirm', async () =>
    checkAnswer(options.onConfirm ? await options.onConfirm(order) : { go: true }),
  )
  if (!answer.go) throw stop('CONFIRM_REFUSED', answer.reason)
}

function stop(code: RouteErrorCode, reason: string): RouteRefusal {
  return new RouteRefusal(code, { buyerMessage: reason })
}

function isPaid({ status }: CheckoutOrder): boolean {
  return status === 'paid' || status === 'partly-refunded' || status === 'refunded'
}

/** A function that forgot to answer must not let a payment through. */
function checkAnswer(answer: ConfirmAnswer | undefined): ConfirmAnswer {
  if (answer?.go === true || (answer?.go === false && typeof answer.reason === 'string')) return answer
  throw new Error(
    "onConfirm: the answer is not {go: true} or {go: false, reason: '…'}. The payment was stopped.",
  )
}

function readConfirmCall(fields: Record<string, unknown>): ConfirmCall {
  readImpUid(fields.imp_uid)
  const { amount } = fields
  // A form carries text.
  const won = typeof amount === 'string' && /^\d{1,15}$/.test(amount) ? Number(amount) : amount
  if (typeof won !== 'number') {
    throw new RouteRefusal('INVALID_BODY', { message: 'amount should be a number' })
  }
  return { merchantUid: readMerchantUid('merchant_uid', fields.merchant_uid), amount: won }
}
