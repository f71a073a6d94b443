import { idInPath } from '../call/idInPath.js'
import type { Call } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { refuseArgument } from '../call/refuseArgument.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import { type Receipt, readReceiptOf } from './receipt.js'

/** For whom a receipt is issued. */
export interface ReceiptRequest {
  /**
   * Cash receipt card, phone, resident or business number. Toss does not check that it fits `type`. It is never quoted
   * in an error.
   */
  identifier: string
  /** `person`: income deduction (소득공제); `company`: proof of expense (지출증빙). Default `person`. */
  type?: 'person' | 'company'
  buyerName?: string
  buyerEmail?: string
  buyerTel?: string
  /** Tax-free part, won. */
  taxFree?: number
  /** VAT, won; `vatAmount` is its newer spelling. */
  vat?: number
  vatAmount?: number
}

/** Cash receipts (현금영수증) for payments made in cash: transfer and virtual account. */
export interface ReceiptOperations {
  /** `GET /receipts/{imp_uid}`. Raises `NOT_FOUND` when there is no payment or no receipt. */
  getReceipt(impUid: string): Promise<Receipt>
  /**
   * `POST /receipts/{imp_uid}`, new module only. Sent once. Raises `BAD_REQUEST` when it is not paid or has a receipt,
   * `UNSUPPORTED`, `UNKNOWN_RESULT` (HTTP 500 too: whether the PG had issued it is not said).
   */
  issueReceipt(impUid: string, request: ReceiptRequest): Promise<Receipt>
  /** `DELETE /receipts/{imp_uid}`, new module only. Sent once. Raises `BAD_REQUEST` when PortOne issued none. */
  cancelReceipt(impUid: string): Promise<Receipt>
}

export function receiptOperations(call: Call): ReceiptOperations {
  const pathOf = (impUid: string) => `/receipts/${idInPath('impUid', impUid)}`
  const findOut = (impUid: string, cancelled: string) =>
    `Read it back with getReceipt('${impUid}'): ${cancelled}. Call again only when it was not carried out.`
  return {
    getReceipt: async (impUid) => call(readOperation('getReceipt', pathOf(impUid), readReceiptOf(impUid))),
    issueReceipt: async (impUid, request) =>
      call({
        name: 'issueReceipt',
        method: 'POST',
        path: pathOf(impUid),
        body: toBody(request),
        read: readReceiptOf(impUid),
        whenLost: { findOut: findOut(impUid, 'NOT_FOUND means that none was issued') },
      }),
    cancelReceipt: async (impUid) =>
      call({
        name: 'cancelReceipt',
        method: 'DELETE',
        path: pathOf(impUid),
        read: readReceiptOf(impUid),
        whenLost: { findOut: findOut(impUid, 'a cancelledAt means that it was cancelled') },
      }),
  }
}

function toBody(request: ReceiptRequest): Record<string, unknown> {
  const { identifier, type, buyerName, buyerEmail, buyerTel, taxFree, vat, vatAmount } = request
  if (typeof identifier !== 'string' || identifier === '') {
    throw refuseArgument('identifier', typeof identifier, 'a string with something in it is needed')
  }
  return toPortOneSpelling({ identifier, type, buyerName, buyerEmail, buyerTel, taxFree, vat, vatAmount })
}
