import type { RestPayment } from '../gateway/restPayment.types.js'
import { isOrderApproved } from '../gateway/sandboxPayment.js'
import { missingFields, overlongFields } from '../rest/missingFields.js'
import { gatewayRefuses, isRefused, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import type { SandboxState } from '../store.js'
import { billingChannel, NO_BILLING_CHANNEL } from './billingChannel.js'
import { findBillingKey, NO_SUCH_BUYER } from './billingKey.js'
import { cardIn } from './cardIn.js'
import { chargeCard, chargeKey } from './chargeCard.js'
import { type ChargeOrder, readChargeOrder } from './chargeOrder.js'
import { issueBillingKey } from './issueBillingKey.js'
import { registrationReason } from './registrationReason.js'

/**
 * `POST /subscribe/payments/onetime`, in place: charges typed card data, of which nothing is kept but the masked number.
 * With `customer_uid` the card is also registered, once the charge has gone through (2022 documentation; today's lists
 * `customer_uid` as unsupported for Toss). A card the company declines answers code 0 with `status: 'failed'`; one the
 * gateway cannot read (checksum, expiry) answers code 1.
 *
 * @param now Unix seconds.
 */
export function payOnetime(state: SandboxState, body: RequestBody, now: number): RestPayment | Refused {
  const wrong =
    missingFields(body, ['merchant_uid', 'amount', 'card_number', 'expiry']) ??
    overlongFields(body, { customer_uid: 80, pg: 80, channelGroupId: 55 })
  if (wrong) return wrong
  const order = readChargeOrder(body)
  if (isRefused(order)) return order
  const card = cardIn(body, now)
  if (isRefused(card)) return card
  const channel = billingChannel(body.text('pg'), null)
  if (!channel) return gatewayRefuses(NO_BILLING_CHANNEL)
  const used = orderTaken(state, order)
  if (used) return used

  const customerUid = body.text('customer_uid')
  const { record } = chargeCard(state, {
    order,
    channel,
    card,
    charged: 0,
    ...(customerUid !== null && { customerUid }),
    at: now,
  })
  if (customerUid !== null && record.status === 'paid' && !registrationReason(state, card)) {
    const key = issueBillingKey(state, {
      customerUid,
      card,
      customerName: body.text('buyer_name'),
      customerTel: body.text('buyer_tel'),
      customerEmail: body.text('buyer_email'),
      customerAddr: body.text('buyer_addr'),
      customerPostcode: body.text('buyer_postcode'),
      mid: channel.mid,
      channelGroupId: body.text('channelGroupId'),
      now,
    })
    key.charges = 1
  }
  return record
}

/**
 * `POST /subscribe/payments/again`, in place: charges a registered card. The answer is a payment that is `paid` or
 * `failed`; code 0 alone says neither. Each charge needs a number of its own: one that was approved is refused.
 *
 * @param now Unix seconds.
 */
export function payAgain(state: SandboxState, body: RequestBody, now: number): RestPayment | Refused {
  const wrong =
    missingFields(body, ['customer_uid', 'merchant_uid', 'amount']) ??
    overlongFields(body, { customer_uid: 80, channel_key: 55 })
  if (wrong) return wrong
  const order = readChargeOrder(body)
  if (isRefused(order)) return order
  const customerUid = body.text('customer_uid') ?? ''
  const key = findBillingKey(state, customerUid)
  if (!key) return gatewayRefuses(NO_SUCH_BUYER)
  if (!billingChannel(null, body.text('channel_key'))) return gatewayRefuses(NO_BILLING_CHANNEL)
  const used = orderTaken(state, order)
  if (used) return used
  const channel = { module: 'tosspayments', mid: key.customer.pg_id } as const
  return chargeKey(state, { customerUid, order, channel, at: now }).record
}

/** Several tries may share an order number while none is approved (PortOne V1 docs); after that it is used up. */
function orderTaken(state: SandboxState, { params }: ChargeOrder): Refused | null {
  return isOrderApproved(state, params.merchant_uid)
    ? gatewayRefuses('이미 결제가 이루어진 거래건입니다.')
    : null
}
