import { expect, test } from 'vitest'
import {
  cardCompanies,
  cardCompanyCodes,
  isCardCompanyCode,
  resolveCardCompanies,
} from '../../../src/payment/cardCompany.js'

const names = (companies: { nameKo: string }[]) => companies.map(({ nameKo }) => nameKo)

test('카드사 표에는 26개 카드사가 코드 순서대로 한 번씩 있다', () => {
  expect(cardCompanies.map(({ code }) => code)).toEqual([...cardCompanyCodes])
  expect(new Set(cardCompanyCodes).size).toBe(26)
})

test('codes keep their leading zeros', () => {
  expect(cardCompanies.find(({ nameKo }) => nameKo === '우리카드')?.code).toBe('041')
  expect(cardCompanyCodes.every((code) => /^(\d{3}|1000\d)$/.test(code))).toBe(true)
})

test('the check for a code knows exactly the codes of the table', () => {
  const possible = [...Array(1000).keys()].map((number) => `${number}`.padStart(3, '0'))
  const more = [...Array(20).keys()].map((number) => `${10_000 + number}`)
  expect([...possible, ...more].filter(isCardCompanyCode).sort()).toEqual([...cardCompanyCodes].sort())
  for (const other of [41, 366, '41', '0366', ' 366', '366\n', '*', '', null, undefined, ['366'], {}]) {
    expect(isCardCompanyCode(other)).toBe(false)
  }
})

test('without a filter every card company is shown', () => {
  expect(resolveCardCompanies()).toEqual(cardCompanies)
})

test('only 신한: nothing else is left', () => {
  expect(names(resolveCardCompanies({ only: ['366'] }))).toEqual(['신한카드'])
})

test('only keeps the order of the table, not of the filter', () => {
  expect(names(resolveCardCompanies({ only: ['366', '361'] }))).toEqual(['BC카드', '신한카드'])
})

test('except BC: everything else is left', () => {
  const left = resolveCardCompanies({ except: ['361'] })
  expect(left).toHaveLength(25)
  expect(names(left)).not.toContain('BC카드')
})

test('codes that nobody knows are ignored', () => {
  expect(names(resolveCardCompanies({ only: ['366', '999' as '366'] }))).toEqual(['신한카드'])
  expect(resolveCardCompanies({ except: ['999' as '366'] })).toHaveLength(26)
})
