import { isCardCompanyCode } from './cardCompany.js'
import { installmentMinimum, isMonths } from './installment.js'
import type { BillingOptions, Order, PaymentOptions } from './order.js'
import { isText } from './plainData.js'
import { refuseUnless } from './refuseUnless.js'
import { moduleOf } from './tossModule.js'
import { virtualAccountDue } from './virtualAccountDue.js'

/** The rules of how an order is paid that hold in every build; `checkOptionForms` has those for development. */
export function checkOptions(
  { amount, currency }: Order,
  options: PaymentOptions & Partial<BillingOptions>,
): void {
  const {
    payMethod = 'card',
    customerUid,
    cardQuota,
    cardCompanies,
    cardDirect,
    interestFreeMonths,
  } = options
  const legacy = moduleOf(options) === 'uplus'
  refuseUnless(!legacy || !/pay(co)?$|^sams/.test(payMethod), 'EASY_PAY_UNSUPPORTED', 'payMethod', payMethod)
  if (customerUid != null) {
    refuseUnless(payMethod === 'card', 'INVALID_PAY_METHOD', 'payMethod', payMethod)
    // The legacy module would take a payment where a card was to be registered.
    refuseUnless(!legacy && isText(customerUid, 80), 'INVALID_OPTIONS', 'customerUid', customerUid)
  }
  if (payMethod === 'phone') {
    refuseUnless(typeof options.digital === 'boolean', 'DIGITAL_REQUIRED', 'digital', options.digital)
  }
  if (options.vbankDue != null) virtualAccountDue(options.vbankDue)
  const interestFree = interestFreeMonths ?? {}
  const { only, except } = cardCompanies ?? {}
  const { code, quota } = cardDirect ?? { code: [], quota: 0 }
  refuseUnless(
    // What is no array has no `every`.
    (cardQuota ?? []).every?.(isMonths) && [...Object.values(interestFree), quota].every(isMonths),
    'INVALID_CARD_QUOTA',
    'months',
    cardDirect ?? cardQuota ?? interestFree,
  )
  refuseUnless(
    quota < 2 || amount >= installmentMinimum || (currency ?? 'KRW') !== 'KRW',
    'INSTALLMENT_BELOW_MINIMUM',
    'cardDirect.quota',
    quota,
  )
  refuseUnless(
    !cardCompanies || (only ? only.length && !except : except),
    'INVALID_OPTIONS',
    'cardCompanies',
    cardCompanies,
  )
  const codes = [only ?? except ?? [], Object.keys(interestFree), code].flat()
  refuseUnless(codes.every(isCardCompanyCode), 'UNKNOWN_CARD_COMPANY', 'card companies', codes)
}
