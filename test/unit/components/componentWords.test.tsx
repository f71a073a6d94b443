import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../../src/payment/allMessages.en.js'
import { ko } from '../../../src/payment/allMessages.ko.js'
import { cardCompanies } from '../../../src/payment/cardCompany.js'
import { closeShop, openShop } from '../openShop.js'

afterEach(() => closeShop())

/** Every bank PortOne lists for Toss. */
const bankCodes =
  '002 003 004 007 011 012 020 023 027 031 032 034 037 039 045 048 071 081 088 089 090 092'.split(' ')

describe('낱말', () => {
  it('두 나라 말에 같은 문장이 빠짐없이 있고, 한국어에는 한글이 있다', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ko).sort())
    // Whatever a sentence takes, one of these is it. The card form's take a field, and are read in its own test; names
    // are read below.
    const given = [[2, '1원'], [{ days: 1, hours: 2, minutes: 3 }]]
    const printed = (messages: object) =>
      Object.entries(messages)
        .filter(([name]) => !name.startsWith('cardField') && name !== 'cardName' && name !== 'bankName')
        .map(([name, sentence]) => [
          name,
          typeof sentence === 'function'
            ? given.map((each) => sentence(...each).replaceAll('1원', '')).join(' ')
            : sentence,
        ])
    for (const each of printed(ko)) expect(each).toEqual([each[0], expect.stringMatching(/[가-힣]/)])
    for (const each of printed(en)) expect(each).toEqual([each[0], expect.not.stringMatching(/[가-힣]/)])
  })

  it('카드사와 은행은 한국어로는 받은 이름 그대로, 영어로는 코드의 이름이고, 이름이 오지 않으면 둘 다 코드로 찾는다', () => {
    for (const { code, nameKo, nameEn } of cardCompanies) {
      expect([code, ko.cardName(code, '받은 이름'), en.cardName(code, '받은 이름')]).toEqual([
        code,
        '받은 이름',
        nameEn,
      ])
      expect([code, ko.cardName(code, null), en.cardName(code, null)]).toEqual([code, nameKo, nameEn])
    }
    expect([ko.bankName('088', '신한은행'), en.bankName('088', '신한은행')]).toEqual([
      '신한은행',
      'Shinhan Bank',
    ])
    expect(bankCodes.filter((code) => !/[가-힣]/.test(ko.bankName(code, null)))).toEqual([])
    expect(bankCodes.filter((code) => /^$|[가-힣]/.test(en.bankName(code, null)))).toEqual([])
    for (const name of [ko.cardName, en.cardName, ko.bankName, en.bankName]) {
      expect([name(null, null), name('x', '모과'), name(null, '모과')]).toEqual(['', '모과', '모과'])
    }
  })

  /** Names of things and what a button does: no sentences. */
  const labels = new Set(
    (
      'pay pay-vbank retry needs-check unconfirmed card-register card-retry card-unconfirmed installmentLabel lumpSum ' +
      'monthsName monthlyShare interestFree cardCompanyLabel cardCompanySearch cardCompanySearchHint ' +
      'interestFreeUpTo payMethodLabel accountTitle accountTitleAfter accountBank bankName accountBankCode ' +
      'accountNumber accountHolder accountAmount accountOrderAmount accountOrderNumber accountDue accountDueAt copyNumber cardName resultAmount ' +
      'resultOrderNumber resultEarlierNumber resultOrderName resultMethod resultCard resultMonths ' +
      'resultLumpSum resultMonthsValue resultApprovalNumber resultPaidAt resultRefundedAmount ' +
      'resultKeptAmount resultReceipt cardFormTitle cardFormDomestic cardFormRequired cardFormReadTerms ' +
      'cardFormSend cardFormSendAnother cardFormSendAgain cardListTitle cardListAgain cardListUnnamed ' +
      'cardListEnding cardListRemove cardListRemoveShort cardListYes cardListNo cardListReplace ' +
      'cardListReplaceShort'
    ).split(' '),
  )

  it('이름표와 버튼이 아니면 모두 해요체다', () => {
    const { cardFieldLabel: _, cardFieldHint: __, cardFieldProblem, ...others } = ko
    const cardFields = ['cardNumber', 'expiry', 'birth', 'pwd2digit'] as const
    const sentences: [name: string, text: string][] = []
    for (const [name, words] of Object.entries(others)) {
      if (labels.has(name) || name.startsWith('method-')) continue
      // None takes more than a number or an amount; the time left takes nothing for "none".
      const said = words as string | ((...given: unknown[]) => string)
      sentences.push([name, typeof said === 'function' ? said('5,000원') : said])
    }
    for (const field of cardFields) {
      for (const problem of ['missing', 'incomplete', 'wrong', 'expired'] as const)
        sentences.push([`${field} ${problem}`, cardFieldProblem(field, problem)])
    }
    expect(sentences.length).toBeGreaterThan(80)
    for (const [name, text] of sentences) {
      for (const each of text
        .replace(/ 예: .*$/, '')
        .split(/[.?] ?/)
        .filter(Boolean))
        expect([name, each]).toEqual([name, expect.stringMatching(/(요|까요)$/)])
    }
  })

  it('영어 버튼은 결제가 진행되거나 끝났을 때 표시 옆에 한 줄로 선다', () => {
    const beside = [
      ...(['in-window', 'confirming', 'paid', 'awaiting-deposit', 'failed'] as const),
      ...(['card-in-window', 'card-confirming', 'card-registered', 'card-failed'] as const),
    ]
    // As many letters as stand beside a mark in a column of 290 px.
    for (const name of beside) expect([name, en[name].length <= 23]).toEqual([name, true])
  })

  it('한국 카드사의 영어 이름은 모두 Card로 끝난다', () => {
    const domestic = cardCompanies.filter(({ overseas }) => !overseas)
    expect(domestic.map(({ nameEn }) => nameEn).filter((name) => !name.endsWith(' Card'))).toEqual([])
  })

  it('영어는 따로 불러오고, messages={en}이면 첫 화면부터 영어다', async () => {
    const { kit, show, pass } = await openShop()
    const { unmount } = show(<kit.PaymentMethodSelect />, { locale: 'en' })
    await pass()
    await import('../../../src/payment/payMethodMessages.en.js')
    await pass()
    expect(screen.getByRole('radiogroup', { name: 'Payment method' })).toBeTruthy()
    unmount()
    show(<kit.InstallmentSelect amount={55_000} cardQuota={[3]} />, { locale: 'en', messages: kit.en })
    const box = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Installments' })
    expect([...box.options].map(({ text }) => text)).toEqual([
      'Pay in full',
      '2 months · ₩27,500 a month',
      '3 months · ₩18,334 a month',
    ])
  })

  it('한 문장만 바꿀 수 있다', async () => {
    const { kit, show } = await openShop()
    show(<kit.PaymentMethodSelect methods={['phone', 'trans']} />, {
      messages: { 'method-phone': '핸드폰으로' },
    })
    expect(screen.getByRole('radio', { name: '핸드폰으로' })).toBeTruthy()
    expect(screen.getByRole('radio', { name: '계좌이체' })).toBeTruthy()
  })
})
