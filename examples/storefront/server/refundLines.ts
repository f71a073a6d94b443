import { type CheckoutOrder, PortOneError, SettleError, type Settlement } from 'react-toss-checkout/server'
import type { RefundLines } from '../shop/order.types.js'
import { keptCounts } from './fulfilment.js'
import { detailsOf, type OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { bookedRefunds, dropRefund, markSending, openRefund } from './refundRows.js'
import { ShopRefusal } from './ShopRefusal.js'

/**
 * Gives back the money for some of an order's goods. The amount is the server's: what was paid for these lines, and with
 * the last of them everything that is left, the parcel included.
 *
 * A row says what was asked for before the gateway hears of it, one at a time for each order: pressing twice, in two
 * tabs or on two instances, gives back once. `onRefunded` ticks the row off when the gateway's own record shows the
 * refund; where its answer was lost the row stays, and `recheckRefunds` finds out.
 *
 * @throws ShopRefusal `REFUND_RUNNING`, `REFUND_UNBOOKED`, `NOTHING_LEFT`, `ACCOUNT_REQUIRED`, `REFUND_REFUSED`,
 *   `REFUND_UNSENT`, `REFUND_UNKNOWN`
 */
export async function refundLines(
  queries: Queries,
  settlement: Settlement<OrderDetails, Queries>,
  order: CheckoutOrder<OrderDetails>,
  { counts, reason, account }: RefundLines,
  askedBy: 'customer' | 'admin',
): Promise<void> {
  const { merchantUid } = order
  if (order.record?.payMethod === 'vbank' && !account)
    throw new ShopRefusal(422, 'ACCOUNT_REQUIRED', '환불받을 계좌를 적어 주세요.')
  const row = await openRefund(queries, merchantUid, counts, askedBy)
  if (row === null) {
    throw new ShopRefusal(
      409,
      'REFUND_RUNNING',
      '이 주문의 환불을 처리하고 있어요. 다시 요청하지 않아도 돼요.',
    )
  }
  let asked = false
  try {
    const amount = await amountOf(queries, settlement, merchantUid, counts)
    if (!(await markSending(queries, row, amount))) throw unsent()
    asked = true
    await settlement.refund({
      merchantUid,
      amount,
      reason,
      requester: askedBy,
      ...(account && { refundAccount: account }),
    })
  } catch (thrown) {
    if (asked && mayHaveHappened(thrown)) {
      console.error(`refund of order ${merchantUid}, which will be looked up:`, thrown)
      throw new ShopRefusal(
        503,
        'REFUND_UNKNOWN',
        '환불을 요청했고 결과를 확인하고 있어요. 다시 요청하지 않아도 돼요.',
      )
    }
    await dropRefund(queries, row)
    throw toRefusal(thrown)
  }
  // It went through: what goes wrong from here on must not look like a refund that failed.
  await settlement
    .deliver(merchantUid)
    .catch((error) => console.error(`refund of order ${merchantUid}, which went through:`, error))
}

/** Worked out behind the row: nobody else gives anything back for this order now. */
async function amountOf(
  queries: Queries,
  settlement: Settlement<OrderDetails, Queries>,
  merchantUid: string,
  counts: Record<string, number>,
): Promise<number> {
  await settlement.deliver(merchantUid)
  const order = await settlement.options.orders.find(merchantUid)
  if (!order) throw new ShopRefusal(404, 'NO_ORDER', '주문을 찾을 수 없어요.')
  // Which goods that money was for is not written down yet: they may be these.
  if (order.cancelAmount > (await bookedRefunds(queries, merchantUid))) {
    throw new ShopRefusal(
      409,
      'REFUND_UNBOOKED',
      '앞선 환불을 아직 정리하고 있어요. 잠시 뒤 다시 요청해 주세요.',
    )
  }
  const details = detailsOf(order)
  const kept = await keptCounts(queries, merchantUid, details)
  const fits = Object.entries(counts).every(
    ([id, count]) => Number.isInteger(count) && count > 0 && count <= (kept[id] ?? 0),
  )
  const left = order.amount - order.cancelAmount
  if (!fits || left <= 0 || Object.keys(counts).length === 0)
    throw new ShopRefusal(409, 'NOTHING_LEFT', '이미 환불했거나 환불할 수 없는 상품이에요.')
  const everything = Object.entries(kept).every(([id, count]) => count === (counts[id] ?? 0))
  if (everything) return left
  const worth = details.lines.reduce((sum, { id, price }) => sum + price * (counts[id] ?? 0), 0)
  return Math.min(worth, left)
}

/** Of what a refund raises, only this says that nothing was sent, or that the gateway said no. */
function mayHaveHappened(thrown: unknown): boolean {
  if (thrown instanceof SettleError) return false
  return !(thrown instanceof PortOneError) || thrown.code === 'UNKNOWN_RESULT'
}

function toRefusal(thrown: unknown): unknown {
  if (thrown instanceof SettleError) {
    return thrown.code === 'CONTENDED' || thrown.code === 'ORDER_CHANGED'
      ? unsent()
      : new ShopRefusal(409, 'NOTHING_LEFT', '이미 환불했거나 환불할 수 없는 주문이에요.')
  }
  if (!(thrown instanceof PortOneError)) return thrown
  if (thrown.code === 'REFUND_ACCOUNT_REQUIRED')
    return new ShopRefusal(422, 'ACCOUNT_REQUIRED', '환불받을 계좌를 적어 주세요.')
  if (thrown.retryable) return unsent()
  console.error('the gateway refused a refund:', thrown.message)
  return new ShopRefusal(
    422,
    'REFUND_REFUSED',
    `결제사가 환불을 받아 주지 않았어요. 환불되지 않았어요.${thrown.gateway?.message ? ` (${thrown.gateway.message})` : ''}`,
  )
}

function unsent(): ShopRefusal {
  return new ShopRefusal(
    503,
    'REFUND_UNSENT',
    '환불을 요청하지 못했어요. 환불되지 않았으니 잠시 뒤 다시 요청해 주세요.',
  )
}
