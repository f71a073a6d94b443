import type { Confirm } from '../hooks/askServer.js'
import type { PaymentRecord } from '../payment/paymentRecord.js'
import { type GatewayFetch, type GatewayLookup, logIn, type MerchantKeys } from './gatewayLookup.js'

/** The fields of the gateway's payment that a shop hands to its page. */
interface GatewayPayment {
  imp_uid: string
  merchant_uid: string
  status: PaymentRecord['status']
  amount: number
  cancel_amount: number
  currency: string
  pay_method: string
  name: string
  apply_num: string | null
  card_code: string | null
  card_name: string | null
  card_number: string | null
  card_quota: number
  vbank_code: string | null
  vbank_name: string | null
  vbank_num: string | null
  vbank_holder: string | null
  vbank_date: number
  paid_at: number
  receipt_url: string | null
  fail_reason: string | null
}

/**
 * Stands in for the merchant's server: gets a token, looks the payment up on the REST half, answers with its record or
 * null. Over the same requests a real server would send.
 */
export function createConfirm(gateway: GatewayFetch, keys: MerchantKeys): Confirm {
  /** Several payments may share an order number while none is approved: the approved one counts, else the newest. */
  async function newest(merchantUid: string, look: GatewayLookup): Promise<GatewayPayment | null> {
    const find = `/payments/find/${encodeURIComponent(merchantUid)}`
    return (await look<GatewayPayment>(`${find}/paid`)) ?? (await look<GatewayPayment>(find))
  }

  return async ({ merchantUid, impUid }) => {
    const look = await logIn(gateway, keys)
    const found = impUid
      ? await look<GatewayPayment>(`/payments/${encodeURIComponent(impUid)}`)
      : await newest(merchantUid, look)
    return found && toRecord(found)
  }
}

function toRecord(payment: GatewayPayment): PaymentRecord {
  return {
    impUid: payment.imp_uid,
    merchantUid: payment.merchant_uid,
    status: payment.status,
    amount: payment.amount,
    cancelAmount: payment.cancel_amount,
    currency: payment.currency,
    payMethod: payment.pay_method,
    name: payment.name,
    paidAt: payment.paid_at,
    receiptUrl: payment.receipt_url,
    failReason: payment.fail_reason,
    ...(payment.card_code && {
      card: {
        code: payment.card_code,
        name: payment.card_name,
        quota: payment.card_quota,
        number: payment.card_number,
        approvalNumber: payment.apply_num,
      },
    }),
    ...(payment.vbank_num && {
      virtualAccount: {
        bankCode: payment.vbank_code,
        bankName: payment.vbank_name,
        number: payment.vbank_num,
        holder: payment.vbank_holder,
        dueAt: payment.vbank_date,
      },
    }),
  }
}
