import { Hono } from 'hono'
import { billingChannel, NO_BILLING_CHANNEL } from '../billing/billingChannel.js'
import {
  answerOfKey,
  findBillingKey,
  NO_SUCH_BUYER,
  type RestCustomer,
  type RestSuperBillingKey,
} from '../billing/billingKey.js'
import { cardIn } from '../billing/cardIn.js'
import { issueBillingKey } from '../billing/issueBillingKey.js'
import { registrationReason } from '../billing/registrationReason.js'
import { unixSeconds } from '../clock.js'
import { gatewayMessage } from '../gateway/gatewayReasons.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import { ok, refuse, respond } from './envelope.js'
import { pageOf, sortPayments } from './findPayments.js'
import { overlongFields } from './missingFields.js'
import { badRequest, gatewayRefuses, isRefused, notFound, type Refused } from './outcome.js'
import { type RequestBody, readBody, unreadable } from './readBody.js'
import { readPage } from './readPage.js'

/**
 * Billing keys: `/subscribe/customers`. A key that is deleted is gone for good; charges still scheduled on it fail when
 * their time comes (unschedule first, say the docs). What was paid with it stays listed.
 */
export function customerRoutes({ store, clock }: GatewayParts): Hono {
  const app = new Hono()

  app.get('/', (context) => {
    const ids = context.req.queries('customer_uid[]') ?? []
    if (ids.length === 0) return refuse(context, 400, '필수 파라미터가 누락되었습니다: customer_uid[]')
    const state = store.read()
    const found = [...new Set(ids)].flatMap((id) => findBillingKey(state, id) ?? [])
    if (found.length === 0) return refuse(context, 404, NO_SUCH_BUYER)
    return ok(context, found.map(answerOfKey), found.length === new Set(ids).size ? 200 : 207)
  })

  app.get('/:customerUid', (context) => {
    const key = findBillingKey(store.read(), context.req.param('customerUid'))
    return key ? ok(context, answerOfKey(key)) : refuse(context, 404, NO_SUCH_BUYER)
  })

  app.post('/:customerUid', async (context) => {
    const body = await readBody(context.req.raw)
    if (!body) return respond(context, unreadable)
    const customerUid = context.req.param('customerUid')
    return respond(
      context,
      store.transact((state) => register(state, customerUid, body, unixSeconds(clock))),
    )
  })

  app.delete('/:customerUid', (context) => {
    const customerUid = context.req.param('customerUid')
    return respond(
      context,
      store.transact((state) => {
        const key = findBillingKey(state, customerUid)
        if (!key) return notFound(NO_SUCH_BUYER)
        state.billingKeys = state.billingKeys.filter((each) => each !== key)
        return answerOfKey(key)
      }),
    )
  })

  app.get('/:customerUid/payments', (context) => {
    const state = store.read()
    const customerUid = context.req.param('customerUid')
    const paid = state.payments.filter(
      ({ record, registration }) => record.customer_uid === customerUid && !registration,
    )
    if (paid.length === 0 && !findBillingKey(state, customerUid)) {
      return refuse(context, 404, NO_SUCH_BUYER)
    }
    const page = readPage({ page: context.req.query('page') ?? '1' })
    return respond(context, isRefused(page) ? page : pageOf(sortPayments(paid, '-started'), page))
  })

  return app
}

const limits = { channel_key: 55, pg: 80, channel_group_id: 55 }

/** `POST /subscribe/customers/{customer_uid}`. `channel_key` may be left out, as in the 2022 documentation. */
function register(
  state: SandboxState,
  customerUid: string,
  body: RequestBody,
  now: number,
): RestCustomer | RestSuperBillingKey | Refused {
  if (customerUid.length > 80) return badRequest('customer_uid는 80자 이하여야 합니다.')
  const overlong = overlongFields(body, limits)
  if (overlong) return overlong
  const card = cardIn(body, now)
  if (isRefused(card)) return card
  const channel = billingChannel(body.text('pg'), body.text('channel_key'))
  if (!channel) return gatewayRefuses(NO_BILLING_CHANNEL)
  const reason = registrationReason(state, card)
  if (reason) return gatewayRefuses(gatewayMessage('tosspayments', reason))
  const key = issueBillingKey(state, {
    customerUid,
    card,
    customerId: body.text('customer_id'),
    customerName: body.text('customer_name'),
    customerTel: body.text('customer_tel'),
    customerEmail: body.text('customer_email'),
    customerAddr: body.text('customer_addr'),
    customerPostcode: body.text('customer_postcode'),
    channelGroupId: body.text('channel_group_id'),
    mid: channel.mid,
    now,
  })
  return answerOfKey(key)
}
