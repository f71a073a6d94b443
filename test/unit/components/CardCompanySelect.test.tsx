import { act, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardCompanyCode, CardCompanyFilter } from '../../../src/index.js'
import { closeShop, openShop, orderOf } from '../openShop.js'

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => closeShop())

const group = () => within(screen.getByRole('radiogroup', { name: '카드사' }))
const names = () =>
  group()
    .queryAllByRole('radio')
    .map((radio) => radio.closest('label')?.querySelector('[data-tc-part="name"]')?.textContent)
const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: '카드사 찾기' })
const type = (text: string) => fireEvent.change(search(), { target: { value: text } })
const card = (name: RegExp | string) => group().getByRole<HTMLInputElement>('radio', { name })
const said = () => search().closest('[data-tc]')?.querySelector('[role="status"]')?.textContent

describe('카드사', () => {
  it('초성과 한글과 영어로 찾고, 몇 곳인지 말한다', async () => {
    const { kit, show } = await openShop()
    show(<kit.CardCompanySelect />)
    expect(names()).toHaveLength(20)
    expect(said()).toBe('')
    type('ㅅㅎㅋ')
    expect([names(), said()]).toEqual([['신한카드', '수협카드'], '카드사 2곳이 있어요.'])
    type('hyundai')
    expect(names()).toEqual(['현대카드'])
    type('없는 카드')
    expect([names(), said()]).toEqual([[], '이 이름의 카드사가 없어요. 다른 이름으로 찾아 주세요.'])
  })

  it('찾던 말이 바뀌어 보이지 않게 된 카드사도 고른 그대로다', async () => {
    const { kit, show } = await openShop()
    const heard = vi.fn()
    const { container } = show(
      <form>
        <kit.CardCompanySelect name="company" onValueChange={heard} />
      </form>,
    )
    fireEvent.click(card('신한카드'))
    type('현대')
    expect(names()).toEqual(['현대카드'])
    expect(new FormData(container.querySelector('form') as HTMLFormElement).get('company')).toBe('366')
    type('')
    expect(card('신한카드').checked).toBe(true)
    expect(heard.mock.calls).toEqual([['366']])
  })

  it('Enter는 하나 남은 카드사를 고를 뿐 주문서를 보내지 않고, 글자를 만드는 중에는 아무것도 하지 않는다', async () => {
    const { kit, show } = await openShop()
    const onSubmit = vi.fn()
    show(
      <form onSubmit={onSubmit}>
        <kit.CardCompanySelect />
        <button type="submit">주문</button>
      </form>,
    )
    type('ㅅㅎ')
    // False: the browser must not go on to submit the form.
    expect(fireEvent.keyDown(search(), { key: 'Enter' })).toBe(false)
    expect(group().queryByRole('radio', { checked: true })).toBeNull()
    type('신한')
    fireEvent.keyDown(search(), { key: 'Enter', isComposing: true })
    expect(card('신한카드').checked).toBe(false)
    fireEvent.keyDown(search(), { key: 'Enter' })
    expect(card('신한카드').checked).toBe(true)
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('아래 화살표는 고른 카드사로, 없으면 첫 카드사로 가고, Esc는 찾던 말을 지운다', async () => {
    const { kit, show } = await openShop()
    show(<kit.CardCompanySelect defaultValue="367" />)
    search().focus()
    fireEvent.keyDown(search(), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(card('현대카드'))
    type('ㅅㅎ')
    search().focus()
    fireEvent.keyDown(search(), { key: 'ArrowDown' })
    expect([document.activeElement, card('신한카드').checked]).toEqual([card('신한카드'), false])
    fireEvent.keyDown(search(), { key: 'Escape' })
    expect([search().value, names().length]).toEqual(['', 20])
  })

  it('상점이 거른 카드사만 나오고, 몇 곳이면 찾는 칸이 없다', async () => {
    const { kit, show } = await openShop()
    show(<kit.CardCompanySelect cardCompanies={{ only: ['366', '10005', '041'] }} />)
    expect(names()).toEqual(['신한카드', '우리카드', '해외비자카드'])
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('해외 카드사는 상점이 원할 때만 나온다', async () => {
    const { kit, show } = await openShop()
    show(<kit.CardCompanySelect overseas cardCompanies={{ except: ['361'] }} />)
    expect(names()).toHaveLength(25)
    expect(names()).toContain('해외비자카드')
    expect(names()).not.toContain('BC카드')
  })

  it('고른 카드사를 상점이 빼면 고르지 않은 것이 되고, 상점이 듣는다', async () => {
    const shop = await openShop()
    const { kit, show, settings } = shop
    const heard = vi.fn()
    const page = (cardCompanies: CardCompanyFilter) => (
      <kit.TossCheckoutProvider {...settings}>
        <kit.CardCompanySelect defaultValue="366" cardCompanies={cardCompanies} onValueChange={heard} />
      </kit.TossCheckoutProvider>
    )
    const { rerender } = show(null)
    rerender(page({ except: [] }))
    expect(card('신한카드').checked).toBe(true)
    rerender(page({ except: ['366'] }))
    expect(group().queryByRole('radio', { checked: true })).toBeNull()
    expect(heard.mock.calls).toEqual([[null]])
  })

  it('몇 개월까지 무이자인지 카드사 이름과 함께 읽힌다', async () => {
    const { kit, show } = await openShop()
    const free: Partial<Record<CardCompanyCode, number>> = { '366': 5 }
    const { unmount } = show(<kit.CardCompanySelect interestFreeMonths={free} amount={50_000} />)
    expect(card('신한카드 5개월까지 무이자')).toBeTruthy()
    unmount()
    show(<kit.CardCompanySelect interestFreeMonths={free} amount={49_999} />)
    expect(card('신한카드')).toBeTruthy()
  })
})

describe('카드사와 할부를 함께 고르면', () => {
  /** What a page promises: 2 and 3 months, Hyundai and Shinhan alone, and no interest at Shinhan. */
  const promised = {
    cardQuota: [2, 3],
    cardCompanies: { only: ['366', '367'] },
    interestFreeMonths: { '366': 3 },
  } as const

  async function openPage(provider?: object) {
    const shop = await openShop()
    const { kit, show, imp, pass } = shop
    const order = orderOf({ amount: 60_000 })
    let setAmount: (amount: number) => void = () => {}
    const Page = () => {
      const [amount, set] = useState(order.amount)
      setAmount = set
      const direct = kit.useCardDirect({ amount, ...promised })
      return (
        <>
          <kit.CardCompanySelect {...direct.companyProps} />
          {direct.cardDirect && <kit.InstallmentSelect {...direct.installmentProps} />}
          <kit.TossCheckoutButton order={{ ...order, amount }} {...direct.cardOptions} />
        </>
      )
    }
    show(<Page />, provider)
    const pay = async () => {
      fireEvent.click(screen.getByRole('button', { name: /결제하기$/ }))
      imp.answer({ imp_uid: 'imp_1', error_code: 'USER_CANCEL' })
      await pass(60_000)
      const { amount, display, card: sent, useFreeInterestFromMall } = imp.calls.at(-1) ?? {}
      return { amount, display, card: sent, useFreeInterestFromMall }
    }
    return { pay, setAmount: (amount: number) => act(() => setAmount(amount)) }
  }
  const months = () => screen.getByRole<HTMLSelectElement>('combobox', { name: '할부 기간' })
  const detail = [
    { card_code: '*', enabled: false },
    { card_code: '366', enabled: true, max_month: 3 },
    { card_code: '367', enabled: true },
  ]

  it('카드사를 고르지 않으면 할부도 묻지 않고, 약속한 개월과 카드사와 무이자를 결제창이 지킨다', async () => {
    const { pay } = await openPage()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(card('신한카드 3개월까지 무이자')).toBeTruthy()
    expect(await pay()).toEqual({
      amount: 60_000,
      display: { card_quota: [2, 3] },
      card: { detail },
      useFreeInterestFromMall: true,
    })
  })

  it('고른 카드사의 창을 고른 개월로 열고, 무이자라고 했으면 무이자로 연다', async () => {
    const { pay } = await openPage()
    fireEvent.click(card(/신한카드/))
    fireEvent.change(months(), { target: { value: '3' } })
    expect(months().selectedOptions[0]?.text).toBe('3개월 · 월 20,000원 (무이자)')
    expect(await pay()).toEqual({
      amount: 60_000,
      display: { card_quota: [2, 3] },
      card: { direct: { code: '366', quota: 3 }, detail },
      useFreeInterestFromMall: true,
    })
  })

  it('금액이 5만 원보다 적어지면 일시불로 연다', async () => {
    const { pay, setAmount } = await openPage()
    fireEvent.click(card('현대카드'))
    fireEvent.change(months(), { target: { value: '3' } })
    expect(await pay()).toMatchObject({ card: { direct: { code: '367', quota: 3 } } })
    setAmount(49_000)
    expect(await pay()).toMatchObject({ amount: 49_000, card: { direct: { code: '367', quota: 0 } } })
  })

  it('구모듈에서는 무이자를 약속하지도 보내지도 않는다', async () => {
    const { pay } = await openPage({ pg: 'uplus' })
    fireEvent.click(card('신한카드'))
    const { card: sent, useFreeInterestFromMall } = await pay()
    expect(useFreeInterestFromMall).toBeUndefined()
    expect(JSON.stringify(sent)).not.toContain('max_month')
  })
})
