import { type MethodKind, methodKind } from '../rules/payMethods.js'
import { sandboxCardCompanies } from '../rules/sandboxCardCompanies.js'
import type { BuyerChoice, Fault, WindowOffer } from '../sandbox.types.js'
import { declineReason, type Reason, refusalReason } from './gatewayReasons.js'
import { digitsFrom, type SandboxPayment } from './sandboxPayment.js'

/** What `amount-tampered` approves instead of the price, won; 200 when the price itself is 100. */
export const TAMPERED_AMOUNT = 100

/** What an approval is judged by besides the payment itself. */
export interface ApprovalContext {
  choice: BuyerChoice
  faults: readonly Fault[]
  /** Another payment of this order number is approved already. */
  orderTaken: boolean
  /** Unix seconds. */
  now: number
}

/** Approves the payment or issues its account, in place; answers why not when it may not be. */
export function approvePayment(payment: SandboxPayment, context: ApprovalContext): Reason | null {
  const { record, offer, module } = payment
  const { choice, faults, now } = context
  const kind = methodKind(module, offer.payMethod) ?? 'card'
  const reason =
    (context.orderTaken ? refusalReason(module, 'duplicate') : null) ??
    checkChoice(offer, kind, choice) ??
    checkMinimum(offer, kind) ??
    declineReason(module, kind, faults)
  if (reason) return reason

  if (faults.includes('amount-tampered')) {
    record.amount = record.amount === TAMPERED_AMOUNT ? 2 * TAMPERED_AMOUNT : TAMPERED_AMOUNT
    payment.taxFree = Math.min(payment.taxFree, record.amount)
  }
  if (kind === 'easyPay') {
    record.emb_pg_provider = offer.payMethod
    record.pay_method = choice.method === 'card' ? 'card' : 'point'
  }
  if (choice.method === 'vbank') {
    issueAccount(payment, choice.bankCode, now)
    return null
  }
  if (choice.method === 'card') chargeCard(payment, choice)
  if (choice.method === 'trans') {
    record.bank_code = choice.bankCode
    record.bank_name = bankName(offer, choice.bankCode)
  }
  record.status = 'paid'
  record.paid_at = now
  return null
}

/** The gateway trusts no page: what the window did not offer is refused. */
function checkChoice(offer: WindowOffer, kind: MethodKind, choice: BuyerChoice): Reason | null {
  const { module } = offer
  const allowed: Record<MethodKind, BuyerChoice['method'][]> = {
    card: ['card'],
    trans: ['trans'],
    vbank: ['vbank'],
    phone: ['phone'],
    gift: ['other'],
    easyPay: ['card', 'other'],
  }
  if (!allowed[kind].includes(choice.method)) return refusalReason(module, 'method')
  if (choice.method === 'card') {
    const companies = offer.direct ? [offer.direct] : offer.cardCompanies
    const months = offer.direct ? [offer.direct.quota] : offer.months
    if (!companies.some(({ code }) => code === choice.cardCode)) return refusalReason(module, 'company')
    if (!months.includes(choice.quota)) return refusalReason(module, 'months')
  }
  if (choice.method === 'trans' || choice.method === 'vbank') {
    if (!offer.banks.some(({ code }) => code === choice.bankCode)) return refusalReason(module, 'bank')
  }
  return choice.method === 'phone' && !choice.carrier ? refusalReason(module, 'method') : null
}

/** Toss takes 100 won or more by card, 200 or more from an account. */
function checkMinimum({ module, amount, currency }: WindowOffer, kind: MethodKind): Reason | null {
  const least = kind === 'card' ? 100 : kind === 'trans' ? 200 : 0
  return currency === 'KRW' && amount < least ? refusalReason(module, 'minimum', kind) : null
}

function chargeCard({ record, module }: SandboxPayment, choice: { cardCode: string; quota: number }): void {
  const company = sandboxCardCompanies.find(({ code }) => code === choice.cardCode)
  const isNew = module === 'tosspayments'
  const digits = digitsFrom(record.imp_uid, 16)
  const start = isNew && company?.isp ? `9200${digits.slice(0, 2)}` : `${choice.cardCode.padStart(5, '5')}0`
  record.card_code = choice.cardCode
  record.card_name = company?.nameKo ?? null
  record.card_quota = choice.quota
  record.card_type = 0
  record.card_number = `${start}******${digits.slice(2, 5)}*`
  record.apply_num = digits.slice(8)
  if (isNew) {
    record.card_issuer_code = record.card_publisher_code = record.card_code
    record.card_issuer_name = record.card_publisher_name = record.card_name
  }
}

function issueAccount({ record, offer, module }: SandboxPayment, bankCode: string, now: number): void {
  record.vbank_code = bankCode
  record.vbank_name = bankName(offer, bankCode)
  record.vbank_num = digitsFrom(`${record.imp_uid}/${bankCode}`, 14)
  // The new module names no holder: the bank shows the shop's name (PortOne V1 docs).
  record.vbank_holder = module === 'uplus' ? offer.merchantName : null
  record.vbank_date = offer.vbankDue
  record.vbank_issued_at = now
  record.deposit_history = []
  offer.issued = { bankCode, number: record.vbank_num, dueAt: record.vbank_date }
}

function bankName(offer: WindowOffer, bankCode: string): string | null {
  return offer.banks.find(({ code }) => code === bankCode)?.nameKo ?? null
}
