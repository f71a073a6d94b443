import { startApiPayment } from '../billing/apiPayment.js'
import { textsOf } from '../billing/chargeOrder.js'
import { approvePayment } from '../gateway/approvePayment.js'
import { gatewayMessage, refusalReason } from '../gateway/gatewayReasons.js'
import { resolveChannel } from '../gateway/resolveChannel.js'
import type { RestPayment } from '../gateway/restPayment.types.js'
import { isOrderApproved } from '../gateway/sandboxPayment.js'
import { sandboxBanks } from '../rules/sandboxBanks.js'
import type { SandboxState } from '../store.js'
import { missingFields, overlongFields } from './missingFields.js'
import { badRequest, gatewayRefuses, type Refused } from './outcome.js'
import type { RequestBody } from './readBody.js'

/**
 * `POST /vbanks`, in place: a `ready` payment with an account, no window. `vbank_due` is unix seconds here. Several
 * unpaid accounts may share an order number; one that was approved is refused. `buyer_name` is required by Toss, and
 * `vbank_holder` ignored.
 *
 * @param now Unix seconds.
 */
export function issueVbank(state: SandboxState, body: RequestBody, now: number): RestPayment | Refused {
  const wrong =
    missingFields(body, ['channel_key', 'merchant_uid', 'amount', 'vbank_code', 'vbank_due', 'buyer_name']) ??
    overlongFields(body, { merchant_uid: 40, vbank_key: 13 })
  if (wrong) return wrong
  const merchantUid = body.text('merchant_uid') ?? ''
  const amount = body.number('amount') ?? 0
  const bankCode = body.text('vbank_code') ?? ''
  const due = body.number('vbank_due') ?? 0
  if (!(amount > 0 && Number.isSafeInteger(amount))) return badRequest('amount는 0보다 큰 정수여야 합니다.')
  if (!Number.isSafeInteger(due)) return badRequest('vbank_due는 UNIX 초 단위의 정수여야 합니다.')

  const say = (refusal: Parameters<typeof refusalReason>[1]) =>
    gatewayRefuses(gatewayMessage('tosspayments', refusalReason('tosspayments', refusal)))
  const channel = resolveChannel({ channelKey: body.text('channel_key') ?? '' }, 'new', 'tosspayments')
  if (channel?.module !== 'tosspayments') {
    return gatewayRefuses('가상계좌 API 발급을 지원하는 PG 설정 정보를 찾을 수 없습니다.')
  }
  if (!sandboxBanks.some(({ code, virtualAccount }) => code === bankCode && virtualAccount))
    return say('bank')
  if (due <= now) return say('dueDate')
  if (isOrderApproved(state, merchantUid)) return gatewayRefuses('이미 결제가 이루어진 거래건입니다.')

  const params = { pay_method: 'vbank', merchant_uid: merchantUid, amount, ...textsOf(body) }
  const payment = startApiPayment(state, { params, customData: body.text('custom_data') }, channel, now)
  payment.offer.vbankDue = due
  const failure = approvePayment(payment, {
    choice: { method: 'vbank', bankCode },
    faults: state.faults.filter((fault) => fault !== 'amount-tampered'),
    orderTaken: false,
    now,
  })
  if (!failure) return payment.record
  state.payments = state.payments.filter((each) => each !== payment)
  return gatewayRefuses(gatewayMessage('tosspayments', failure))
}
