import { idInPath } from '../call/idInPath.js'
import type { Call } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { type FoundPayments, getPayments, type PaymentIds } from './getPayments.js'
import type { Payment, PaymentPage, PaymentStatusName } from './payment.types.js'
import { type PaymentBalance, readPaymentBalance } from './paymentBalance.js'
import { readPaymentOf, readPaymentPage } from './readPayment.js'

/** By the time of the window's opening, the approval or the last change; `-` in front is newest first. */
export type PaymentSorting = '-started' | 'started' | '-paid' | 'paid' | '-updated' | 'updated'

/** Which of several payments under one order number. */
export interface FindPaymentQuery {
  /** Only payments of this status. */
  status?: PaymentStatusName
  /** Default `-started`. */
  sorting?: PaymentSorting
}

export interface FindAllPaymentsQuery extends FindPaymentQuery {
  /** From 1. Default 1. */
  page?: number
  /** Payments on a page, 1–1,000. Default 20. */
  limit?: number
}

export interface PaymentsByStatusQuery extends Omit<FindAllPaymentsQuery, 'status'> {
  /**
   * Start of the period, compared with the time that belongs to the status (`paid` with `paidAt`, …). Default: 90 days
   * before `to`; longer periods are refused (`BAD_REQUEST`).
   */
  from?: Date
  /** End of the period. Default: now. */
  to?: Date
}

/** Reading payments back: the only thing that may decide about an order. */
export interface LookupOperations {
  /**
   * One payment by the gateway's number. `GET /payments/{imp_uid}`. Raises `NOT_FOUND`.
   *
   * @param options `includeSandbox`: also payments of a test channel. Default: the gateway's (false since the flag came).
   */
  getPayment(impUid: string, options?: { includeSandbox?: boolean }): Promise<Payment>
  /** Several payments at once, at most 100 numbers together; says which were not found. `GET /payments`. */
  getPayments(ids: PaymentIds): Promise<FoundPayments>
  /**
   * One payment by order number: of several, the first by `sorting`. An order that was tried twice has two; to learn
   * whether it is paid, ask for `{status: 'paid'}`. `GET /payments/find/{merchant_uid}`. Raises `NOT_FOUND`.
   */
  findPayment(merchantUid: string, query?: FindPaymentQuery): Promise<Payment>
  /** All payments under an order number, paged. `GET /payments/findAll/{merchant_uid}`. Raises `NOT_FOUND`. */
  findAllPayments(merchantUid: string, query?: FindAllPaymentsQuery): Promise<PaymentPage>
  /** Payments of a status in a period of at most 90 days, paged. `GET /payments/status/{payment_status}`. */
  getPaymentsByStatus(status: PaymentStatusName | 'all', query?: PaymentsByStatusQuery): Promise<PaymentPage>
  /** What is left of a payment, by kind of money. PAYCO only today. `GET /payments/{imp_uid}/balance`. */
  getPaymentBalance(impUid: string): Promise<PaymentBalance>
}

export function lookupOperations(call: Call): LookupOperations {
  return {
    getPayment: async (impUid, { includeSandbox } = {}) =>
      call(
        readOperation('getPayment', `/payments/${idInPath('impUid', impUid)}`, readPaymentOf({ impUid }), {
          include_sandbox: includeSandbox,
        }),
      ),
    getPayments: (ids) => getPayments(call, ids),
    findPayment: async (merchantUid, { status, sorting } = {}) => {
      const path = orderPath('find', merchantUid, status)
      return call(readOperation('findPayment', path, readPaymentOf({ merchantUid }), { sorting }))
    },
    findAllPayments: async (merchantUid, { status, ...query } = {}) => {
      const path = orderPath('findAll', merchantUid, status)
      return call(readOperation('findAllPayments', path, readPaymentPage, pageQuery(query)))
    },
    getPaymentsByStatus: async (status, query = {}) => {
      const path = `/payments/status/${idInPath('status', status)}`
      return call(readOperation('getPaymentsByStatus', path, readPaymentPage, pageQuery(query)))
    },
    getPaymentBalance: async (impUid) => {
      const path = `/payments/${idInPath('impUid', impUid)}/balance`
      return call(readOperation('getPaymentBalance', path, readPaymentBalance))
    },
  }
}

function orderPath(operation: 'find' | 'findAll', merchantUid: string, status?: PaymentStatusName): string {
  const path = `/payments/${operation}/${idInPath('merchantUid', merchantUid)}`
  return status === undefined ? path : `${path}/${idInPath('status', status)}`
}

/** Only the fields that are documented: a caller's object may carry more. */
function pageQuery({ page, limit, from, to, sorting }: PaymentsByStatusQuery) {
  return { page, limit, from, to, sorting }
}
