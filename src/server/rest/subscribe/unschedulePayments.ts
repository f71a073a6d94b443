import { answerList } from '../call/answerFields.js'
import { refuseArgument, requireText } from '../call/refuseArgument.js'
import { CUSTOMER_UID_LENGTH, requireShortText } from './argumentRules.js'
import { lookUpSchedule, schedulePath } from './lookUpSchedule.js'
import { readSchedule } from './readSchedule.js'
import type { Schedule } from './schedule.types.js'
import { sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** One of the two: named schedules, or everything a key still has. */
export type UnscheduleTarget =
  | { merchantUids: readonly string[]; customerUid?: never }
  | { customerUid: string; merchantUids?: never }

/** Takes schedules back, at most once. */
export async function unschedulePayments(
  { call, settings }: SubscribeTools,
  { merchantUids, customerUid }: UnscheduleTarget,
): Promise<Schedule[]> {
  const body = toBody(merchantUids, customerUid)
  return sendOnce(
    () =>
      call({
        name: 'unschedulePayments',
        method: 'POST',
        path: '/subscribe/payments/unschedule',
        body,
        read: (answer) => answerList(answer, readSchedule),
        whenLost: { findOut: findOut(merchantUids, customerUid) },
      }),
    async () => {
      // A key's schedules may lie any time ahead, and lists reach three months: absence could not be shown.
      if (merchantUids === undefined) return null
      const revoked: Schedule[] = []
      for (const merchantUid of merchantUids) {
        const found = await lookUpSchedule(call, merchantUid)
        if (found?.scheduleStatus !== 'revoked') return null
        revoked.push(found)
      }
      return revoked
    },
    // Without names there is nothing to look for, so nothing to wait for either.
    merchantUids === undefined ? { ...settings, retries: 0 } : settings,
  )
}

function toBody(merchantUids?: readonly string[], customerUid?: string): Record<string, unknown> {
  if ((merchantUids === undefined) === (customerUid === undefined)) {
    const given = { merchantUids, customerUid }
    throw refuseArgument('merchantUids and customerUid', given, 'exactly one of the two is needed')
  }
  if (merchantUids === undefined) {
    return { customer_uid: requireShortText('customerUid', customerUid, CUSTOMER_UID_LENGTH) }
  }
  if (!Array.isArray(merchantUids) || merchantUids.length === 0) {
    throw refuseArgument('merchantUids', merchantUids, 'a list with at least one order number is needed')
  }
  // Each has to be one that can be looked up.
  for (const each of merchantUids) schedulePath(requireText('merchantUids', each))
  return { merchant_uid: merchantUids }
}

function findOut(merchantUids?: readonly string[], customerUid?: string): string {
  const look =
    merchantUids === undefined
      ? `Look the schedules up with listSchedulesByCustomer('${customerUid}', {from, to, status: 'scheduled'})`
      : `Look each up, getSchedule('${merchantUids[0]}') and so on`
  return `${look}: scheduled means that it will still be charged, revoked that it was taken back. Unscheduling again takes back only what is left.`
}
