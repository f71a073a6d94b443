import type { Opening } from './openPayment.js'
import type { RestPayment } from './restPayment.types.js'

/** The REST record of a payment whose window has just opened; texts are cut to what PortOne stores. */
export function startedRecord(opening: Opening, pgTid: string): RestPayment {
  const { params, from, channel, impUid, merchantUid, now } = opening
  const payMethod = params.pay_method || 'card'
  return {
    imp_uid: impUid,
    merchant_uid: merchantUid,
    pay_method: payMethod,
    channel: from.channel,
    pg_provider: channel.module,
    emb_pg_provider: null,
    pg_tid: pgTid,
    pg_id: channel.mid,
    sandbox: true,
    escrow: params.escrow === true,
    apply_num: null,
    bank_code: null,
    bank_name: null,
    card_code: null,
    card_name: null,
    card_issuer_code: null,
    card_issuer_name: null,
    card_publisher_code: null,
    card_publisher_name: null,
    card_quota: 0,
    card_number: null,
    card_type: null,
    vbank_code: null,
    vbank_name: null,
    vbank_num: null,
    vbank_holder: null,
    vbank_date: 0,
    vbank_issued_at: 0,
    name: stored(params.name || merchantUid, 40) ?? merchantUid,
    amount: params.amount ?? 0,
    cancel_amount: 0,
    currency: params.currency ?? 'KRW',
    buyer_name: stored(params.buyer_name, 16),
    buyer_email: stored(params.buyer_email, 64),
    buyer_tel: stored(params.buyer_tel, 16),
    buyer_addr: stored(params.buyer_addr, 128),
    buyer_postcode: stored(params.buyer_postcode, 8),
    custom_data: params.custom_data === undefined ? null : (JSON.stringify(params.custom_data) ?? null),
    user_agent: from.userAgent ?? null,
    status: 'ready',
    started_at: now,
    paid_at: 0,
    failed_at: 0,
    cancelled_at: 0,
    fail_reason: null,
    cancel_reason: null,
    // Null for every test payment of the new module (PortOne V1 docs); the legacy one's would lead off this machine.
    receipt_url: null,
    cancel_history: [],
    deposit_history: null,
    cancel_receipt_urls: [],
    cash_receipt_issued: false,
    customer_uid: null,
    customer_uid_usage: null,
    promotion: null,
  }
}

function stored(text: unknown, limit: number): string | null {
  return text === undefined || text === null ? null : String(text).slice(0, limit)
}
