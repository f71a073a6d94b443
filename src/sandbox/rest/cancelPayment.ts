import { gatewayMessage, type Reason } from '../gateway/gatewayReasons.js'
import type { RestPayment } from '../gateway/restPayment.types.js'
import { digitsFrom, findPayment, type SandboxPayment } from '../gateway/sandboxPayment.js'
import { methodKind } from '../rules/payMethods.js'
import { kstStamp } from '../rules/vbankDueDate.js'
import type { SandboxState } from '../store.js'
import type { RequestBody } from './readBody.js'

type Refund = { payment: SandboxPayment; amount: number; taxFree: number; remaining: number }
type Refused = { refused: string }
type CancelBody = Pick<RequestBody, 'text' | 'number'>

/**
 * `POST /payments/cancel`, in place: the changed record, or the sentence of the refusal. `imp_uid` wins over
 * `merchant_uid`; no amount, or 0, gives everything back; `checksum` is what the caller believes is left. The status is
 * `cancelled` after a partial refund too: tell them apart by the amounts.
 */
export function cancelPayment(state: SandboxState, body: CancelBody, now: number): RestPayment | Refused {
  const payment = target(state, body)
  if (!payment) return { refused: '취소할 결제건이 존재하지 않습니다.' }
  const { record, module } = payment
  if (record.paid_at > 0 && record.cancel_amount >= record.amount) {
    return { refused: '이미 전액취소된 주문입니다.' }
  }
  const remaining = record.amount - record.cancel_amount
  const asked = body.number('amount') ?? 0
  const amount = asked === 0 ? remaining : asked
  const refund = { payment, amount, taxFree: body.number('tax_free') ?? 0, remaining }
  const reason = checkRefund(refund, now)
  if (reason) return { refused: gatewayMessage(module, reason) }
  const checksum = body.number('checksum')
  if (checksum !== null && checksum !== remaining) {
    return {
      refused: `취소 가능 금액이 일치하지 않습니다. (checksum: ${checksum}, 취소 가능 금액: ${remaining})`,
    }
  }
  if (record.pay_method === 'vbank' && !['refund_holder', 'refund_bank', 'refund_account'].every(body.text)) {
    return { refused: '가상계좌 환불에는 refund_holder, refund_bank, refund_account가 모두 필요합니다.' }
  }
  give(refund, body.text('reason') || '취소', now)
  return record
}

function target(state: SandboxState, body: CancelBody): SandboxPayment | undefined {
  const impUid = body.text('imp_uid')
  if (impUid) return findPayment(state, impUid)
  const ofOrder = state.payments.filter(({ record }) => record.merchant_uid === body.text('merchant_uid'))
  return ofOrder.find(({ record }) => record.paid_at > 0) ?? ofOrder.at(-1)
}

/** The gateway's own refusals, in the words of the module's error list. */
function checkRefund({ payment, amount, taxFree, remaining }: Refund, now: number): Reason | null {
  const { record, module, offer } = payment
  const isNew = module === 'tosspayments'
  const say = (newReason: Reason, legacyReason: Reason) => (isNew ? newReason : legacyReason)
  if (record.paid_at === 0) {
    return say(
      ['NOT_CANCELABLE_PAYMENT', '취소 할 수 없는 결제 입니다.'],
      ['C026', '취소할 수 없는 거래상태입니다. LG U+로 문의하시기 바랍니다.'],
    )
  }
  const whole = record.currency !== 'KRW' || Number.isSafeInteger(amount)
  if (!(amount > 0) || !whole || !(taxFree >= 0)) {
    return say(
      ['INVALID_REFUND_AMOUNT', '잘못된 환불 금액입니다.'],
      ['C094', '부분취소 불가. 부분취소 요청금액을 확인하시기 바랍니다.'],
    )
  }
  if (amount > remaining || taxFree > Math.min(amount, payment.taxFree)) {
    return say(
      ['NOT_CANCELABLE_AMOUNT', '취소 할 수 없는 금액 입니다.'],
      ['C053', '부분취소금액이 원금액보다 큽니다.'],
    )
  }
  const kind = methodKind(module, offer.payMethod)
  if (kind === 'phone' && kstStamp(now).slice(0, 6) !== kstStamp(record.paid_at).slice(0, 6)) {
    return say(
      ['EXCEED_MAX_REFUND_DUE', '환불 가능한 기간이 지났습니다.'],
      ['W010', '취소가능 기간을 지났습니다.(거래가 일어난 해당달에만 취소가능)'],
    )
  }
  if (amount < record.amount && (kind === 'gift' || record.escrow)) {
    return say(
      [
        'NOT_ALLOWED_PARTIAL_REFUND',
        '에스크로 주문, 현금 카드 결제일 때는 부분 환불이 불가합니다. 이외 다른 결제 수단에서 부분 취소가 되지 않을 때는 토스페이먼츠에 문의해 주세요.',
      ],
      record.escrow
        ? ['RF30', '에스크로거래건은 부분환불이 불가합니다.']
        : ['C083', '부분취소 가능한 상태가 아닙니다.'],
    )
  }
  return null
}

function give({ payment, amount, taxFree, remaining }: Refund, reason: string, now: number): void {
  const { record } = payment
  const count = record.cancel_history.length + 1
  const kept = reason.slice(0, 256)
  record.cancel_amount += amount
  record.status = 'cancelled'
  record.cancelled_at = now
  record.cancel_reason = kept
  record.cancel_history.push({
    pg_tid: record.pg_tid ?? '',
    amount,
    cancelled_at: now,
    reason: kept,
    cancellation_id: `cancellation_${digitsFrom(`${record.imp_uid}/${count}`, 12)}`,
    receipt_url: null,
  })
  payment.taxFree = amount === remaining ? 0 : payment.taxFree - taxFree
  payment.updatedAt = now
}
