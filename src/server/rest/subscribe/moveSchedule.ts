import { requireFuture } from './argumentRules.js'
import { isDueAt, lookUpSchedule, schedulePath } from './lookUpSchedule.js'
import { readScheduleOf } from './readSchedule.js'
import type { Schedule } from './schedule.types.js'
import { sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** When a charge is to be made instead. */
export interface NewScheduleTime {
  /** Has to lie ahead; whole seconds count. */
  scheduleAt: Date
}

/** Gives a schedule another time: one still to be executed (`updateSchedule`), or one that failed or was revoked. */
export async function moveSchedule(
  { call, settings }: SubscribeTools,
  name: 'updateSchedule' | 'reschedule',
  merchantUid: string,
  to: NewScheduleTime,
): Promise<Schedule> {
  const path = schedulePath(merchantUid)
  const moment = requireFuture('scheduleAt', to.scheduleAt, settings.now())
  const seconds = Math.floor(moment.getTime() / 1000)
  return sendOnce(
    () =>
      call({
        name,
        ...(name === 'updateSchedule'
          ? { method: 'PUT', path }
          : { method: 'POST', path: `${path}/reschedule` }),
        body: { schedule_at: seconds },
        read: readScheduleOf(merchantUid),
        whenLost: {
          findOut: `Look it up with getSchedule('${merchantUid}'): scheduleAt ${seconds} (unix seconds) with scheduleStatus scheduled means that it was moved.`,
        },
      }),
    async () => {
      const found = await lookUpSchedule(call, merchantUid)
      return found && isDueAt(found, moment) ? found : null
    },
    settings,
  )
}
