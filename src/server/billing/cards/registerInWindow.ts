import { type BillingKeyRecord, mintCustomerUid } from '../../../payment/billingKey.js'
import { PortOneError } from '../../PortOneError.js'
import type { Payment } from '../../rest/payments/payment.types.js'
import type { PortOneClient } from '../../rest/portOneClient.types.js'
import { mintMerchantUid } from '../../routes/mintMerchantUid.js'
import { BillingError } from '../BillingError.js'
import type { BillingParts } from '../billingParts.js'
import { storedCardOf, toBillingKeyRecord } from './storedCardOf.js'

/** Most attempts under one order number that are looked at, newest first. */
const MOST_ATTEMPTS = 100

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

/** What came of a registration in the window. */
export async function confirmRegistration(
  { subscriptions, client, now }: BillingParts,
  customerId: string,
  { customerUid, merchantUid, impUid }: { customerUid: string; merchantUid: string; impUid?: string },
): Promise<BillingKeyRecord | null> {
  const card = await subscriptions.findCard(customerUid)
  if (!card) return null
  if (card.customerId !== customerId) throw new BillingError('NOT_YOURS', `card "${customerUid}"`)
  if (card.merchantUid !== merchantUid || card.status === 'deleted') return null

  const attempt = await registrationOf(client, { customerUid, merchantUid, impUid })
  if (!attempt) return null
  const { failReason } = attempt
  if (attempt.status === 'paid') {
    const key = await orNull(client.getCustomer(customerUid))
    if (key) {
      const registered = await subscriptions.changeCard(customerUid, {
        status: 'registered',
        ...storedCardOf(key, now()),
      })
      return toBillingKeyRecord(registered, attempt)
    }
  }
  // What was read back as registered stays so until it is deleted; another attempt may have failed since.
  if (card.status === 'registered') return toBillingKeyRecord(card, attempt)
  if (attempt.status === 'paid' || attempt.status === 'ready') {
    return toBillingKeyRecord({ ...card, status: 'registering' }, { impUid: attempt.impUid })
  }
  const failed = await subscriptions.changeCard(customerUid, { status: 'failed' })
  return toBillingKeyRecord(failed, { impUid: attempt.impUid, failReason })
}

/**
 * The attempt that decides: one that succeeded, else one that is still open, else the newest. A key under this name says
 * nothing by itself: it may be older than the window that was just dismissed.
 */
async function registrationOf(
  client: PortOneClient,
  { customerUid, merchantUid, impUid }: { customerUid: string; merchantUid: string; impUid?: string },
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
