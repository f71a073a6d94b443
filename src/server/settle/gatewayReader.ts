import { readChargeNumber } from '../billing/charges/chargeNumber.js'
import { madeByKey } from '../billing/charges/madeByKey.js'
import { PortOneError } from '../PortOneError.js'
import type { Payment, PaymentPage } from '../rest/payments/payment.types.js'
import { wasPaid } from './paymentMoney.js'
import type { SettlementSettings } from './settingsOf.js'

/** Attempts per page, and pages: an order has few, and a loop over a gateway has an end. */
const PAGE = 100
const MOST_PAGES = 10

/**
 * Reads payments as deciding about orders needs them, without those that decide nothing. Raises what the client raises, but
 * for "not found".
 */
export interface GatewayReader {
  /** Null when the gateway knows no such payment. */
  payment(impUid: string): Promise<Payment | null>
  /** All attempts under an order number. */
  payments(merchantUid: string): Promise<Payment[]>
}

type Settings = Pick<SettlementSettings<unknown, unknown>, 'client' | 'testPayments' | 'onError'>

export function gatewayReader({ client, testPayments, onError }: Settings): GatewayReader {
  const includeSandbox = testPayments === 'accept'
  const counts = (payment: Payment) => {
    const { sandbox, impUid, merchantUid, customerUidUsage } = payment
    // Registering a card charges nothing, whatever amount its window showed.
    if (customerUidUsage === 'issue') return false
    // Anybody may open a window under a charge's number. Given up or left open, it says nothing about the charge.
    if (readChargeNumber(merchantUid) && !madeByKey(payment) && !wasPaid(payment)) return false
    if (!sandbox || includeSandbox) return true
    const what = `payment ${impUid} of order "${merchantUid}" was made through a test channel: no money moved`
    onError(new Error(`${what}. It was left out; in a trial, set testPayments: 'accept'.`), 'settle')
    return false
  }
  return {
    payment: async (impUid) => {
      const payment = await orNull(client.getPayment(impUid, { includeSandbox }))
      return payment && counts(payment) ? payment : null
    },
    payments: async (merchantUid) => {
      const found = new Map<string, Payment>()
      for (let page: number | null = 1; page !== null && page <= MOST_PAGES; ) {
        const answer: PaymentPage | null = await orNull(
          client.findAllPayments(merchantUid, { page, limit: PAGE }),
        )
        for (const payment of answer?.list ?? []) {
          if (payment.merchantUid === merchantUid) found.set(payment.impUid, payment)
        }
        page = answer?.next ?? null
      }
      return [...found.values()].filter(counts)
    },
  }
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return null
    throw thrown
  }
}
