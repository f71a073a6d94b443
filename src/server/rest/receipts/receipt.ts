import { answerFields } from '../call/answerFields.js'
import { WrongShape } from '../call/WrongShape.js'

/** A cash receipt (현금영수증). Source: PortOne V1 REST definition. */
export interface Receipt {
  impUid: string
  receiptTid: string | null
  /** Approval number of the tax office. */
  applyNum: string
  /** `person` (소득공제) or `company` (지출증빙). */
  type: 'person' | 'company' | (string & {})
  /** Won. */
  amount: number
  /** Won. */
  vat: number
  receiptUrl: string | null
  appliedAt: Date | null
  cancelledAt: Date | null
  raw: Readonly<Record<string, unknown>>
}

/** Reads the receipt of one payment. Throws `WrongShape`. */
export function readReceiptOf(impUid: string): (answer: unknown) => Receipt {
  return (answer) => {
    const fields = answerFields(answer)
    const { text, textOrNull, number, date } = fields
    if (text('imp_uid') !== impUid) {
      throw new WrongShape('response.imp_uid', 'the payment asked for', fields.raw.imp_uid)
    }
    return {
      impUid,
      receiptTid: textOrNull('receipt_tid'),
      applyNum: text('apply_num'),
      type: text('type'),
      amount: number('amount'),
      vat: number('vat'),
      receiptUrl: textOrNull('receipt_url'),
      appliedAt: date('applied_at'),
      cancelledAt: date('cancelled_at'),
      raw: fields.raw,
    }
  }
}
