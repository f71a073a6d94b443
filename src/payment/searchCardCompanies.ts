import type { CardCompany, CardCompanyCode } from './cardCompany.js'
import { matchesKorean } from './matchesKorean.js'
import { nameMonogram } from './nameMonogram.js'

/** How buyers say the names that are written in Latin letters, and what they call a bank for short. */
const spoken: Partial<Record<CardCompanyCode, string>> = {
  '361': '비씨',
  '381': '케이비',
  '371': '엔에이치',
  '045': '엠지',
  '002': '케이디비',
  '089': '케뱅',
  '090': '카뱅',
  '10006': '제이씨비',
}

/** English marks where two letters of the brand would be another company's. */
const ownMarks: Partial<Record<CardCompanyCode, string>> = { '048': 'Sy', '372': 'Jb' }

/**
 * The companies that a buyer may mean by what was typed: Korean or English name, brand, or initial consonants
 * (`ㅅㅎ` → 신한카드). The order stays.
 */
export function searchCardCompanies<Company extends CardCompany>(
  companies: readonly Company[],
  query: string,
): Company[] {
  return companies.filter(({ code, nameKo, nameEn, brand }) =>
    [nameKo, nameEn, brand, spoken[code] ?? ''].some((name) => matchesKorean(name, query)),
  )
}

/**
 * A letter or two, three for JCB and KDB, that stand for a company where a logo would: logos are trademarks, and the kit ships none.
 *
 * @example cardMonogram(shinhan, 'ko') // '신'
 */
export function cardMonogram({ code, nameKo, brand }: CardCompany, locale: 'ko' | 'en' = 'ko'): string {
  const mark = nameMonogram(nameKo)
  return locale === 'ko' || /^[A-Z]/.test(mark)
    ? mark
    : (ownMarks[code] ?? brand.replace(/\W/g, '').slice(0, 2))
}
