import { type AnswerFields, answerFields } from '../call/answerFields.js'
import { WrongShape } from '../call/WrongShape.js'
import type { BillingKey, BillingKeyCard, BillingKeyHolder, FailedChannel } from './billingKey.types.js'

/** Reads a billing key of either kind; only a super key names a channel group. Throws `WrongShape`. */
export function readBillingKey(answer: unknown, at?: string): BillingKey {
  const fields = answerFields(answer, at)
  const holder = readHolder(fields)
  if (fields.raw.channelGroupId == null) {
    return { kind: 'card', ...holder, ...readCard(answer, at), sandbox: fields.boolean('sandbox') }
  }
  return {
    kind: 'super',
    ...holder,
    channelGroupId: fields.text('channelGroupId'),
    succeededChannels: fields.list('succeededChannels', readCard),
    failedChannels: fields.list('failedChannels', readFailedChannel),
  }
}

/** Reads a billing key that has to be the one asked for. Throws `WrongShape` when it is another. */
export function readBillingKeyOf(customerUid: string): (answer: unknown) => BillingKey {
  return (answer) => {
    const key = readBillingKey(answer)
    if (key.customerUid === customerUid) return key
    throw new WrongShape('response.customer_uid', 'the key asked for', key.customerUid)
  }
}

function readHolder(fields: AnswerFields): BillingKeyHolder {
  const { text, textOrNull } = fields
  return {
    customerUid: text('customer_uid'),
    customerId: textOrNull('customer_id'),
    customerName: textOrNull('customer_name'),
    customerTel: textOrNull('customer_tel'),
    customerEmail: textOrNull('customer_email'),
    customerAddr: textOrNull('customer_addr'),
    customerPostcode: textOrNull('customer_postcode'),
    raw: fields.raw,
  }
}

function readCard(value: unknown, at?: string): BillingKeyCard {
  const { text, textOrNull, numberOrNull, date } = answerFields(value, at)
  return {
    pgProvider: text('pg_provider'),
    pgId: text('pg_id'),
    cardName: textOrNull('card_name'),
    cardCode: textOrNull('card_code'),
    cardIssuerCode: textOrNull('card_issuer_code'),
    cardIssuerName: textOrNull('card_issuer_name'),
    cardPublisherCode: textOrNull('card_publisher_code'),
    cardPublisherName: textOrNull('card_publisher_name'),
    cardNumber: textOrNull('card_number'),
    cardType: numberOrNull('card_type'),
    inserted: date('inserted'),
    updated: date('updated'),
  }
}

function readFailedChannel(value: unknown, at: string): FailedChannel {
  const { text, textOrEmpty } = answerFields(value, at)
  return {
    type: text('type'),
    message: textOrEmpty('message'),
    pgProvider: text('pg_provider'),
    pgId: text('pg_id'),
  }
}
