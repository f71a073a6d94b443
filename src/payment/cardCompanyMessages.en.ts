import type { CardCompanyMessages } from './componentMessages.js'

/** English words of `<CardCompanySelect>`. */
export const cardCompanyEn: CardCompanyMessages = {
  cardCompanyLabel: 'Card company',
  cardCompanySearch: 'Find your card company',
  cardCompanySearchHint: 'Name, such as Shinhan',
  cardCompaniesFound: (count) => (count === 1 ? '1 card company.' : `${count} card companies.`),
  cardCompanyNotFound: 'No card company has this name. Try another name.',
  interestFreeUpTo: (months) => `Interest-free up to ${months} months`,
}
