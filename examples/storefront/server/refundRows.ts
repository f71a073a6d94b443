import type { Queries } from './queries.js'

/**
 * The rows of `shop_refund`. One that is `asked` holds its goods, and the order's one place for a refund under way, until
 * it is known what became of it: `onRefunded` makes it `done`, or it is let go of because no money went.
 */

/** Writes down what is asked for, before anybody else hears of it. Null while another refund of the order is under way. */
export async function openRefund(
  queries: Queries,
  merchantUid: string,
  counts: Record<string, number>,
  askedBy: 'customer' | 'admin',
): Promise<RefundRow | null> {
  // Without an amount, which is worked out behind the lock that this row is, it is no refund that could have happened.
  const [row] = await queries.query<{ id: RefundRow }>(
    `INSERT INTO shop_refund (merchant_uid, counts, state, asked_by) VALUES ($1, $2, 'asked', $3)
     ON CONFLICT (merchant_uid) WHERE state = 'asked' DO NOTHING RETURNING id`,
    [merchantUid, JSON.stringify(counts), askedBy],
  )
  return row?.id ?? null
}

/** A number as the driver hands it out. */
export type RefundRow = number | string

/**
 * The last thing before the gateway hears of it. The row's age counts from here.
 *
 * @returns false when it was let go of meanwhile: then nothing may be sent
 */
export async function markSending(queries: Queries, row: RefundRow, amount: number): Promise<boolean> {
  const rows = await queries.query(
    `UPDATE shop_refund SET amount = $2, at = now() WHERE id = $1 AND state = 'asked' RETURNING id`,
    [row, amount],
  )
  return rows.length > 0
}

/** Lets go of a refund that certainly did not happen. */
export async function dropRefund(queries: Queries, row: RefundRow): Promise<void> {
  await queries.query(`DELETE FROM shop_refund WHERE id = $1 AND state = 'asked'`, [row])
}

/** Won given back that rows account for. Less than the order's `cancelAmount` while the shop has yet to be told of some. */
export async function bookedRefunds(queries: Queries, merchantUid: string): Promise<number> {
  const [sum] = await queries.query<{ won: number }>(
    `SELECT coalesce(sum(amount), 0)::float8 AS won FROM shop_refund WHERE merchant_uid = $1 AND state = 'done'`,
    [merchantUid],
  )
  return sum?.won ?? 0
}

/** Refunds that should have ended by now. In no order: those that stay keep none of the others from their turn. */
export function lateRefunds(queries: Queries): Promise<{ id: RefundRow; merchant_uid: string }[]> {
  return queries.query(
    `SELECT id, merchant_uid FROM shop_refund WHERE state = 'asked' AND at < now() - interval '1 minute'
     ORDER BY random() LIMIT 50`,
  )
}

/**
 * Lets go of a refund that the gateway does not show. One that was never marked as sent is let go of at once: whoever would
 * send it finds no row. Five minutes after it was sent no call can be on its way any more, and `cancelAmount`, fresh from the gateway, is all accounted for by others. Where it is more than that the money may well be
 * this refund's, and only the shop has not been told: the row stays.
 */
export async function dropIfNeverSent(queries: Queries, row: RefundRow, cancelAmount: number): Promise<void> {
  await queries.query(
    `DELETE FROM shop_refund late WHERE id = $1 AND state = 'asked' AND (
       amount IS NULL OR at < now() - interval '5 minutes'
         AND $2::bigint = (SELECT coalesce(sum(amount), 0) FROM shop_refund
                           WHERE merchant_uid = late.merchant_uid AND state = 'done'))`,
    [row, cancelAmount],
  )
}
