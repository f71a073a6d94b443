import type { CheckoutOrder } from 'react-toss-checkout/server'
import type { Delivery, Misfit, ParcelState, ShopOrder, ShopRefund } from '../shop/order.types.js'
import { detailsOf, type OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'

type Of<Row> = Row & { merchant_uid: string }

/** Orders with what the shop's own tables know about them, in the order given. */
export async function showOrders(
  queries: Queries,
  orders: readonly CheckoutOrder<OrderDetails>[],
): Promise<ShopOrder[]> {
  if (orders.length === 0) return []
  const numbers = [orders.map(({ merchantUid }) => merchantUid)]
  const parcels = await queries.query<Of<{ state: ParcelState }>>(
    'SELECT merchant_uid, state FROM shop_parcel WHERE merchant_uid = ANY($1)',
    numbers,
  )
  const refunds = await queries.query<Of<ShopRefund & { asked_by: ShopRefund['askedBy'] }>>(
    `SELECT merchant_uid, amount::float8 AS amount, counts, state, asked_by, extract(epoch FROM at)::float8 AS at
     FROM shop_refund WHERE merchant_uid = ANY($1) AND amount IS NOT NULL ORDER BY id`,
    numbers,
  )
  const misfits = await queries.query<Of<Misfit & { imp_uid: string; returned_at: number | null }>>(
    `SELECT merchant_uid, imp_uid, flag, amount::float8 AS amount, currency, extract(epoch FROM at)::float8 AS at,
       extract(epoch FROM returned_at)::float8 AS returned_at
     FROM shop_misfit WHERE merchant_uid = ANY($1) ORDER BY at`,
    numbers,
  )
  const members = await queries.query<Of<{ delivery: Delivery } & NonNullable<ShopOrder['charge']>>>(
    `SELECT merchant_uid, delivery, state, extract(epoch FROM at)::float8 AS at
     FROM shop_membership_charge JOIN shop_member ON shop_member.id = member_id WHERE merchant_uid = ANY($1)`,
    numbers,
  )
  return orders.map((order) => {
    const mine = <Row extends { merchant_uid: string }>(rows: Row[]) =>
      rows.filter(({ merchant_uid }) => merchant_uid === order.merchantUid)
    const [member] = mine(members)
    const { lines, shippingFee, delivery } = detailsOf(order, member?.delivery)
    return {
      merchantUid: order.merchantUid,
      name: order.name,
      amount: order.amount,
      currency: order.currency,
      status: order.status,
      cancelAmount: order.cancelAmount,
      flag: order.flag,
      failReason: order.failReason,
      record: order.record,
      lines,
      shippingFee,
      delivery,
      parcel: mine(parcels)[0]?.state ?? null,
      refunds: mine(refunds).map(({ amount, counts, state, asked_by: askedBy, at }) => ({
        amount,
        counts,
        state,
        askedBy,
        at,
      })),
      misfits: mine(misfits).map(
        ({ imp_uid: impUid, flag, amount, currency, at, returned_at: returnedAt }) => ({
          impUid,
          flag,
          amount,
          currency,
          at,
          returnedAt,
        }),
      ),
      charge: member ? { state: member.state, at: member.at } : null,
      createdAt: order.createdAt.getTime() / 1000,
      updatedAt: order.updatedAt.getTime() / 1000,
    }
  })
}

/** One order. */
export async function showOrder(queries: Queries, order: CheckoutOrder<OrderDetails>): Promise<ShopOrder> {
  const [shown] = await showOrders(queries, [order])
  if (!shown) throw new Error('an order was lost while it was shown')
  return shown
}
