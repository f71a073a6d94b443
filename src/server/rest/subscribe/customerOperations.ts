import { answerList } from '../call/answerFields.js'
import { idInPath } from '../call/idInPath.js'
import { readOperation } from '../call/readOperation.js'
import { refuseArgument, requireText } from '../call/refuseArgument.js'
import type { PaymentPage } from '../payments/payment.types.js'
import { readPaymentPage } from '../payments/readPayment.js'
import type { BillingKey } from './billingKey.types.js'
import { type IssueCustomerRequest, issueCustomer } from './issueCustomer.js'
import { readBillingKey, readBillingKeyOf } from './readBillingKey.js'
import { orNull, sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** What several names led to. */
export interface FoundCustomers {
  customers: BillingKey[]
  /** Names no key was found for. */
  missingCustomerUids: string[]
}

/** Why a key is deleted, and by whom. */
export interface DeleteCustomerOptions {
  reason?: string
  /** Toss does not read it. Default: the gateway's (`admin`). */
  requester?: 'customer' | 'admin'
}

/** Registered cards (빌링키), by the merchant's name for them: one per customer *and* card. New module only. */
export interface CustomerOperations {
  /**
   * Registers a card by its data and charges nothing. `POST /subscribe/customers/{customer_uid}`. Under a name that is
   * taken, the new card replaces the old one here, while the old key stays alive at the PG: better a new name, and
   * `deleteCustomer` afterwards.
   *
   * Sent once, after the key under that name was read; after a lost answer the key is read again, and
   * `UNKNOWN_RESULT` means that no new one was seen. Raises `REFUSED` with the card company's reason, and
   * `INVALID_ARGUMENT`, which names a field and its rule and never what was typed.
   *
   * @example
   * const key = await portOne.issueCustomer('member-7-card-1', {
   *   channelKey, cardNumber, expiry: '2030-09', birth: '820213', pwd2digit: '00', customerId: 'member-7',
   * })
   * if (key.kind === 'card') await rememberCard(key.customerUid, key.cardName, key.cardNumber)
   */
  issueCustomer(customerUid: string, request: IssueCustomerRequest): Promise<BillingKey>
  /** `GET /subscribe/customers/{customer_uid}`. Raises `NOT_FOUND`: no card is registered under that name. */
  getCustomer(customerUid: string): Promise<BillingKey>
  /** Several keys at once; says which were not found. `GET /subscribe/customers`. Raises `INVALID_ARGUMENT` for none. */
  getCustomers(customerUids: readonly string[]): Promise<FoundCustomers>
  /**
   * Deletes a key for good and answers what it was. `DELETE /subscribe/customers/{customer_uid}`. Unschedule its charges
   * first. Sent once, after the key was read; after a lost answer it is read again, and `UNKNOWN_RESULT` means that it is
   * still there. Raises `NOT_FOUND`.
   */
  deleteCustomer(customerUid: string, options?: DeleteCustomerOptions): Promise<BillingKey>
  /**
   * What was paid with a key, paged. `GET /subscribe/customers/{customer_uid}/payments`. Raises `NOT_FOUND`.
   *
   * @param query `page` from 1. Default 1.
   */
  listCustomerPayments(customerUid: string, query?: { page?: number }): Promise<PaymentPage>
}

export function customerOperations(tools: SubscribeTools): CustomerOperations {
  const { call, settings } = tools
  const pathOf = (customerUid: string) => `/subscribe/customers/${idInPath('customerUid', customerUid)}`
  const getCustomer = async (customerUid: string): Promise<BillingKey> =>
    call(readOperation('getCustomer', pathOf(customerUid), readBillingKeyOf(customerUid)))
  return {
    issueCustomer: (customerUid, request) => issueCustomer(tools, customerUid, request),
    getCustomer,
    getCustomers: async (customerUids) => {
      if (!Array.isArray(customerUids) || customerUids.length === 0) {
        throw refuseArgument('customerUids', customerUids, 'a list with at least one name is needed')
      }
      for (const each of customerUids) requireText('customerUids', each)
      const read = (response: unknown) => answerList(response, readBillingKey)
      const query = { 'customer_uid[]': customerUids }
      const found = await orNull(call(readOperation('getCustomers', '/subscribe/customers', read, query)))
      const customers = found ?? []
      const names = new Set(customers.map(({ customerUid }) => customerUid))
      return { customers, missingCustomerUids: customerUids.filter((each) => !names.has(each)) }
    },
    deleteCustomer: async (customerUid, { reason, requester } = {}) => {
      const before = await getCustomer(customerUid)
      return sendOnce(
        () =>
          call({
            name: 'deleteCustomer',
            method: 'DELETE',
            path: pathOf(customerUid),
            query: { reason, 'extra[requester]': requester },
            read: readBillingKeyOf(customerUid),
            whenLost: {
              findOut: `Read it back with getCustomer('${customerUid}'): NOT_FOUND means that it is deleted. Delete it again only when it is still there a minute later.`,
            },
          }),
        async () => ((await orNull(getCustomer(customerUid))) ? null : before),
        settings,
      )
    },
    listCustomerPayments: async (customerUid, { page } = {}) =>
      call(
        readOperation('listCustomerPayments', `${pathOf(customerUid)}/payments`, readPaymentPage, { page }),
      ),
  }
}
