import { isRecord } from '../../../payment/plainData.js'
import { PortOneError } from '../../PortOneError.js'
import { answerList } from '../call/answerFields.js'
import { refuseArgument } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import { WrongShape } from '../call/WrongShape.js'
import {
  CUSTOMER_UID_LENGTH,
  requireFuture,
  requireMoney,
  requireShortText,
  shortTexts,
} from './argumentRules.js'
import { type CardData, hasCardData, type NoCardData, toCardFields } from './cardData.js'
import { toKeyChargeFields } from './chargeFields.js'
import type { ScheduledCharge } from './chargeRequest.types.js'
import { concealCard, noCard } from './concealCard.js'
import { isDueAt, lookUpSchedule, schedulePath } from './lookUpSchedule.js'
import { readSchedule } from './readSchedule.js'
import type { Schedule } from './schedule.types.js'
import { sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** Charges to be made later, with a registered card or, with its data, one that is registered now. */
export type SchedulePaymentsRequest = {
  /** The card, at most 80 characters. */
  customerUid: string
  /** At least one, each with a `merchantUid` of its own. */
  schedules: readonly ScheduledCharge[]
  /** The merchant's own id of the buyer, where the card is registered now. */
  customerId?: string
  /** Whole won of a test charge that is cancelled at once; 0 makes none. Default: the gateway's. */
  checkingAmount?: number
  /** At most 55 characters. */
  channelKey?: string
} & (CardData | NoCardData)

const limits = { customerId: Number.POSITIVE_INFINITY, channelKey: 55 } as const

/** Schedules charges, at most once. */
export async function schedulePayments(
  { call, settings }: SubscribeTools,
  request: SchedulePaymentsRequest,
): Promise<Schedule[]> {
  const { customerUid, schedules } = request
  const body = toBody(request, settings.now())
  const card = hasCardData(request) ? concealCard(request) : noCard
  const find = async (one: ScheduledCharge): Promise<Schedule | null> => {
    const found = await lookUpSchedule(call, one.merchantUid, card)
    const asSent = found && isDueAt(found, one.scheduleAt) && found.amount === one.amount
    return asSent && (found.customerUid ?? customerUid) === customerUid ? found : null
  }
  return sendOnce(
    () =>
      call({
        name: 'schedulePayments',
        method: 'POST',
        path: '/subscribe/payments/schedule',
        body,
        read: (answer) => readAllOf(schedules, card.answer(answer)),
        whenLost: { findOut: findOut(schedules) },
        conceal: card.text,
      }),
    async () => {
      const found: Schedule[] = []
      for (const one of schedules) {
        const schedule = await find(one)
        if (!schedule) return null
        found.push(schedule)
      }
      return found
    },
    settings,
  )
}

function toBody(request: SchedulePaymentsRequest, now: number): Record<string, unknown> {
  const { customerUid, checkingAmount, schedules } = request
  // Not quoted: whoever put a wrong object here may have put the card into it.
  if (!Array.isArray(schedules) || schedules.length === 0 || schedules.some((one) => !isRecord(one))) {
    throw new PortOneError('INVALID_ARGUMENT', {
      message: 'schedules has to be a list with at least one charge, each an object',
    })
  }
  if (checkingAmount !== undefined) requireMoney('checkingAmount', checkingAmount, 'KRW', 'zero')
  const numbers = new Set<string>()
  for (const { merchantUid } of schedules) {
    // One that cannot be looked up must not be scheduled.
    schedulePath(merchantUid)
    if (numbers.has(merchantUid)) {
      throw refuseArgument('merchantUid', merchantUid, 'each schedule needs one of its own')
    }
    numbers.add(merchantUid)
  }
  return {
    customer_uid: requireShortText('customerUid', customerUid, CUSTOMER_UID_LENGTH),
    ...toPortOneSpelling({ ...shortTexts(request, limits), checkingAmount }),
    ...(hasCardData(request) && toCardFields(request)),
    schedules: schedules.map((one) => ({
      // Today's definition wants it; PortOne's page of 2022 knows only won.
      currency: 'KRW',
      ...toKeyChargeFields(one),
      ...toPortOneSpelling({ scheduleAt: requireFuture('scheduleAt', one.scheduleAt, now) }),
    })),
  }
}

/** Reads one schedule for each that was sent. Throws `WrongShape` when one is missing. */
function readAllOf(sent: readonly ScheduledCharge[], answer: unknown): Schedule[] {
  const schedules = answerList(answer, readSchedule)
  for (const { merchantUid } of sent) {
    if (schedules.some((each) => each.merchantUid === merchantUid)) continue
    throw new WrongShape('response', 'one schedule for each that was sent', answer)
  }
  return schedules
}

function findOut(schedules: readonly ScheduledCharge[]): string {
  return `Look each up, getSchedule('${schedules[0]?.merchantUid}') and so on: those found will be charged. Schedule only the missing ones, under the same merchantUid.`
}
