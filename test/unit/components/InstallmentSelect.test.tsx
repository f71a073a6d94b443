import { readFileSync } from 'node:fs'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InstallmentSelectProps } from '../../../src/index.js'
import { closeShop, openShop } from '../openShop.js'

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => closeShop())

const box = () => screen.getByRole<HTMLSelectElement>('combobox', { name: '할부 기간' })
const choices = () => [...box().options].map(({ text }) => text)
const choose = (months: number) => fireEvent.change(box(), { target: { value: String(months) } })

describe('할부 기간', () => {
  it.each(['README.md', 'README.ko.md'])('%s가 보여 주는 대로 쓰면 콘솔이 조용하다', async (readme) => {
    const text = readFileSync(`${import.meta.dirname}/../../../${readme}`, 'utf8')
    const lists = [...text.matchAll(/^(?!.*resolveInstallments).*\bcardQuota(?:: |=\{)(\[[\d, ]*\])/gm)]
    expect(lists.length).toBeGreaterThan(2)
    const { kit, show } = await openShop()
    for (const [, list = ''] of lists) {
      show(<kit.InstallmentSelect amount={109_000} cardQuota={JSON.parse(list)} />)
    }
    expect(console.warn).not.toHaveBeenCalled()
    show(<kit.InstallmentSelect amount={109_000} cardQuota={[2, 3, 6]} />)
    expect(console.warn).toHaveBeenCalledTimes(1)
  })

  it('일시불이 먼저고, 달마다 낼 금액이 적혀 있다', async () => {
    const { kit, show } = await openShop()
    show(<kit.InstallmentSelect amount={55_000} cardQuota={[3]} />)
    expect(choices()).toEqual(['일시불', '2개월 · 월 27,500원', '3개월 · 월 18,334원'])
    expect(box().value).toBe('0')
  })

  it('같은 목록도 구모듈의 창에서는 적은 달만 나온다', async () => {
    const { kit, show } = await openShop()
    show(<kit.InstallmentSelect amount={60_000} cardQuota={[3, 6]} />, { pg: 'uplus.tlgdacomxpay' })
    expect(choices()).toEqual(['일시불', '3개월 · 월 20,000원', '6개월 · 월 10,000원'])
  })

  it('마지막 달에 얼마가 남는지, 이자가 더해질 수 있는지 말한다', async () => {
    const { kit, show } = await openShop()
    show(<kit.InstallmentSelect amount={55_000} cardQuota={[3]} />)
    expect(box().getAttribute('aria-describedby')).toBeNull()
    choose(3)
    const note = '마지막 달은 18,332원이에요. 카드사에 따라 이자가 더해질 수 있어요.'
    expect(screen.getByText(note).id).toBe(box().getAttribute('aria-describedby'))
    choose(2)
    expect(screen.getByText('카드사에 따라 이자가 더해질 수 있어요.')).toBeTruthy()
  })

  it('5만 원보다 적으면 일시불만 있고, 왜 그런지 말한다', async () => {
    const { kit, show } = await openShop()
    const { container } = show(
      <kit.InstallmentSelect amount={49_999} cardQuota={[2, 3, 6]} defaultValue={3} />,
    )
    expect(choices()).toEqual(['일시불'])
    expect(box().disabled).toBe(true)
    expect(screen.getByText('할부는 50,000원부터 할 수 있어서 일시불로 결제돼요.')).toBeTruthy()
    expect(container.querySelector<HTMLElement>('[data-tc]')?.dataset.state).toBe('lump-sum-only')
    show(<kit.InstallmentSelect amount={50_000} cardQuota={[]} label="나눠 내기" />)
    expect(screen.getByText('이 주문은 일시불로 결제돼요.')).toBeTruthy()
  })

  it('무이자인 달은 고른 카드사에만 적힌다', async () => {
    const { kit, show, settings } = await openShop()
    const page = (props: Partial<InstallmentSelectProps>) => (
      <kit.TossCheckoutProvider {...settings}>
        <kit.InstallmentSelect amount={60_000} cardQuota={[3]} interestFreeMonths={{ '366': 2 }} {...props} />
      </kit.TossCheckoutProvider>
    )
    const { rerender } = show(null)
    rerender(page({}))
    expect(choices().join()).not.toContain('무이자')
    rerender(page({ cardCompany: '366' }))
    expect(choices()).toEqual(['일시불', '2개월 · 월 30,000원 (무이자)', '3개월 · 월 20,000원'])
    choose(2)
    expect(screen.getByText('이자 없이 나눠 내요.')).toBeTruthy()
    rerender(page({ cardCompany: '367' }))
    expect(choices().join()).not.toContain('무이자')
  })

  it('고른 달이 더는 나오지 않으면 일시불로 돌아가고, 상점도 그렇게 듣는다', async () => {
    const { kit, show } = await openShop()
    const heard: number[] = []
    let setAmount: (amount: number) => void = () => {}
    const Page = ({ held }: { held: boolean }) => {
      const [amount, set] = useState(60_000)
      const [months, setMonths] = useState(0)
      setAmount = set
      const onValueChange = (next: number) => {
        heard.push(next)
        setMonths(next)
      }
      return (
        <kit.InstallmentSelect
          amount={amount}
          cardQuota={[2, 3]}
          onValueChange={onValueChange}
          {...(held && { value: months })}
        />
      )
    }
    for (const held of [true, false]) {
      heard.length = 0
      const { unmount } = show(<Page held={held} />)
      choose(3)
      act(() => setAmount(49_000))
      expect([box().value, heard]).toEqual(['0', [3, 0]])
      act(() => setAmount(60_000))
      expect([box().value, heard]).toEqual(['0', [3, 0]])
      unmount()
    }
  })

  it('고른 달이 바뀌면 보지 않는 구매자에게도 조용히 말한다', async () => {
    const { kit, show, settings } = await openShop()
    const page = (props: Partial<InstallmentSelectProps>) => (
      <kit.TossCheckoutProvider {...settings}>
        <kit.InstallmentSelect amount={60_000} cardQuota={[2, 3]} {...props} />
      </kit.TossCheckoutProvider>
    )
    const { rerender, container } = show(null)
    rerender(page({}))
    const voice = container.querySelector('[data-tc] [role="status"]')
    const said = () => (voice?.isConnected ? voice.textContent : 'gone')
    expect(said()).toBe('')
    choose(3)
    expect(said()).toBe('카드사에 따라 이자가 더해질 수 있어요.')
    rerender(page({ cardQuota: [2] }))
    expect(said()).toBe('고른 기간은 이제 쓸 수 없어서 일시불로 바꿨어요.')
    expect(box().getAttribute('aria-describedby')).toBe(voice?.id)
    choose(2)
    expect(said()).toBe('카드사에 따라 이자가 더해질 수 있어요.')
    rerender(page({ amount: 49_000 }))
    expect(said()).toBe('할부는 50,000원부터 할 수 있어서 일시불로 결제돼요.')
  })

  it.each(['select', 'list'] as const)(
    '일시불뿐이면 %s 모양은 고르는 것이 아니지만, 폼에는 일시불을 보낸다',
    async (appearance) => {
      const { kit, show } = await openShop()
      const { container } = show(
        <form>
          <kit.InstallmentSelect amount={49_000} name="months" appearance={appearance} />
        </form>,
      )
      const form = container.querySelector('form') as HTMLFormElement
      expect([...new FormData(form)]).toEqual([['months', '0']])
      expect(
        [...form.querySelectorAll<HTMLInputElement>('select, [type="radio"]')].map((each) => each.disabled),
      ).toEqual([true])
    },
  )

  it('할부만 파는 상점은 처음에 고른 것이 몇 개월인지 듣는다', async () => {
    const { kit, show } = await openShop()
    const heard = vi.fn()
    show(<kit.InstallmentSelect amount={60_000} cardQuota={[3, 6]} onlyInstallment onValueChange={heard} />)
    expect(choices()).toEqual(['3개월 · 월 20,000원', '6개월 · 월 10,000원'])
    expect(heard.mock.calls).toEqual([[3]])
  })

  it.each(['segments', 'list'] as const)(
    '%s 모양은 라디오이고, 폼에 고른 달을 보낸다',
    async (appearance) => {
      const { kit, show } = await openShop()
      const ref = createRef<HTMLDivElement>()
      const { container } = show(
        <form>
          <kit.InstallmentSelect
            ref={ref}
            amount={55_000}
            cardQuota={[3]}
            appearance={appearance}
            name="months"
            className="mine"
            style={{ color: 'red' }}
            id="months"
          />
        </form>,
      )
      const group = within(screen.getByRole('radiogroup', { name: '할부 기간' }))
      fireEvent.click(group.getByRole('radio', { name: '3개월 월 18,334원' }))
      expect(group.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([
        false,
        false,
        true,
      ])
      expect(group.getByRole('radio', { name: '일시불' })).toBeTruthy()
      const form = container.querySelector('form') as HTMLFormElement
      expect([...new FormData(form)].filter(([name]) => name === 'months')).toEqual([['months', '3']])
      expect(ref.current).toMatchObject({ id: 'months', className: 'mine' })
      expect(ref.current?.style.color).toBe('red')
      expect(ref.current?.dataset).toMatchObject({ state: 'installments', appearance })
      expect(ref.current?.hasAttribute('amount')).toBe(false)
    },
  )

  it('모양은 상점이 바꾸고, disabled면 고를 수 없다', async () => {
    const { kit, show } = await openShop()
    show(
      <kit.InstallmentSelect
        amount={60_000}
        cardQuota={[2]}
        appearance="list"
        label={null}
        disabled
        slots={{ option: ({ months }) => <b>{months || '한 번에'}</b>, hint: () => '상점이 쓴 말' }}
      />,
    )
    const group = screen.getByRole('radiogroup', { name: '할부 기간' })
    expect(group.getAttribute('aria-disabled')).toBe('true')
    expect(within(group).getByRole<HTMLInputElement>('radio', { name: '한 번에' }).disabled).toBe(true)
    expect(screen.getByText('상점이 쓴 말')).toBeTruthy()
    expect(screen.queryByText('할부 기간')).toBeNull()
  })
})
