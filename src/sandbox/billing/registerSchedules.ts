import { gatewayMessage } from '../gateway/gatewayReasons.js'
import { isOrderApproved } from '../gateway/sandboxPayment.js'
import { missingFields, overlongFields } from '../rest/missingFields.js'
import { badRequest, gatewayRefuses, isRefused, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import type { SandboxState } from '../store.js'
import { billingChannel, NO_BILLING_CHANNEL } from './billingChannel.js'
import { type BillingKey, cardOfKey, findBillingKey, NO_SUCH_BUYER, type RestCustomer } from './billingKey.js'
import { answerOfSchedule, type BillingSchedule, findSchedule, type RestSchedule } from './billingSchedule.js'
import { cardIn } from './cardIn.js'
import { type ChargeOrder, readChargeOrder } from './chargeOrder.js'
import { checkWithCharge } from './checkWithCharge.js'
import { issueBillingKey } from './issueBillingKey.js'
import type { KnownCard } from './knownCard.js'
import { registrationReason } from './registrationReason.js'

interface Entry {
  order: ChargeOrder
  scheduleAt: number
  promotionId: string | null
}

/**
 * `POST /subscribe/payments/schedule`, in place: all of its schedules or none. A card in the body is registered first;
 * without one the key has to be there. `checking_amount` is charged and given back at once, and a decline of it refuses
 * the whole call. A number that any schedule has or had is refused: a failed or revoked one is scheduled anew with
 * `reschedule`.
 *
 * @param now Unix seconds.
 */
export function registerSchedules(
  state: SandboxState,
  body: RequestBody,
  now: number,
): RestSchedule[] | Refused {
  const wrong =
    missingFields(body, ['customer_uid']) ?? overlongFields(body, { customer_uid: 80, channel_key: 55 })
  if (wrong) return wrong
  const customerUid = body.text('customer_uid') ?? ''
  const entries = readEntries(body)
  if (isRefused(entries)) return entries
  const refused = entries.map((entry) => checkEntry(state, entry, now)).find((each) => each !== null)
  if (refused) return refused

  const source = cardFor(state, { body, customerUid, now })
  if (isRefused(source)) return source
  const declined = checkWithCharge(state, { ...source, customerUid, body, at: now })
  if (declined) return declined
  const { card, mid, known } = source
  const customerId = body.text('customer_id')
  const { customer } = known ?? issueBillingKey(state, { customerUid, card, customerId, mid, now })
  const schedules = entries.map((entry) => scheduleOf(entry, customer, customerId ?? customer.customer_id))
  state.schedules.push(...schedules)
  return schedules.map((schedule) => answerOfSchedule(state, schedule))
}

function readEntries(body: RequestBody): Entry[] | Refused {
  const items = body.objects('schedules')
  if (!items || items.length === 0) return badRequest('필수 파라미터가 누락되었습니다: schedules')
  const entries: Entry[] = []
  for (const item of items) {
    const missing = missingFields(item, ['schedule_at', 'merchant_uid', 'amount'])
    if (missing) return missing
    const order = readChargeOrder(item)
    if (isRefused(order)) return order
    const scheduleAt = item.number('schedule_at') ?? Number.NaN
    if (!Number.isSafeInteger(scheduleAt)) return badRequest('schedule_at은 UNIX 초 단위의 정수여야 합니다.')
    entries.push({ order, scheduleAt, promotionId: item.text('promotion_id') })
  }
  const numbers = new Set(entries.map(({ order }) => order.params.merchant_uid))
  return numbers.size === entries.length
    ? entries
    : gatewayRefuses('예약결제의 merchant_uid가 중복되었습니다.')
}

function checkEntry(state: SandboxState, { order, scheduleAt }: Entry, now: number): Refused | null {
  const merchantUid = order.params.merchant_uid
  if (findSchedule(state, merchantUid)) {
    return gatewayRefuses(`이미 예약된 merchant_uid입니다: ${merchantUid}`)
  }
  if (isOrderApproved(state, merchantUid)) return gatewayRefuses('이미 결제가 이루어진 거래건입니다.')
  return scheduleAt <= now ? gatewayRefuses('예약 시각(schedule_at)은 현재 시각보다 미래여야 합니다.') : null
}

/** The card the schedules will be charged to: the one in the body, else the one of the key that is there (`known`). */
function cardFor(
  state: SandboxState,
  { body, customerUid, now }: { body: RequestBody; customerUid: string; now: number },
): { card: KnownCard; mid: string; known?: BillingKey } | Refused {
  const channel = billingChannel(null, body.text('channel_key'))
  if (!channel) return gatewayRefuses(NO_BILLING_CHANNEL)
  if (body.text('card_number') === null) {
    const known = findBillingKey(state, customerUid)
    return known
      ? { card: cardOfKey(known), mid: known.customer.pg_id, known }
      : gatewayRefuses(NO_SUCH_BUYER)
  }
  const card = cardIn(body, now)
  if (isRefused(card)) return card
  const reason = registrationReason(state, card)
  return reason ? gatewayRefuses(gatewayMessage('tosspayments', reason)) : { card, mid: channel.mid }
}

function scheduleOf(entry: Entry, key: RestCustomer, customerId: string | null): BillingSchedule {
  const { params } = entry.order
  // What a schedule does not say about the buyer is taken from the key (PortOne V1 docs).
  const buyer = {
    buyer_name: params.buyer_name ?? key.customer_name ?? undefined,
    buyer_email: params.buyer_email ?? key.customer_email ?? undefined,
    buyer_tel: params.buyer_tel ?? key.customer_tel ?? undefined,
    buyer_addr: params.buyer_addr ?? key.customer_addr ?? undefined,
    buyer_postcode: params.buyer_postcode ?? key.customer_postcode ?? undefined,
  }
  return {
    customerUid: key.customer_uid,
    customerId,
    mid: key.pg_id,
    order: { ...entry.order, params: { ...params, ...buyer } },
    promotionId: entry.promotionId,
    scheduleAt: entry.scheduleAt,
    status: 'scheduled',
    executedAt: 0,
    revokedAt: 0,
    impUid: null,
  }
}
