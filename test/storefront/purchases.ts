import { expect } from 'vitest'
import { chooseCard } from './buyInBrowser.js'
import type { Visit } from './visitStorefront.js'

/** One way to pay at once, from the order form to what the order page says of it. */
export interface Purchase {
  goods: readonly string[]
  amount: string
  /** In the order form; a card in the gateway's window where it is missing. */
  choose?: (visit: Visit) => Promise<void>
  /** In the gateway's window. */
  decide: (visit: Visit) => Promise<void>
  /** What the order page says. */
  facts: Record<string, unknown>
  /** How the shopkeeper's list calls it. */
  listed: string
}

/** Chooses a method in the order form. */
export async function chooseMethod({ page }: Visit, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '결제 수단' }).getByRole('radio', { name }).check()
}

const approvalNumber = expect.stringMatching(/^\d{6,}$/)

export const purchases: Readonly<Record<string, Purchase>> = {
  '카드 일시불': {
    goods: ['청자 찻사발'],
    amount: '68,000원',
    decide: (visit) => chooseCard(visit, '신한카드'),
    facts: { 카드: expect.stringContaining('신한카드'), 할부: '일시불', 승인번호: approvalNumber },
    listed: '신한카드',
  },
  '카드 3개월 할부': {
    goods: ['청자 찻사발'],
    amount: '68,000원',
    decide: (visit) => chooseCard(visit, 'KB국민카드', 3),
    facts: { 카드: expect.stringContaining('KB국민카드'), 할부: '3개월', 승인번호: approvalNumber },
    listed: 'KB국민카드',
  },
  '카드사와 5개월을 주문서에서 고른 카드': {
    goods: ['백자 다관'],
    amount: '129,000원',
    async choose({ page }) {
      await page.getByRole('radio', { name: '카드사를 지금 고르기' }).check()
      await page.getByRole('radiogroup', { name: '카드사' }).getByRole('radio', { name: '현대카드' }).check()
      await page.getByRole('combobox', { name: '할부 기간' }).selectOption('5')
    },
    // The window opens on the choice, with nothing left to choose.
    async decide({ window }) {
      await window().getByText('여기서는 바꿀 수 없어요').waitFor()
      expect(await window().getByRole('radio').count()).toBe(0)
    },
    facts: { 카드: expect.stringContaining('현대카드'), 할부: '5개월', 승인번호: approvalNumber },
    listed: '현대카드',
  },
  계좌이체: {
    goods: ['분청 찻잔'],
    amount: '21,000원',
    choose: (visit) => chooseMethod(visit, '계좌이체'),
    decide: ({ window }) => window().getByRole('radio', { name: '신한은행' }).check(),
    facts: { '결제 수단': '계좌이체' },
    listed: '계좌이체',
  },
  휴대폰: {
    goods: ['거문도 쑥차', '거문도 쑥차'],
    amount: '21,000원',
    choose: (visit) => chooseMethod(visit, '휴대폰'),
    async decide({ window }) {
      await window().getByRole('radio', { name: 'SKT' }).check()
      await window().getByRole('textbox', { name: '휴대폰 번호' }).fill('01012345678')
    },
    facts: { '결제 수단': '휴대폰' },
    listed: '휴대폰',
  },
}
