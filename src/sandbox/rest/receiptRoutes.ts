import { Hono } from 'hono'
import { unixSeconds } from '../clock.js'
import type { RestReceipt } from '../gateway/restPayment.types.js'
import { digitsFrom, findPayment } from '../gateway/sandboxPayment.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import { respond } from './envelope.js'
import { missingFields } from './missingFields.js'
import { badRequest, notFound, type Refused } from './outcome.js'
import { type RequestBody, readBody, unreadable } from './readBody.js'

const NO_RECEIPT = '발급된 현금영수증이 존재하지 않습니다.'
const UNSUPPORTED: Refused = { refused: '현금영수증 API를 지원하지 않는 PG사입니다.', status: 501 }

/**
 * Cash receipts (현금영수증) of transfers and virtual accounts. Issuing and cancelling is the new module's; the legacy one
 * answers 501. Whoever the receipt is made out to (`identifier`) is not kept.
 */
export function receiptRoutes({ store, clock }: GatewayParts): Hono {
  const app = new Hono()

  app.get('/:impUid', (context) =>
    respond(context, receiptOf(store.read(), context.req.param('impUid')) ?? notFound(NO_RECEIPT)),
  )

  app.post('/:impUid', async (context) => {
    const body = await readBody(context.req.raw)
    const impUid = context.req.param('impUid')
    const outcome = body && store.transact((state) => issue(state, impUid, body, unixSeconds(clock)))
    return respond(context, outcome ?? unreadable)
  })

  app.delete('/:impUid', (context) =>
    respond(
      context,
      store.transact((state) => cancel(state, context.req.param('impUid'), unixSeconds(clock))),
    ),
  )

  return app
}

function receiptOf(state: SandboxState, impUid: string): RestReceipt | undefined {
  return state.receipts.find((receipt) => receipt.imp_uid === impUid)
}

function issue(state: SandboxState, impUid: string, body: RequestBody, now: number): RestReceipt | Refused {
  const missing = missingFields(body, ['identifier'])
  if (missing) return missing
  const type = body.text('type') ?? 'person'
  if (type !== 'person' && type !== 'company') return badRequest(`알 수 없는 type입니다: ${type}`)
  const payment = findPayment(state, impUid)
  if (!payment) return badRequest('존재하지 않는 결제정보입니다.')
  const { record, module } = payment
  if (module !== 'tosspayments') return UNSUPPORTED
  const inCash = record.pay_method === 'trans' || record.pay_method === 'vbank'
  const amount = record.amount - record.cancel_amount
  if (!inCash || record.paid_at === 0 || amount === 0) {
    return badRequest('결제가 완료된 계좌이체, 가상계좌 거래만 현금영수증을 발급할 수 있습니다.')
  }
  const former = receiptOf(state, impUid)
  if (former?.cancelled_at === 0) return badRequest('이미 현금영수증이 발급된 거래입니다.')
  const taxFree = body.number('tax_free') ?? payment.taxFree
  const vat = body.number('vat_amount') ?? body.number('vat') ?? Math.round((amount - taxFree) / 11)
  if (!isWon(taxFree, amount) || !isWon(vat, amount)) {
    return badRequest('tax_free, vat은 0 이상 결제 금액 이하의 정수여야 합니다.')
  }
  state.serial += 1
  const seed = `${impUid}/receipt/${state.serial}`
  const receipt: RestReceipt = {
    imp_uid: impUid,
    receipt_tid: `${record.pg_id}${digitsFrom(seed, 14)}`,
    apply_num: digitsFrom(seed, 9),
    type,
    amount,
    vat,
    receipt_url: null,
    applied_at: now,
    cancelled_at: 0,
  }
  state.receipts = [...state.receipts.filter((each) => each !== former), receipt]
  record.cash_receipt_issued = true
  payment.updatedAt = now
  return receipt
}

function cancel(state: SandboxState, impUid: string, now: number): RestReceipt | Refused {
  const payment = findPayment(state, impUid)
  if (payment?.module === 'uplus') return UNSUPPORTED
  const receipt = receiptOf(state, impUid)
  if (!payment || receipt?.cancelled_at !== 0) return badRequest(NO_RECEIPT)
  receipt.cancelled_at = now
  payment.record.cash_receipt_issued = false
  payment.updatedAt = now
  return receipt
}

function isWon(value: number, limit: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= limit
}
