import { createCall } from './call/createCall.js'
import { type PortOneClientOptions, readClientOptions } from './clientSettings.js'
import { codeOperations } from './codes/codeOperations.js'
import { escrowOperations } from './escrow/escrowOperations.js'
import { cancelOperations } from './payments/cancelOperations.js'
import { lookupOperations } from './payments/lookupOperations.js'
import { prepareOperations } from './payments/prepareOperations.js'
import type { PortOneClient } from './portOneClient.types.js'
import { receiptOperations } from './receipts/receiptOperations.js'
import { subscribeOperations } from './subscribe/subscribeOperations.js'
import { vbankOperations } from './vbanks/vbankOperations.js'

/**
 * A client of PortOne's REST API V1 (formerly Iamport), for the server: it holds the API secret. Make one and share
 * it: the token is fetched when first needed, shared by concurrent calls, renewed before its end and once more when the
 * gateway refuses it.
 *
 * Every method rejects with a `PortOneError` and nothing else. What only reads, and registering an expected amount, is
 * sent again after a network error, a timeout, HTTP 5xx or 429. A refund, an account, a receipt, a charge, a card or a
 * schedule is sent once: when its answer is lost the error is `UNKNOWN_RESULT` and says how to find out; charges, cards
 * and schedules look for themselves first. Neither errors nor `util.inspect` nor JSON of the client show a key, a token
 * or a card.
 *
 * @throws PortOneError `INVALID_ARGUMENT` for options that cannot work
 *
 * @example
 * const portOne = createPortOneClient({
 *   impKey: process.env.IMP_KEY ?? '',
 *   impSecret: process.env.IMP_SECRET ?? '',
 * })
 * const payment = await portOne.getPayment('imp_000000000001')
 * if (payment.status === 'paid' && payment.merchantUid === order.merchantUid && payment.amount === order.amount) {
 *   await ship(order)
 * }
 *
 * @example
 * // A partial refund, safe against being asked for twice: `checksum` is what you believe is left.
 * try {
 *   await portOne.cancelPayment({ impUid, amount: 10_000, checksum: 59_000, reason: '부분 반품' })
 * } catch (error) {
 *   if (error instanceof PortOneError && error.code === 'UNKNOWN_RESULT') {
 *     const { cancelAmount } = await portOne.getPayment(impUid) // 10_000: it went through
 *   }
 * }
 *
 * @example
 * // A subscription: a charge has an answer or `UNKNOWN_RESULT`, and is never sent twice. Its status decides.
 * const payment = await portOne.payAgain({ customerUid, merchantUid: 'membership-7-2026-11', amount: 9_900 })
 * if (payment.status === 'paid' && payment.amount === 9_900) await extendMembership(7)
 */
export function createPortOneClient(options: PortOneClientOptions): PortOneClient {
  const settings = readClientOptions(options)
  const { impKey, impSecret } = options
  const { call, token } = createCall(settings, { impKey, impSecret })
  const lookups = lookupOperations(call)
  return Object.freeze({
    getToken: token,
    ...lookups,
    ...prepareOperations(call),
    ...cancelOperations(call, lookups),
    ...vbankOperations(call),
    ...receiptOperations(call),
    ...escrowOperations(call),
    ...codeOperations(call),
    ...subscribeOperations(call, settings),
  })
}
