import { isCardCompanyCode } from './cardCompany.js'
import { installmentMinimum, isMonths, resolveInstallments } from './installment.js'
import type { Order, PaymentOptions } from './order.js'
import { isRecord } from './plainData.js'
import { refuseUnless } from './refuseUnless.js'
import { showGiven } from './showGiven.js'
import { moduleOf } from './tossModule.js'

const dev = process.env.NODE_ENV !== 'production'

/** The rules of installment months and card companies. */
export function checkCardOptions({ amount, currency }: Order, options: PaymentOptions): void {
  const { cardQuota, cardCompanies, cardDirect, interestFreeMonths, onlyInstallment, payMethod } = options
  const module = moduleOf(options)
  if (cardQuota != null) {
    refuseUnless(
      Array.isArray(cardQuota) && cardQuota.every(isMonths),
      'INVALID_CARD_QUOTA',
      dev &&
        (() =>
          `cardQuota is ${showGiven(cardQuota)}. A list of whole months is allowed, [] for a lump sum only. Pass numbers, such as [2, 3, 6].`),
    )
  }
  if (cardCompanies != null) {
    const { only, except } = cardCompanies
    refuseUnless(
      (only == null) !== (except == null),
      'INVALID_OPTIONS',
      dev &&
        (() =>
          `cardCompanies is ${showGiven(cardCompanies)}. Either {only: […]} or {except: […]} is allowed. Keep one of them.`),
    )
    const codes: unknown = only ?? except
    refuseUnless(
      Array.isArray(codes) && (codes.length || !only),
      'INVALID_OPTIONS',
      dev &&
        (() =>
          `cardCompanies lists ${showGiven(codes)}. An array of codes is allowed, and {only: []} leaves no card to pay with. List at least one.`),
    )
    codes.forEach(checkCode)
  }
  if (cardDirect != null) {
    checkCode(cardDirect.code)
    checkMonths('cardDirect.quota', cardDirect.quota)
    refuseUnless(
      cardDirect.quota < 2 || amount >= installmentMinimum || (currency ?? 'KRW') !== 'KRW',
      'INSTALLMENT_BELOW_MINIMUM',
      dev &&
        (() =>
          `cardDirect.quota is ${cardDirect.quota} for ${amount} won. Installments are allowed from 50,000 won. Pass quota: 0 (lump sum) below that.`),
    )
  }
  if (interestFreeMonths != null) {
    refuseUnless(
      isRecord(interestFreeMonths) && module !== 'uplus',
      'INVALID_OPTIONS',
      dev &&
        (() =>
          `interestFreeMonths is ${showGiven(interestFreeMonths)} with ${module}. Months by card company are allowed, in the new module only. Leave it out, or use pg="tosspayments".`),
    )
    for (const [code, months] of Object.entries(interestFreeMonths)) {
      checkCode(code)
      checkMonths(`interestFreeMonths["${code}"]`, months)
    }
  }
  if (dev && (cardQuota || onlyInstallment)) {
    resolveInstallments({ module, cardQuota, onlyInstallment, amount, payMethod })
  }
}

function checkCode(code: unknown): void {
  refuseUnless(
    isCardCompanyCode(code),
    'UNKNOWN_CARD_COMPANY',
    dev &&
      (() =>
        `the card company is ${showGiven(code)}. A code of cardCompanyCodes is allowed, as a string with its zeros ("041"). Pass one of them.`),
  )
}

function checkMonths(name: string, months: unknown): void {
  refuseUnless(
    isMonths(months),
    'INVALID_CARD_QUOTA',
    dev &&
      (() =>
        `${name} is ${showGiven(months)}. A whole number of months is allowed, 0 for a lump sum. Pass one.`),
  )
}
