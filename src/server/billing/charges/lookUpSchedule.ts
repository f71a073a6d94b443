import { PortOneError } from '../../PortOneError.js'
import type { PortOneClient } from '../../rest/portOneClient.types.js'
import type { Schedule } from '../../rest/subscribe/schedule.types.js'

/** Null when the gateway has no schedule of this number. */
export async function lookUpSchedule(client: PortOneClient, merchantUid: string): Promise<Schedule | null> {
  try {
    return await client.getSchedule(merchantUid)
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return null
    throw thrown
  }
}
