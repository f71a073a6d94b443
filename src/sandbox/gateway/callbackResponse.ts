import type { CallbackResponse } from '../../portone/iamport.types.js'
import type { SandboxModule, SdkGeneration } from '../sandbox.types.js'
import { gatewayMessage, type Reason } from './gatewayReasons.js'
import type { SandboxPayment } from './sandboxPayment.js'

/**
 * What the callback gets once the window has an end. Legacy SDK: the full object. New SDK: ids, and on failure the
 * error; through the legacy module also the deprecated `imp_success`. Source: PortOne V1 docs, "결제 결과".
 */
export function answerOf({ record, module, sdk }: SandboxPayment, failure: Reason | null): CallbackResponse {
  const ids = { imp_uid: record.imp_uid, merchant_uid: record.merchant_uid }
  const error = failure && { error_code: failure[0], error_msg: gatewayMessage(module, failure) }
  if (sdk === 'new') return { ...ids, ...(module === 'uplus' && { imp_success: !failure }), ...error }
  return {
    success: !failure,
    ...ids,
    error_code: error?.error_code ?? null,
    error_msg: error?.error_msg ?? null,
    pay_method: record.pay_method ?? undefined,
    status: record.status,
    name: record.name,
    currency: record.currency,
    pg_provider: record.pg_provider,
    pg_type: 'payment',
    pg_tid: record.pg_tid,
    ...(record.emb_pg_provider && { emb_pg_provider: record.emb_pg_provider }),
    buyer_name: record.buyer_name,
    buyer_email: record.buyer_email,
    buyer_tel: record.buyer_tel,
    buyer_addr: record.buyer_addr,
    buyer_postcode: record.buyer_postcode,
    custom_data: record.custom_data,
    paid_at: record.paid_at,
    receipt_url: record.receipt_url,
    ...(failure ? {} : { paid_amount: record.amount, ...byMethod(record) }),
  }
}

function byMethod(record: SandboxPayment['record']): CallbackResponse {
  if (record.vbank_num) {
    return {
      vbank_num: record.vbank_num,
      vbank_name: record.vbank_name,
      vbank_holder: record.vbank_holder,
      vbank_date: record.vbank_date,
    }
  }
  if (record.bank_name) return { bank_name: record.bank_name }
  if (!record.card_name) return {}
  return {
    apply_num: record.apply_num,
    card_name: record.card_name,
    card_number: record.card_number,
    card_quota: record.card_quota,
  }
}

/** What the callback gets when no window opened: no payment number, and no success field in the new SDK. */
export function refusedBeforehand(
  sdk: SdkGeneration,
  module: SandboxModule,
  merchantUid: string,
  reason: Reason,
): CallbackResponse {
  const error = { error_code: reason[0], error_msg: gatewayMessage(module, reason) }
  if (sdk === 'new') return { merchant_uid: merchantUid, ...error }
  if (reason[0] === 'F1001') {
    // The SDK itself makes this one and misspells the key.
    return {
      imp_success: false,
      imp_uid: null,
      merchant_uid: merchantUid,
      error_coe: 'F1001',
      error_msg: error.error_msg,
    }
  }
  return { success: false, imp_uid: null, merchant_uid: merchantUid, ...error }
}
