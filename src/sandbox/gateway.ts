import type { RequestPayParams } from '../portone/iamport.types.js'
import { unixSeconds } from './clock.js'
import { approvePayment } from './gateway/approvePayment.js'
import { answerOf, refusedBeforehand } from './gateway/callbackResponse.js'
import { channelNotFound, checkRequest } from './gateway/checkRequest.js'
import { depositIntoAccount } from './gateway/depositIntoAccount.js'
import { gatewayMessage, type Reason, refusalReason } from './gateway/gatewayReasons.js'
import { openPayment } from './gateway/openPayment.js'
import { resolveChannel } from './gateway/resolveChannel.js'
import { returnUrlOf } from './gateway/returnUrl.js'
import { findPayment, isOrderApproved, nextImpUid, type SandboxPayment } from './gateway/sandboxPayment.js'
import { methodKind } from './rules/payMethods.js'
import type { Gateway, SandboxClock } from './sandbox.types.js'
import type { ResolvedSandboxOptions } from './sandboxParts.js'
import type { SandboxState, SandboxStore } from './store.js'

/** What the gateway stands on. */
export interface GatewayParts {
  store: SandboxStore
  clock: SandboxClock
  options: ResolvedSandboxOptions
}

/** The gateway in a box: payments from the opened window to the deposit, kept in the store. */
export function createGateway({ store, clock, options }: GatewayParts): Gateway {
  const open: Gateway['open'] = (given, from) =>
    store.transact((state) => {
      // The real SDK posts JSON to its frame: functions vanish, NaN becomes null.
      const params = JSON.parse(JSON.stringify(given ?? {})) as RequestPayParams
      const now = unixSeconds(clock)
      const merchantUid = String(params.merchant_uid || `nobody_${clock.now()}`)
      const channel = resolveChannel(params, from.sdk, options.defaultModule)
      const module = channel?.module ?? options.defaultModule
      const unknownShop = from.merchantCode !== undefined && from.merchantCode !== options.merchantCode
      const reason =
        !channel || unknownShop
          ? channelNotFound(from.sdk, 'noAccount')
          : checkRequest({ params, from, module, merchantUid, faults: state.faults, state, now })
      if (reason || !channel) {
        const why = reason ?? channelNotFound(from.sdk, 'noAccount')
        return { opened: false, response: refusedBeforehand(from.sdk, module, merchantUid, why) }
      }
      const impUid = nextImpUid(state, now)
      const { merchantName } = options
      const payment = openPayment({ params, from, channel, impUid, merchantUid, merchantName, now })
      state.payments.push(payment)
      return { opened: true, offer: payment.offer }
    })

  const settle = (impUid: string, decide: (payment: SandboxPayment, state: SandboxState) => Reason | null) =>
    store.transact((state) => {
      const payment = findPayment(state, impUid)
      if (!payment) {
        const gone = refusalReason(options.defaultModule, 'sessionGone')
        return {
          imp_uid: impUid,
          error_code: gone[0],
          error_msg: gatewayMessage(options.defaultModule, gone),
        }
      }
      // A second decision (a reloaded payment page, a second tab) hears what the first one led to.
      if (payment.answer) return payment.answer
      const failure = decide(payment, state)
      payment.updatedAt = unixSeconds(clock)
      if (failure) {
        payment.record.status = 'failed'
        payment.record.failed_at = payment.updatedAt
        payment.record.fail_reason = gatewayMessage(payment.module, failure)
      }
      payment.answer = answerOf(payment, failure)
      return payment.answer
    })

  return {
    open,
    approve: (impUid, choice) =>
      settle(impUid, (payment, state) =>
        approvePayment(payment, {
          choice,
          faults: state.faults,
          orderTaken: isOrderApproved(state, payment.record.merchant_uid, impUid),
          now: unixSeconds(clock),
        }),
      ),
    giveUp: (impUid) =>
      settle(impUid, ({ module, offer }) =>
        refusalReason(module, 'gaveUp', methodKind(module, offer.payMethod) ?? undefined),
      ),
    offer: (impUid) => findPayment(store.read(), impUid)?.offer ?? null,
    returnUrl: (impUid, response) => {
      const payment = findPayment(store.read(), impUid)
      return payment ? returnUrlOf(payment, response) : null
    },
    deposit: (impUid, amount, depositor) =>
      store.transact((state) =>
        depositIntoAccount(state, { impUid, amount, depositor, now: unixSeconds(clock) }),
      ),
  }
}
