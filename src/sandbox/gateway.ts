import type { CallbackResponse, RequestPayParams } from '../portone/iamport.types.js'
import { unixSeconds } from './clock.js'
import { approvePayment } from './gateway/approvePayment.js'
import { answerOf, refusedBeforehand } from './gateway/callbackResponse.js'
import { channelNotFound, checkRequest } from './gateway/checkRequest.js'
import { depositIntoAccount } from './gateway/depositIntoAccount.js'
import { gatewayMessage, type Reason, refusalReason, shopRefusal } from './gateway/gatewayReasons.js'
import { openPayment } from './gateway/openPayment.js'
import { refundInConsole } from './gateway/refundInConsole.js'
import { registerCard } from './gateway/registerCard.js'
import { resolveChannel } from './gateway/resolveChannel.js'
import { returnUrlOf } from './gateway/returnUrl.js'
import { rollBackDeposit } from './gateway/rollBackDeposit.js'
import { findPayment, isOrderApproved, nextImpUid, type SandboxPayment } from './gateway/sandboxPayment.js'
import { methodKind } from './rules/payMethods.js'
import type { Gateway, SandboxClock } from './sandbox.types.js'
import type { ResolvedSandboxOptions } from './sandboxParts.js'
import type { SandboxState, SandboxStore } from './store.js'
import type { Announce } from './webhooks/webhook.types.js'

/** What the gateway stands on. */
export interface GatewayParts {
  store: SandboxStore
  clock: SandboxClock
  options: ResolvedSandboxOptions
  /** Hears of every change that webhooks are sent about; when missing, none are sent. */
  announce?: Announce
}

/** The gateway in a box: payments from the opened window to the deposit, kept in the store. */
export function createGateway({ store, clock, options, announce }: GatewayParts): Gateway {
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

  const settle = (
    impUid: string,
    decide: (payment: SandboxPayment, state: SandboxState) => Reason | null,
  ): CallbackResponse => {
    const { answer, news } = store.transact(
      (state): { answer: CallbackResponse; news?: 'ready' | 'paid' } => {
        const payment = findPayment(state, impUid)
        if (!payment) {
          const gone = refusalReason(options.defaultModule, 'sessionGone')
          const error_msg = gatewayMessage(options.defaultModule, gone)
          return { answer: { imp_uid: impUid, error_code: gone[0], error_msg } }
        }
        // A second decision (a reloaded payment page, a second tab) hears what the first one led to.
        if (payment.answer) return { answer: payment.answer }
        const { record } = payment
        const failure = decide(payment, state)
        payment.updatedAt = unixSeconds(clock)
        if (failure) {
          record.status = 'failed'
          record.failed_at = payment.updatedAt
          record.fail_reason = gatewayMessage(payment.module, failure)
        }
        payment.answer = answerOf(payment, failure)
        // Nothing is sent about a payment that failed in the browser, nor about a registered card (PortOne V1 docs).
        return {
          answer: payment.answer,
          ...(!failure && !payment.registration && { news: record.status === 'paid' ? 'paid' : 'ready' }),
        }
      },
    )
    if (news) announce?.(impUid, { status: news })
    return answer
  }

  return {
    open,
    approve: (impUid, choice) =>
      settle(impUid, (payment, state) => {
        const now = unixSeconds(clock)
        const { registration, record } = payment
        if (registration) return registerCard(record, { registration, state, choice, now })
        const orderTaken = isOrderApproved(state, record.merchant_uid, impUid)
        return approvePayment(payment, { choice, faults: state.faults, orderTaken, now })
      }),
    giveUp: (impUid) =>
      settle(impUid, ({ module, offer }) =>
        refusalReason(module, 'gaveUp', methodKind(module, offer.payMethod) ?? undefined),
      ),
    refuseByShop: (impUid, detail) => settle(impUid, () => shopRefusal(detail)),
    offer: (impUid) => findPayment(store.read(), impUid)?.offer ?? null,
    returnUrl: (impUid, response) => {
      const payment = findPayment(store.read(), impUid)
      return payment ? returnUrlOf(payment, response) : null
    },
    deposit: (impUid, amount, depositor) => {
      const deposit = { impUid, amount, depositor, now: unixSeconds(clock) }
      const result = store.transact((state) => depositIntoAccount(state, deposit))
      if (result.accepted) announce?.(impUid, { status: 'paid' })
      return result
    },
    rollBackDeposit: (impUid) => {
      const result = store.transact((state) => rollBackDeposit(state, impUid, unixSeconds(clock)))
      if (result.accepted) announce?.(impUid, { status: 'ready' })
      return result
    },
    cancel: (impUid, { amount, reason } = {}) => {
      const refund = { impUid, amount, reason, now: unixSeconds(clock) }
      const result = store.transact((state) => refundInConsole(state, refund))
      if (result.accepted) announce?.(impUid, { status: 'cancelled', cancellationId: result.cancellationId })
      return result
    },
  }
}
