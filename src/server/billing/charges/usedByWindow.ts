import { PortOneError } from '../../PortOneError.js'
import type { PortOneClient } from '../../rest/portOneClient.types.js'
import { wasPaid } from '../../settle/paymentMoney.js'
import { madeByKey } from './madeByKey.js'

/** Attempts under one order number that are looked at, newest first. */
const MOST_ATTEMPTS = 100

/**
 * Did a window use this number up, and no charge of ours? Of any kind: settling leaves registrations and payments through a
 * test channel out, and yet the gateway approves a number only once (PortOne V1 docs).
 */
export async function usedByWindow(client: PortOneClient, merchantUid: string): Promise<boolean> {
  try {
    const { list } = await client.findAllPayments(merchantUid, { limit: MOST_ATTEMPTS })
    const approved = list.filter(wasPaid)
    return approved.length > 0 && !approved.some(madeByKey)
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return false
    throw thrown
  }
}
