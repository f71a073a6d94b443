import { idInPath } from '../call/idInPath.js'
import { toPortOneSpelling } from '../call/toPortOneSpelling.js'
import type { Payment } from '../payments/payment.types.js'
import { CUSTOMER_UID_LENGTH, requireShortText, shortTexts } from './argumentRules.js'
import { toCardFields } from './cardData.js'
import { toChargeFields, toKeyChargeFields } from './chargeFields.js'
import { chargeOnce } from './chargeOnce.js'
import type { PayAgainRequest, PayOnetimeRequest } from './chargeRequest.types.js'
import { concealCard } from './concealCard.js'
import type { SubscribeTools } from './subscribeTools.js'

/**
 * Charging a card now. New module (`tosspayments`) only. An answer is no approval: **`payment.status` decides**, `paid`
 * or `failed` with its `failReason`. Nothing is ever sent a second time: the order's payments are read before (one
 * more request), and when the answer is lost they are read again until the charge is found among them.
 */
export interface ChargeOperations {
  /**
   * Pays once with a card that was typed in; with `customerUid` the card is registered under it too.
   * `POST /subscribe/payments/onetime`.
   *
   * Raises `REFUSED` (the charge did not reach the card company), `CONFLICT` (the order is paid already; nothing was
   * sent), `UNKNOWN_RESULT` (the answer was lost and the payment is not to be seen: `error.todo` says what to do),
   * `INVALID_ARGUMENT`, which names a card field and its rule and never what was typed.
   *
   * @example
   * const payment = await portOne.payOnetime({
   *   merchantUid: 'order-8237352', amount: 3_000, cardNumber, expiry: '2030-09', birth: '820213', pwd2digit: '00',
   * })
   * if (payment.status !== 'paid') throw new Error(payment.failReason ?? 'declined')
   */
  payOnetime(request: PayOnetimeRequest): Promise<Payment>
  /**
   * Charges a registered card. `POST /subscribe/payments/again`. Without a `name` the charge is called 정기결제. Raises
   * what `payOnetime` does.
   *
   * @example
   * // The third month of a subscription: a merchantUid of its own, remembered before the call.
   * const payment = await portOne.payAgain({
   *   customerUid: 'member-7-card-1', merchantUid: 'membership-7-2026-11', amount: 9_900, name: '멤버십 11월',
   * })
   * if (payment.status === 'paid' && payment.amount === 9_900) await extendMembership(7)
   * else await tellAboutDecline(7, payment.failReason)
   */
  payAgain(request: PayAgainRequest): Promise<Payment>
  /**
   * Charges a failed or revoked schedule now, under its own order number.
   * `POST /subscribe/payments/schedule/{merchant_uid}/retry`. Raises `NOT_FOUND` (no schedule or no key), `BAD_REQUEST`,
   * `CONFLICT`, `UNKNOWN_RESULT`.
   */
  retrySchedule(merchantUid: string): Promise<Payment>
}

export function chargeOperations(tools: SubscribeTools): ChargeOperations {
  return {
    payOnetime: async (request) => {
      const { merchantUid, amount, customerUid, channelGroupId } = request
      const texts = shortTexts(request, { pg: 80, channelGroupId: 55 })
      const card = toCardFields(request)
      return chargeOnce(tools, {
        name: 'payOnetime',
        path: '/subscribe/payments/onetime',
        body: {
          ...toChargeFields(request),
          ...card,
          ...(customerUid !== undefined && {
            customer_uid: requireShortText('customerUid', customerUid, CUSTOMER_UID_LENGTH),
          }),
          ...toPortOneSpelling({ pg: texts.pg, vat: request.vat }),
          // The definition spells this one in camelCase, here and nowhere else.
          ...(channelGroupId !== undefined && { channelGroupId }),
        },
        merchantUid,
        amount,
        customerUid,
        card: concealCard(request),
      })
    },
    payAgain: async (request) => {
      const { merchantUid, amount, customerUid, channelKey, vat } = request
      return chargeOnce(tools, {
        name: 'payAgain',
        path: '/subscribe/payments/again',
        body: {
          customer_uid: requireShortText('customerUid', customerUid, CUSTOMER_UID_LENGTH),
          ...toKeyChargeFields(request),
          ...toPortOneSpelling({ vat, ...shortTexts({ channelKey }, { channelKey: 55 }) }),
        },
        merchantUid,
        amount,
        customerUid,
      })
    },
    retrySchedule: async (merchantUid) =>
      chargeOnce(tools, {
        name: 'retrySchedule',
        path: `/subscribe/payments/schedule/${idInPath('merchantUid', merchantUid)}/retry`,
        merchantUid,
      }),
  }
}
