import type { RequestPayParams } from '../../portone/iamport.types.js'
import type { KnownCard } from '../billing/knownCard.js'
import type { RestPayment } from './restPayment.types.js'

/** Whether a request registers a card instead of taking a payment: an empty `customer_uid` counts as one too. */
export function isRegistration({ customer_uid }: RequestPayParams): boolean {
  return customer_uid !== undefined && customer_uid !== null
}

/**
 * The record of a registration, in place: as it opens, and once the card is registered. PortOne documents only that a
 * lookup answers `customer_uid` and `customer_uid_usage: 'issue'`, and that nothing is charged, whatever `amount` the
 * request shows. This sandbox's choice: success is `paid` with `paid_at`, as for everything else that went through, so
 * that the order number is used up; and `amount` is 0 from the start, so that no sum, refund or receipt can take the
 * amount shown for money. The window shows the request's own amount.
 */
export function writeRegistration(
  record: RestPayment,
  customerUid: string,
  registered?: { card: KnownCard; at: number },
): RestPayment {
  record.amount = 0
  record.customer_uid = customerUid
  record.customer_uid_usage = 'issue'
  if (registered) {
    const { card, at } = registered
    record.card_code = record.card_issuer_code = record.card_publisher_code = card.code
    record.card_name = record.card_issuer_name = record.card_publisher_name = card.name
    record.card_number = card.number
    record.card_type = 0
    record.status = 'paid'
    record.paid_at = at
  }
  return record
}
