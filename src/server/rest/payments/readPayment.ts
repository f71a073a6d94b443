import { type AnswerFields, answerFields } from '../call/answerFields.js'
import { WrongShape } from '../call/WrongShape.js'
import type { Payment, PaymentCancel, PaymentPage, VbankDeposit } from './payment.types.js'

const statuses = ['ready', 'paid', 'failed', 'cancelled'] as const

/**
 * Reads a payment. What the REST definition requires (numbers, status, amounts, currency, sandbox) has to be there, since
 * it decides about money; anything else may be missing, as it is for some PGs, but never of another type. Throws
 * `WrongShape`.
 */
export function readPayment(answer: unknown, at?: string): Payment {
  const fields = answerFields(answer, at)
  const { text, textOrNull, number, flag, date } = fields
  return {
    impUid: text('imp_uid'),
    merchantUid: text('merchant_uid'),
    payMethod: textOrNull('pay_method'),
    channel: textOrNull('channel'),
    pgProvider: textOrNull('pg_provider'),
    embPgProvider: textOrNull('emb_pg_provider'),
    pgTid: textOrNull('pg_tid'),
    pgId: textOrNull('pg_id'),
    sandbox: fields.boolean('sandbox'),
    escrow: flag('escrow'),
    applyNum: textOrNull('apply_num'),
    bankCode: textOrNull('bank_code'),
    bankName: textOrNull('bank_name'),
    cardCode: textOrNull('card_code'),
    cardName: textOrNull('card_name'),
    cardIssuerCode: textOrNull('card_issuer_code'),
    cardIssuerName: textOrNull('card_issuer_name'),
    cardPublisherCode: textOrNull('card_publisher_code'),
    cardPublisherName: textOrNull('card_publisher_name'),
    cardQuota: fields.count('card_quota'),
    cardNumber: textOrNull('card_number'),
    cardType: fields.numberOrNull('card_type'),
    vbankCode: textOrNull('vbank_code'),
    vbankName: textOrNull('vbank_name'),
    vbankNum: textOrNull('vbank_num'),
    vbankHolder: textOrNull('vbank_holder'),
    vbankDate: date('vbank_date'),
    vbankIssuedAt: date('vbank_issued_at'),
    name: fields.textOrEmpty('name'),
    amount: number('amount'),
    cancelAmount: number('cancel_amount'),
    currency: text('currency'),
    buyerName: textOrNull('buyer_name'),
    buyerEmail: textOrNull('buyer_email'),
    buyerTel: textOrNull('buyer_tel'),
    buyerAddr: textOrNull('buyer_addr'),
    buyerPostcode: textOrNull('buyer_postcode'),
    customData: readCustomData(fields),
    userAgent: textOrNull('user_agent'),
    status: fields.oneOf('status', statuses),
    startedAt: date('started_at'),
    paidAt: date('paid_at'),
    failedAt: date('failed_at'),
    cancelledAt: date('cancelled_at'),
    failReason: textOrNull('fail_reason'),
    cancelReason: textOrNull('cancel_reason'),
    receiptUrl: textOrNull('receipt_url'),
    cancelHistory: fields.list('cancel_history', readCancel),
    depositHistory: fields.list('deposit_history', readDeposit),
    cancelReceiptUrls: fields.list('cancel_receipt_urls', readUrl),
    cashReceiptIssued: flag('cash_receipt_issued'),
    customerUid: textOrNull('customer_uid'),
    customerUidUsage: textOrNull('customer_uid_usage'),
    promotion: fields.raw.promotion == null ? null : fields.object('promotion', readPromotion),
    raw: fields.raw,
  }
}

/** Reads a payment that has to be the one asked for. Throws `WrongShape` when it is another. */
export function readPaymentOf(asked: {
  impUid?: string
  merchantUid?: string
}): (answer: unknown) => Payment {
  return (answer) => {
    const payment = readPayment(answer)
    if (asked.impUid !== undefined && payment.impUid !== asked.impUid) {
      throw new WrongShape('response.imp_uid', 'the payment asked for', payment.impUid)
    }
    if (asked.merchantUid !== undefined && payment.merchantUid !== asked.merchantUid) {
      throw new WrongShape('response.merchant_uid', 'the order asked for', payment.merchantUid)
    }
    return payment
  }
}

/** Reads one page of payments; page number 0 is PortOne's "there is none". */
export function readPaymentPage(answer: unknown): PaymentPage {
  const fields = answerFields(answer)
  return {
    total: fields.count('total'),
    previous: fields.count('previous') || null,
    next: fields.count('next') || null,
    list: fields.list('list', readPayment),
    raw: fields.raw,
  }
}

function readCancel(item: unknown, at: string): PaymentCancel {
  const fields = answerFields(item, at)
  return {
    cancellationId: fields.text('cancellation_id'),
    pgTid: fields.textOrEmpty('pg_tid'),
    amount: fields.number('amount'),
    cancelledAt: fields.date('cancelled_at'),
    reason: fields.textOrEmpty('reason'),
    receiptUrl: fields.textOrNull('receipt_url'),
  }
}

function readDeposit(item: unknown, at: string): VbankDeposit {
  const fields = answerFields(item, at)
  return {
    pgTid: fields.textOrEmpty('pg_tid'),
    amount: fields.number('amount'),
    depositorName: fields.textOrEmpty('depositor_name'),
    depositedAt: fields.date('deposited_at'),
  }
}

function readPromotion(value: unknown, at: string): { id: string; discount: number } {
  const fields = answerFields(value, at)
  return { id: fields.text('id'), discount: fields.number('discount') }
}

function readUrl(item: unknown, at: string): string {
  if (typeof item !== 'string') throw new WrongShape(at, 'a string', item)
  return item
}

/** What the gateway keeps as a JSON string, or the text itself when it is no JSON. */
export function readCustomData({ textOrNull }: AnswerFields): unknown {
  const text = textOrNull('custom_data')
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
