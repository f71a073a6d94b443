import type { OrderHandlers } from 'react-toss-checkout/server'
import { detailsOf, type OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { returnStock, takeStock } from './stock.js'

/**
 * What the shop does when an order moves. Everything is written through `tx`, the transaction that ticks the event off:
 * it happens once, whatever crashes in between. It is dated by the gateway's clock, as the settlement is: not by the
 * database's, which a sandbox leaves behind.
 */
export const fulfilment: OrderHandlers<OrderDetails, Queries> = {
  async onPaid(order, { again }, { tx }) {
    // A second payment that pays for the order after all, because the bank took the first one's deposit back.
    await tx.query('DELETE FROM shop_misfit WHERE imp_uid = $1', [order.impUid])
    const taken = await takeStock(tx, order.details.lines)
    const state = taken ? 'preparing' : 'short'
    // A second parcel for one order is an error that the primary key raises; only a deposit that came back revives one.
    await tx.query(
      again
        ? 'UPDATE shop_parcel SET state = $2 WHERE merchant_uid = $1'
        : 'INSERT INTO shop_parcel (merchant_uid, state) VALUES ($1, $2)',
      [order.merchantUid, state],
    )
  },

  async onDepositRolledBack(order, _, { tx }) {
    if (await stopParcel(tx, order.merchantUid)) await returnStock(tx, order.details.lines)
  },

  async onRefunded(order, { amount, cancellationId }, { tx, event }) {
    // A sum that the gateway does not itemize may hold the refund asked for here, and another. One that has no amount yet
    // was not sent, and is in no sum.
    const [mine] = await tx.query<{ counts: Record<string, number> }>(
      `UPDATE shop_refund SET state = 'done', amount = $2, event_key = $3, at = $5
       WHERE merchant_uid = $1 AND state = 'asked' AND (amount = $2 OR ($4 AND amount < $2)) RETURNING counts`,
      [order.merchantUid, amount, event.key, cancellationId === null, event.at],
    )
    if (!mine) {
      // Done in the PortOne console: nobody told us which goods.
      await tx.query(
        `INSERT INTO shop_refund (merchant_uid, amount, counts, state, asked_by, event_key, at)
         VALUES ($1, $2, '{}', 'done', 'elsewhere', $3, $4)`,
        [order.merchantUid, amount, event.key, event.at],
      )
    }
    const details = detailsOf(order)
    const kept = await keptCounts(tx, order.merchantUid, details)
    const back = mine?.counts ?? {}
    if (order.status === 'refunded') {
      const all = details.lines.map(({ id }) => ({ id, count: (kept[id] ?? 0) + (back[id] ?? 0) }))
      if (await stopParcel(tx, order.merchantUid)) await returnStock(tx, all)
    } else if (await isPreparing(tx, order.merchantUid)) {
      await returnStock(
        tx,
        Object.entries(back).map(([id, count]) => ({ id, count })),
      )
    }
  },

  async onFlagged(order, { flag, amount, currency }, { tx, event, refund }) {
    await tx.query(
      `INSERT INTO shop_misfit (imp_uid, merchant_uid, flag, amount, currency, returned_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (imp_uid) DO UPDATE SET returned_at = coalesce(shop_misfit.returned_at, excluded.returned_at)`,
      [
        event.impUid ?? event.key,
        order.merchantUid,
        flag,
        amount,
        currency,
        refund === 'given-back' ? event.at : null,
      ],
    )
  },
}

/** How many of each line were not given back yet. */
export async function keptCounts(
  queries: Queries,
  merchantUid: string,
  { lines }: OrderDetails,
): Promise<Record<string, number>> {
  const returned = await queries.query<{ counts: Record<string, number> }>(
    `SELECT counts FROM shop_refund WHERE merchant_uid = $1 AND state = 'done'`,
    [merchantUid],
  )
  const kept = Object.fromEntries(lines.map(({ id, count }) => [id, count]))
  for (const { counts } of returned) {
    for (const [id, count] of Object.entries(counts)) kept[id] = (kept[id] ?? 0) - count
  }
  return kept
}

/** True when there was a parcel with goods in it. */
async function stopParcel(tx: Queries, merchantUid: string): Promise<boolean> {
  const held = await isPreparing(tx, merchantUid)
  await tx.query(`UPDATE shop_parcel SET state = 'stopped' WHERE merchant_uid = $1`, [merchantUid])
  return held
}

async function isPreparing(tx: Queries, merchantUid: string): Promise<boolean> {
  const held = await tx.query(
    `SELECT 1 FROM shop_parcel WHERE merchant_uid = $1 AND state = 'preparing' FOR UPDATE`,
    [merchantUid],
  )
  return held.length > 0
}
