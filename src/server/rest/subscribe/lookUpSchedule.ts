import { idInPath } from '../call/idInPath.js'
import type { Call, Operation } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { type CardConcealer, noCard } from './concealCard.js'
import { readScheduleOf } from './readSchedule.js'
import type { Schedule } from './schedule.types.js'
import { orNull } from './sendOnce.js'

/** Reads one schedule. */
export function getScheduleOperation(merchantUid: string, card: CardConcealer = noCard): Operation<Schedule> {
  const read = (answer: unknown) => readScheduleOf(merchantUid)(card.answer(answer))
  return { ...readOperation('getSchedule', schedulePath(merchantUid), read), conceal: card.text }
}

/** Reads one schedule; null when there is none. */
export function lookUpSchedule(
  call: Call,
  merchantUid: string,
  card: CardConcealer = noCard,
): Promise<Schedule | null> {
  return orNull(call(getScheduleOperation(merchantUid, card)))
}

/** Where a schedule is. */
export function schedulePath(merchantUid: string): string {
  return `/subscribe/payments/schedule/${idInPath('merchantUid', merchantUid)}`
}

/** Will it be made, or was it, at this moment? Whole seconds count. */
export function isDueAt({ scheduleAt, scheduleStatus }: Schedule, moment: Date): boolean {
  const same = scheduleAt?.getTime() === Math.floor(moment.getTime() / 1000) * 1000
  return same && (scheduleStatus === 'scheduled' || scheduleStatus === 'executed')
}
