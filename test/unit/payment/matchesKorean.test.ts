import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardCompanies, resolveCardCompanies } from '../../../src/payment/cardCompany.js'
import { initialOf, matchesKorean } from '../../../src/payment/matchesKorean.js'
import { cardMonogram, searchCardCompanies } from '../../../src/payment/searchCardCompanies.js'

const found = (query: string) => searchCardCompanies(cardCompanies, query).map(({ nameKo }) => nameKo)
const company = fc.constantFrom(...cardCompanies)

describe('카드사 찾기', () => {
  it.each([
    ['ㅅㅎ', ['신한카드', '수협카드', '신협체크카드']],
    ['ㅅㅎㅋㄷ', ['신한카드', '수협카드']],
    ['신한', ['신한카드']],
    ['shinhan', ['신한카드']],
    ['신한 카드', ['신한카드']],
    ['국민', ['KB국민카드']],
    ['비씨', ['BC카드']],
    ['bc', ['BC카드']],
    ['카뱅', ['카카오뱅크카드']],
    ['케뱅', ['케이뱅크카드']],
    ['ㅋㅂ', ['케이뱅크카드', '카카오뱅크카드']],
    ['없는카드', []],
  ])('"%s"를 치면 %j', (query, names) => expect(found(query)).toEqual(names))

  it('글자를 다 치기 전에도, 자판이 지나는 글자마다 찾는다', () => {
    for (const query of ['ㅅ', '시', '신', '신ㅎ', '신하', '신한']) expect(found(query)).toContain('신한카드')
    for (const query of ['ㅎ', '하', '한', '하나']) expect(found(query)).toContain('하나카드')
    // ㅂㅅ typed in a row becomes one letter on some keyboards; macOS hands out letters in pieces.
    expect(matchesKorean('보수', 'ㅄ')).toBe(true)
    expect(matchesKorean('신한카드', '신한'.normalize('NFD'))).toBe(true)
  })

  it('짜 맞추던 글자는 마지막 글자만이다', () => {
    expect(matchesKorean('신한카드', '시한')).toBe(false)
    expect(matchesKorean('하나카드', '한카')).toBe(false)
  })

  it('이름의 어느 자리든, 그 자리의 초성으로도, 둘을 섞어도 찾는다', () => {
    fc.assert(
      fc.property(
        company,
        fc.nat(),
        fc.nat(),
        fc.array(fc.boolean(), { minLength: 9 }),
        (each, a, b, mix) => {
          const from = a % each.nameKo.length
          const piece = [...each.nameKo.slice(from, from + 1 + (b % (each.nameKo.length - from)))]
          const query = piece.map((letter, at) => (mix[at] ? initialOf(letter) : letter)).join('')
          expect(searchCardCompanies(cardCompanies, query)).toContain(each)
        },
      ),
    )
  })

  it('초성으로 찾은 이름에는 그 초성이 그 순서로 들어 있다', () => {
    const initials = fc.stringMatching(/^[ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ]{1,3}$/)
    fc.assert(
      fc.property(initials, (query) => {
        for (const { nameKo, code } of searchCardCompanies(cardCompanies, query)) {
          const spoken = {
            '361': '비씨',
            '381': '케이비',
            '371': '엔에이치',
            '045': '엠지',
            '002': '케이디비',
            '089': '케뱅',
            '090': '카뱅',
          }
          const names = [nameKo, (spoken as Record<string, string>)[code] ?? '', '제이씨비']
          expect(names.some((name) => [...name].map(initialOf).join('').includes(query))).toBe(true)
        }
      }),
    )
  })

  it('아무것도 치지 않으면 모두, 순서 그대로', () => {
    expect(searchCardCompanies(cardCompanies, ' ')).toEqual(resolveCardCompanies())
  })
})

it('로고 대신 쓰는 글자는 이름의 머리글자이고, 두 카드사가 같은 글자를 쓰지 않는다', () => {
  const marks = cardCompanies.map((each) => cardMonogram(each))
  const inEnglish = cardCompanies.map((each) => cardMonogram(each, 'en'))
  expect(marks.slice(0, 4)).toEqual(['BC', 'KB', '현', '삼'])
  for (const mark of marks) expect(mark).toMatch(/^([가-힣]{1,2}|[A-Z]{2,3})$/)
  for (const mark of inEnglish) expect(mark).toMatch(/^[A-Za-z]{2,3}$/)
  for (const each of [marks, inEnglish]) {
    expect(each.filter((mark, index) => each.indexOf(mark) !== index)).toEqual([])
  }
})
