import type { PortOneClient, Settlement } from 'react-toss-checkout/server'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { dropIfNeverSent, lateRefunds } from './refundRows.js'

/**
 * Finds out what became of refunds whose answer was lost, a crash included. Asks the gateway and tells the shop what it
 * shows; a refund that it certainly does not show is let go of. One that cannot be asked about stays, and keeps nobody from
 * looking at the others.
 */
export async function recheckRefunds(
  queries: Queries,
  settlement: Settlement<OrderDetails, Queries>,
): Promise<void> {
  for (const { id, merchant_uid: merchantUid } of await lateRefunds(queries)) {
    await orReport(`refund of order ${merchantUid}, which is being looked up`, async () => {
      const settled = await settlement.settle({ merchantUid })
      if (settled.result !== 'settled') throw new Error(`the gateway answers ${settled.result}`)
      await settlement.deliver(merchantUid)
      await dropIfNeverSent(queries, id, settled.order.cancelAmount)
    })
  }
}

/** Ticks off money that did not fit and went back, by policy (`MISMATCH=refund`) or in the PortOne console. */
export async function recheckMisfits(queries: Queries, client: PortOneClient): Promise<void> {
  const rows = await queries.query<{ imp_uid: string }>(
    `SELECT imp_uid FROM shop_misfit WHERE returned_at IS NULL AND at > now() - interval '1 hour'
     ORDER BY random() LIMIT 50`,
  )
  for (const { imp_uid: impUid } of rows) {
    await orReport(`payment ${impUid}, which does not fit its order`, async () => {
      const { amount, cancelAmount } = await client.getPayment(impUid)
      if (cancelAmount >= amount) await tickOffMisfit(queries, impUid)
    })
  }
}

export async function tickOffMisfit(queries: Queries, impUid: string): Promise<void> {
  await queries.query(
    'UPDATE shop_misfit SET returned_at = now() WHERE imp_uid = $1 AND returned_at IS NULL',
    [impUid],
  )
}

async function orReport(where: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(`${where}:`, error)
  }
}
