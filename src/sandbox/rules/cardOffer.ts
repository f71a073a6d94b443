import type { CardDetailParams, RequestPayParams } from '../../portone/iamport.types.js'
import type { SandboxModule, WindowOffer } from '../sandbox.types.js'
import { INSTALLMENT_FLOOR } from './installmentMonths.js'
import { type SandboxCardCompany, sandboxCardCompanies } from './sandboxCardCompanies.js'

type Named = WindowOffer['cardCompanies'][number]

const named = ({ code, nameKo, nameEn }: SandboxCardCompany): Named => ({ code, nameKo, nameEn })

/**
 * Companies left by `card.detail`: all are on, `*` is applied first, then each code; unknown codes are ignored. The new
 * module's international window knows Visa, Mastercard and UnionPay only.
 */
export function offeredCardCompanies(module: SandboxModule, params: RequestPayParams): Named[] {
  const details = readDetails(params)
  const switchOf = (code: string) =>
    details.findLast((item) => item.card_code === code && item.enabled !== undefined)
  const international = isInternational(module, params)
  return sandboxCardCompanies
    .filter(({ code }) => !international || ['10001', '10004', '10005'].includes(code))
    .filter(({ code }) => (switchOf(code) ?? switchOf('*'))?.enabled ?? true)
    .map(named)
}

/** English window for cards issued abroad: the new module's `bypass.tosspayments.useInternationalCardOnly`. */
export function isInternational(module: SandboxModule, params: RequestPayParams): boolean {
  return module === 'tosspayments' && params.bypass?.tosspayments?.useInternationalCardOnly === true
}

/** Merchant-borne interest-free maximum by company. The legacy module has no such thing. */
export function offeredInterestFree(module: SandboxModule, params: RequestPayParams): Record<string, number> {
  if (module !== 'tosspayments' || params.useFreeInterestFromMall !== true) return {}
  const details = readDetails(params)
  const monthsOf = (code: string) =>
    details.findLast((item) => item.card_code === code && typeof item.max_month === 'number')?.max_month
  const entries = sandboxCardCompanies.flatMap(({ code }) => {
    const months = monthsOf(code) ?? monthsOf('*') ?? 0
    return months >= 2 ? [[code, months] as const] : []
  })
  return Object.fromEntries(entries)
}

/**
 * The one company `card.direct` opens. No quota is a lump sum, and so is any quota under 50,000 won: the buyer is asked
 * nothing. Null when the request does not ask for it or names no known company.
 */
export function offeredDirectCard(params: RequestPayParams, amount: number): WindowOffer['direct'] {
  const direct = params.card?.direct
  const company = sandboxCardCompanies.find(({ code }) => code === direct?.code)
  if (!direct || !company) return null
  const quota = direct.quota ?? 0
  return { ...named(company), quota: amount >= INSTALLMENT_FLOOR && quota >= 2 ? quota : 0 }
}

function readDetails(params: RequestPayParams): CardDetailParams[] {
  const detail: unknown = params.card?.detail
  return Array.isArray(detail)
    ? detail.filter((item): item is CardDetailParams => typeof item?.card_code === 'string')
    : []
}
