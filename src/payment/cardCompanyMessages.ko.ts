import type { CardCompanyMessages } from './componentMessages.js'

/** Korean words of `<CardCompanySelect>`. */
export const cardCompanyKo: CardCompanyMessages = {
  cardCompanyLabel: '카드사',
  cardCompanySearch: '카드사 찾기',
  cardCompanySearchHint: '이름이나 초성, 예: ㅅㅎ',
  cardCompaniesFound: (count) => `카드사 ${count}곳이 있어요.`,
  cardCompanyNotFound: '이 이름의 카드사가 없어요. 다른 이름으로 찾아 주세요.',
  interestFreeUpTo: (months) => `${months}개월까지 무이자`,
}
