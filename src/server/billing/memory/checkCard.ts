import { OrderStoreError } from '../../orders/OrderStoreError.js'
import type { StoredCard, Subscription } from '../subscription.js'
import { hasLength } from './hasLength.js'

const statuses = ['registering', 'registered', 'failed', 'deleting', 'deleted']
/** Twelve digits and more, however they are separated: a card number that nobody masked. */
const wholeNumber = /\d(?:[-\s.]?\d){11,}/

/** The databases' constraints in code. Never quotes what it refuses. Raises `INVALID_ORDER`. */
export function checkCard({
  customerUid,
  customerId,
  status,
  merchantUid,
  card,
  registeredAt,
}: StoredCard): void {
  const broken =
    (!hasLength(customerUid, 80) && 'customer_uid has 1 to 80 characters') ||
    (!hasLength(customerId, 80) && 'customer_id has 1 to 80 characters') ||
    (!statuses.includes(status) && 'status is one of the list') ||
    (merchantUid !== null && !hasLength(merchantUid, 40) && 'merchant_uid has 1 to 40 characters') ||
    ([card?.number, card?.name, card?.code].some((text) => wholeNumber.test(text ?? '')) &&
      'card numbers are masked') ||
    (status === 'registered' && (!card || !registeredAt) && 'what is registered has a card and a time')
  if (broken) throw new OrderStoreError('INVALID_ORDER', `card "${customerUid}" (${broken})`)
}

/** The databases' trigger in code. Raises `ILLEGAL_CHANGE`. */
export function checkCardMove(
  before: StoredCard,
  after: StoredCard,
  subscriptions: Iterable<Subscription>,
): void {
  const legal =
    before.status === 'deleted'
      ? after.status === 'deleted'
      : before.status === 'deleting'
        ? isGone(after)
        : !isGone(after) || ![...subscriptions].some((each) => charges(each, before))
  if (!legal) throw new OrderStoreError('ILLEGAL_CHANGE', `card "${before.customerUid}"`)
}

function isGone({ status }: StoredCard): boolean {
  return status === 'deleting' || status === 'deleted'
}

/** Of a cancelled one, a charge may still be out there. */
function charges({ customerUid, status, chargeUid }: Subscription, card: StoredCard): boolean {
  return customerUid === card.customerUid && (status !== 'cancelled' || chargeUid !== null)
}
