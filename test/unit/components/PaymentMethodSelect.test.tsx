import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PayMethod } from '../../../src/index.js'
import { closeShop, openShop } from '../openShop.js'

afterEach(() => closeShop())
const group = () => within(screen.getByRole('radiogroup', { name: '결제 수단' }))
const names = () =>
  group()
    .getAllByRole('radio')
    .map((radio) => radio.closest('label')?.textContent)
const method = (name: string) => group().getByRole<HTMLInputElement>('radio', { name })

describe('결제 수단', () => {
  it('다른 계약이 없어도 되는 세 가지가 나오고 카드를 먼저 골라 두며, 고른 것이 무엇인지 한 문장으로 말한다', async () => {
    const { kit, show } = await openShop()
    const { container } = show(<kit.PaymentMethodSelect />)
    expect(names()).toEqual(['신용·체크카드', '계좌이체', '가상계좌'])
    expect(method('신용·체크카드').checked).toBe(true)
    fireEvent.click(method('가상계좌'))
    const note = screen.getByText('발급받은 계좌로 기한 안에 입금하면 결제돼요.')
    expect(screen.getByRole('radiogroup').getAttribute('aria-describedby')).toBe(note.id)
    expect(container.querySelector<HTMLElement>('[data-tc]')?.dataset.state).toBe('vbank')
  })

  it('간편결제는 신모듈에서만 나온다', async () => {
    const { kit, show } = await openShop()
    const methods: PayMethod[] = ['card', 'kakaopay', 'samsungpay', 'cultureland']
    const { unmount } = show(<kit.PaymentMethodSelect methods={methods} />)
    expect(names()).toEqual(['신용·체크카드', '카카오페이', '삼성페이', '컬쳐랜드상품권'])
    unmount()
    show(<kit.PaymentMethodSelect methods={methods} />, { pg: 'uplus' })
    expect(names()).toEqual(['신용·체크카드', '컬쳐랜드상품권'])
  })

  it('모듈이 여는 수단이 하나도 없으면 없다고 말하고 개발자에게 알리며, 폼에 카드를 보내지 않는다', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { kit, show } = await openShop()
    const heard = vi.fn()
    const { container } = show(
      <form>
        <kit.PaymentMethodSelect methods={['kakaopay']} name="method" onValueChange={heard} />
      </form>,
      { pg: 'uplus' },
    )
    expect(group().queryByRole('radio')).toBeNull()
    expect(screen.getByText('지금 쓸 수 있는 결제 수단이 없어요. 상점에 알려 주세요.')).toBeTruthy()
    expect(container.querySelector<HTMLElement>('[data-tc]')?.dataset.state).toBe('empty')
    expect([...new FormData(container.querySelector('form') as HTMLFormElement)]).toEqual([])
    expect(warn.mock.calls.join()).toMatch(/methods \["kakaopay"\] .*"uplus" opens none of them/)
    expect(heard).not.toHaveBeenCalled()
  })

  it('카드가 없는 상점은 처음에 고른 것이 무엇인지 듣는다', async () => {
    const { kit, show } = await openShop()
    const heard = vi.fn()
    show(<kit.PaymentMethodSelect methods={['vbank', 'trans']} onValueChange={heard} />)
    expect(method('가상계좌').checked).toBe(true)
    expect(heard.mock.calls).toEqual([['vbank']])
    fireEvent.click(method('계좌이체'))
    expect(heard.mock.calls.at(-1)).toEqual(['trans'])
  })

  it('상점이 쥐고 있으면 상점이 바꿀 때까지 그대로다', async () => {
    const { kit, show } = await openShop()
    const heard = vi.fn()
    show(<kit.PaymentMethodSelect value="card" onValueChange={heard} />)
    fireEvent.click(method('가상계좌'))
    expect(heard.mock.calls).toEqual([['vbank']])
    expect(method('신용·체크카드').checked).toBe(true)
  })
})
