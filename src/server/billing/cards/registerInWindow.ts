import { type BillingKeyRecord, mintCustomerUid } from '../../../payment/billingKey.js'
import { PortOneError } from '../../PortOneError.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import type { PortOneClient } from '../../rest/portOneClient.types.js'
import { mintMerchantUid } from '../../routes/mintMerchantUid.js'
import { BillingError } from '../BillingError.js'
import type { RegistrationQuery } from '../billing.types.js'
import type { BillingParts } from '../billingParts.js'
import type { StoredCard } from '../subscription.js'
import { deleteKey } from './deleteCard.js'
import { storedCardOf, toBillingKeyRecord } from './storedCardOf.js'
import { isRefusedKey, refuseTestKey } from './testChannel.js'

/** ms after which nobody sits before a window any more. */
export const WINDOW_ENDS = 86_400_000
/** Most attempts under one order number that are looked at, newest first. */
const MOST_ATTEMPTS = 100
const MOST_ROUNDS = 8
/** What the buyer reads. */
const TEST_CHANNEL = '테스트 채널로 등록한 카드라 사용할 수 없습니다.'

/** Remembers whose registration this will be, before any window is opened. */
export async function beginRegistration(
  { subscriptions, now }: BillingParts,
  customerId: string,
): Promise<{ merchantUid: string; customerUid: string }> {
  const createdAt = now()
  const merchantUid = mintMerchantUid(createdAt)
  const customerUid = mintCustomerUid(customerId)
  await subscriptions.createCard({
    ...{ customerUid, customerId, merchantUid, createdAt },
    status: 'registering',
    card: null,
    registeredAt: null,
  })
  return { merchantUid, customerUid }
}

type Registration = RegistrationQuery & { customerUid: string }

/** What came of a registration in the window. */
export async function confirmRegistration(
  parts: BillingParts,
  customerId: string,
  query: RegistrationQuery,
): Promise<BillingKeyRecord | null> {
  const { merchantUid } = query
  const customerUid = query.customerUid || (await customerUidOf(parts, customerId, merchantUid))
  if (customerUid === null) return null
  const registration = { ...query, customerUid }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const card = await parts.subscriptions.findCard(customerUid)
    if (!card) return null
    if (card.customerId !== customerId) throw new BillingError('NOT_YOURS', `card "${customerUid}"`)
    if (card.merchantUid !== merchantUid) return null
    if (card.status === 'deleting' || card.status === 'deleted') {
      // A window that was still open may have registered it once more.
      await deleteKey(parts, customerUid)
      return null
    }
    const attempt = await registrationOf(parts.client, registration)
    if (!attempt) return null
    const record = await noteRegistration(parts, card, attempt)
    if (record) return record
  }
  throw new BillingError('CONTENDED', `card "${customerUid}"`)
}

/** Only the customer's own: of somebody else's registration they hear what they would hear of none. */
async function customerUidOf(
  { subscriptions }: BillingParts,
  customerId: string,
  merchantUid: string,
): Promise<string | null> {
  const own = await subscriptions.cardsOf(customerId)
  return own.find((card) => card.merchantUid === merchantUid)?.customerUid ?? null
}

/** Null when the card has changed since it was read. */
async function noteRegistration(
  parts: BillingParts,
  card: StoredCard,
  attempt: Payment,
): Promise<BillingKeyRecord | null> {
  const { subscriptions, client, now } = parts
  const { impUid, status } = attempt
  const noteFailed = async (
    failReason: string | null,
    next: StoredCard['status'] = 'failed',
  ): Promise<BillingKeyRecord | null> => {
    const noted = await subscriptions.changeCard(card, { status: next })
    return noted && toBillingKeyRecord({ ...noted, status: 'failed' }, { impUid, failReason })
  }
  if (status === 'paid') {
    const key = await orNull(client.getCustomer(card.customerUid))
    if (key && isRefusedKey(parts, key, attempt)) {
      refuseTestKey(parts, card.customerUid)
      if (card.status !== 'registered') return noteFailed(TEST_CHANNEL)
      // Over one that subscriptions charge: they go on as they were, and their charges say what comes of it.
      return toBillingKeyRecord({ ...card, status: 'failed' }, { impUid, failReason: TEST_CHANNEL })
    }
    if (key) {
      const stored = storedCardOf(key, now())
      const registered = await subscriptions.changeCard(card, { status: 'registered', ...stored })
      return registered && toBillingKeyRecord(registered, attempt)
    }
  }
  // What was read back as registered stays so until it is deleted; another attempt may have failed since.
  if (card.status === 'registered') return toBillingKeyRecord(card, attempt)
  if (status === 'paid' || status === 'ready') {
    return toBillingKeyRecord({ ...card, status: 'registering' }, { impUid })
  }
  // Another try may follow in the window, and its page be left: that one is to be found.
  const isOver = now().getTime() - card.createdAt.getTime() >= WINDOW_ENDS
  return noteFailed(attempt.failReason, isOver ? 'failed' : card.status)
}

/**
 * The attempt that decides: one that succeeded, else one that is still open, else the newest. A key under this name says
 * nothing by itself: it may be older than the window that was just dismissed.
 */
async function registrationOf(
  client: PortOneClient,
  { customerUid, merchantUid, impUid }: Registration,
): Promise<Payment | null> {
  const [named, page] = await Promise.all([
    impUid === undefined ? null : orNull(client.getPayment(impUid, { includeSandbox: true })),
    orNull(client.findAllPayments(merchantUid, { limit: MOST_ATTEMPTS })),
  ])
  const attempts = [...(page?.list ?? []), ...(named ? [named] : [])].filter(
    (payment) =>
      payment.merchantUid === merchantUid &&
      (payment.status === 'paid'
        ? payment.customerUid === customerUid && payment.customerUidUsage === 'issue'
        : [null, customerUid].includes(payment.customerUid)),
  )
  const of = (status: Payment['status']) => attempts.find((attempt) => attempt.status === status)
  return of('paid') ?? of('ready') ?? attempts[0] ?? null
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return null
    throw thrown
  }
}
