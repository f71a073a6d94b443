import { PortOneError } from '../../PortOneError.js'
import { idInPath } from '../call/idInPath.js'
import { readOperation } from '../call/readOperation.js'
import type { Payment } from '../payments/payment.types.js'
import { readPaymentOf, readPaymentPage } from '../payments/readPayment.js'
import { type CardConcealer, noCard } from './concealCard.js'
import { orNull, sendOnce } from './sendOnce.js'
import type { SubscribeTools } from './subscribeTools.js'

/** Payments of one order that are looked through, newest first; an order has few. */
const MOST_ATTEMPTS = 100

/** A charge, checked and ready to be sent. */
export interface Charge {
  /** The client's method. */
  name: string
  path: string
  body?: Readonly<Record<string, unknown>>
  merchantUid: string
  /** What the payment has to be of, where the caller says it. */
  amount?: number
  customerUid?: string
  card?: CardConcealer
}

/**
 * Charges, at most once. The gateway has no idempotency key, so the order's payments are read first: an order that is
 * paid is not charged again, and after a lost answer a payment that was not there before is known to be this charge's.
 */
export async function chargeOnce({ call, settings }: SubscribeTools, charge: Charge): Promise<Payment> {
  const { name, path, body, merchantUid, card = noCard } = charge
  const payments = async (): Promise<Payment[]> => {
    const page = await orNull(
      call({
        ...readOperation(
          'findAllPayments',
          `/payments/findAll/${idInPath('merchantUid', merchantUid)}`,
          (answer) => readPaymentPage(card.answer(answer)),
          { limit: MOST_ATTEMPTS },
        ),
        conceal: card.text,
      }),
    )
    return page?.list.filter((payment) => payment.merchantUid === merchantUid) ?? []
  }
  const before = await payments()
  const paid = before.find(isHeld)
  if (paid) throw alreadyPaid(charge, paid)
  const known = new Set(before.map(({ impUid }) => impUid))
  return sendOnce(
    () =>
      call({
        name,
        method: 'POST',
        path,
        body,
        read: (answer) => readPaymentOf({ merchantUid })(card.answer(answer)),
        whenLost: { findOut: findOut(merchantUid, before) },
        conceal: card.text,
      }),
    async () => {
      const made = (await payments()).filter((each) => !known.has(each.impUid) && isOf(charge, each))
      // A decline decides only while nothing else is on its way under the same number.
      return made.find(isDecided) ?? (made.every(isDeclined) ? made[0] : null) ?? null
    },
    settings,
  )
}

/** Is any of its money still with the merchant? */
function isHeld({ status, amount, cancelAmount, paidAt }: Payment): boolean {
  return status === 'paid' || (status === 'cancelled' && paidAt !== null && amount > cancelAmount)
}

function isDecided({ status }: Payment): boolean {
  return status === 'paid' || status === 'cancelled'
}

function isDeclined({ status }: Payment): boolean {
  return status === 'failed'
}

/** A promotion may lower the amount; a payment that names no key may still be of it. */
function isOf({ amount, customerUid }: Charge, payment: Payment): boolean {
  const sameAmount = amount === undefined || payment.amount === amount || payment.promotion !== null
  const sameKey =
    customerUid === undefined || payment.customerUid === null || payment.customerUid === customerUid
  return sameAmount && sameKey
}

function alreadyPaid({ name, merchantUid }: Charge, { impUid }: Payment): PortOneError {
  return new PortOneError('CONFLICT', {
    operation: name,
    message: `order ${merchantUid} is paid already, by ${impUid}`,
    todo: `Nothing was sent. Read that payment with getPayment('${impUid}'); another charge needs a merchantUid of its own.`,
  })
}

function findOut(merchantUid: string, before: readonly Payment[]): string {
  const older = before.length
    ? ` Payments that were there before this call: ${before.map(({ impUid }) => impUid).join(', ')}.`
    : ''
  return `Do not charge again yet. In a minute, look the order up with findAllPayments('${merchantUid}'): paid means that it went through, failed that it was declined. When nothing appears for some minutes, charge again under the same merchantUid, never under a new one: an order that is paid is not charged again.${older}`
}
