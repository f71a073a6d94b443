import type { PortOneClient, Settlement } from 'react-toss-checkout/server'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'

/**
 * Finds out what became of refunds whose answer was lost, a crash included: asks the gateway, and lets go of those that
 * it does not show after five minutes. By then no call can be on its way any more.
 */
export async function recheckRefunds(
  queries: Queries,
  settlement: Settlement<OrderDetails, Queries>,
): Promise<void> {
  const rows = await queries.query<{ merchant_uid: string }>(
    `SELECT merchant_uid FROM shop_refund WHERE state = 'asked' AND at < now() - interval '1 minute' LIMIT 50`,
  )
  for (const { merchant_uid: merchantUid } of rows) {
    await settlement.settle({ merchantUid })
    await settlement.deliver(merchantUid)
    await queries.query(
      `DELETE FROM shop_refund WHERE merchant_uid = $1 AND state = 'asked' AND at < now() - interval '5 minutes'`,
      [merchantUid],
    )
  }
}

/** Ticks off money that did not fit and went back, by policy (`MISMATCH=refund`) or in the PortOne console. */
export async function recheckMisfits(queries: Queries, client: PortOneClient): Promise<void> {
  const rows = await queries.query<{ imp_uid: string }>(
    `SELECT imp_uid FROM shop_misfit WHERE returned_at IS NULL AND at > now() - interval '1 hour' LIMIT 50`,
  )
  for (const { imp_uid: impUid } of rows) {
    const { amount, cancelAmount } = await client.getPayment(impUid)
    if (cancelAmount >= amount) await tickOffMisfit(queries, impUid)
  }
}

export async function tickOffMisfit(queries: Queries, impUid: string): Promise<void> {
  await queries.query(
    'UPDATE shop_misfit SET returned_at = now() WHERE imp_uid = $1 AND returned_at IS NULL',
    [impUid],
  )
}
