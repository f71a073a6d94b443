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
  const payMethod = options.payMethod ?? 'card'
  const { customerUid, cardQuota, cardCompanies, cardDirect, interestFreeMonths } = options
  const legacy = moduleOf(options) === 'uplus'
  refuseUnless(!legacy || !/pay(co)?$|^sams/.test(payMethod), 'EASY_PAY_UNSUPPORTED')
  if (customerUid != null) {
    refuseUnless(payMethod === 'card', 'INVALID_PAY_METHOD')
    // The legacy module would take a payment where a card was to be registered.
    refuseUnless(!legacy && isText(customerUid, 80), 'INVALID_OPTIONS', 'customerUid')
  }
  if (payMethod === 'phone') {
    refuseUnless(typeof options.digital === 'boolean', 'DIGITAL_REQUIRED')
  }
  if (options.vbankDue != null) virtualAccountDue(options.vbankDue)
  const interestFree = interestFreeMonths ?? {}
  const direct = cardDirect ? [cardDirect] : []
  const months = [...Object.values(interestFree), ...direct.map(({ quota }) => quota)]
  // What is no array has no `every`.
  refuseUnless((cardQuota ?? []).every?.(isMonths) && months.every(isMonths), 'INVALID_CARD_QUOTA')
  refuseUnless(
    amount >= installmentMinimum || (currency ?? 'KRW') !== 'KRW' || direct.every(({ quota }) => quota < 2),
    'INSTALLMENT_BELOW_MINIMUM',
  )
  const { only, except } = cardCompanies ?? {}
  refuseUnless(!cardCompanies || (only ? only.length && !except : except), 'INVALID_OPTIONS', 'cardCompanies')
  const codes = [...(only ?? except ?? []), ...Object.keys(interestFree), ...direct.map(({ code }) => code)]
  refuseUnless(codes.every(isCardCompanyCode), 'UNKNOWN_CARD_COMPANY')
}
