import type { Currency } from '../../../payment/order.js'
import { answerFields } from '../call/answerFields.js'
import { idInPath } from '../call/idInPath.js'
import type { Call, Operation } from '../call/operation.js'
import { readOperation } from '../call/readOperation.js'
import { requireAmount, requireText } from '../call/refuseArgument.js'
import { WrongShape } from '../call/WrongShape.js'

/** The amount the payment window may be opened with for an order. */
export interface PrepareRequest {
  /** Order number, 1–40 characters. */
  merchantUid: string
  /** Whole won, 0 or more (0 registers a card without charging it). */
  amount: number
  /** Default: not checked. */
  currency?: Currency | (string & {})
}

/** An amount as the gateway has registered it. */
export interface PreparedPayment {
  merchantUid: string
  amount: number
  /** Null: not checked. */
  currency: string | null
  raw: Readonly<Record<string, unknown>>
}

/** Registering the expected amount (사전 등록): `request_pay` with another one then opens no window. */
export interface PrepareOperations {
  /**
   * Registers the expected amount. The same again does no harm, so it is sent again when its answer was lost. Another
   * amount for a registered order is for `updatePreparedPayment`. `POST /payments/prepare`. Raises `REFUSED`.
   */
  preparePayment(request: PrepareRequest): Promise<PreparedPayment>
  /** Changes a registered amount. `PUT /payments/prepare`. Raises `NOT_FOUND` when none was registered. */
  updatePreparedPayment(request: PrepareRequest): Promise<PreparedPayment>
  /**
   * Reads a registered amount. `GET /payments/prepare/{merchant_uid}`. What the gateway says when there is none is not
   * documented: expect `NOT_FOUND` or `REFUSED`.
   */
  getPreparedPayment(merchantUid: string): Promise<PreparedPayment>
}

export function prepareOperations(call: Call): PrepareOperations {
  const register = (
    name: string,
    method: 'POST' | 'PUT',
    { merchantUid, amount, currency }: PrepareRequest,
  ): Operation<PreparedPayment> => ({
    name,
    method,
    path: '/payments/prepare',
    body: {
      merchant_uid: requireText('merchantUid', merchantUid),
      amount: requireAmount('amount', amount, 'zero'),
      currency,
    },
    read: (response) => {
      const prepared = readPreparedPayment(merchantUid)(response)
      if (prepared.amount !== amount)
        throw new WrongShape('response.amount', 'the amount sent', prepared.amount)
      return prepared
    },
    // Setting the same amount twice is setting it once.
    whenLost: 'again',
  })
  return {
    preparePayment: async (request) => call(register('preparePayment', 'POST', request)),
    updatePreparedPayment: async (request) => call(register('updatePreparedPayment', 'PUT', request)),
    getPreparedPayment: async (merchantUid) => {
      const path = `/payments/prepare/${idInPath('merchantUid', merchantUid)}`
      return call(readOperation('getPreparedPayment', path, readPreparedPayment(merchantUid)))
    },
  }
}

function readPreparedPayment(merchantUid: string): (answer: unknown) => PreparedPayment {
  return (answer) => {
    const fields = answerFields(answer)
    const found = fields.text('merchant_uid')
    if (found !== merchantUid) throw new WrongShape('response.merchant_uid', 'the order asked for', found)
    return {
      merchantUid: found,
      amount: fields.number('amount'),
      currency: fields.textOrNull('currency'),
      raw: fields.raw,
    }
  }
}
