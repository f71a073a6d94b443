import { fireEvent, screen } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentState } from '../../../src/index.js'
import { closeShop, openShop, orderOf } from '../openShop.js'

afterEach(() => closeShop())
const button = () => screen.getByRole<HTMLElement>('button')

describe('asChild: 상점의 요소가 결제 버튼이 된다', () => {
  it('클래스와 스타일은 더해지고, ref는 둘 다 받고, 나머지는 요소의 것이 이긴다', async () => {
    const { kit, show } = await openShop()
    const [ours, theirs] = [createRef<HTMLButtonElement>(), createRef<HTMLDivElement>()]
    show(
      <kit.TossCheckoutButton
        asChild
        ref={ours}
        order={orderOf()}
        className="a"
        style={{ color: 'red', top: 1 }}
        title="우리"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: an element of the merchant's own */}
        <div ref={theirs} role="button" tabIndex={0} className="b" style={{ color: 'blue' }} title="상점">
          사기
        </div>
      </kit.TossCheckoutButton>,
    )
    expect([button().className, button().title, button().textContent]).toEqual(['a b', '상점', '사기'])
    expect([button().style.color, button().style.top]).toEqual(['blue', '1px'])
    expect(button().dataset.state).toBe('idle')
    expect([ours.current, theirs.current]).toEqual([button(), button()])
  })

  it('요소의 onClick, 버튼의 onClick, 결제의 차례이고, 어느 쪽이든 preventDefault면 멈춘다', async () => {
    const { kit, show, imp } = await openShop()
    const order: string[] = []
    let stop = true
    const theirs = vi.fn((event: React.MouseEvent) => {
      order.push('요소')
      if (stop) event.preventDefault()
    })
    show(
      <kit.TossCheckoutButton asChild order={orderOf()} onClick={() => order.push('버튼')}>
        <button type="button" onClick={theirs}>
          사기
        </button>
      </kit.TossCheckoutButton>,
    )
    fireEvent.click(button())
    expect(imp.calls).toEqual([])
    stop = false
    fireEvent.click(button())
    expect(imp.calls).toHaveLength(1)
    expect(order).toEqual(['요소', '버튼', '요소', '버튼'])
  })

  it('요소에 글자가 없으면 가격과 상태를 말한다', async () => {
    const { kit, show } = await openShop()
    show(
      <kit.TossCheckoutButton asChild order={orderOf()}>
        <button type="button" />
      </kit.TossCheckoutButton>,
    )
    expect(button().textContent).toBe('55,000원 결제하기')
    fireEvent.click(button())
    expect(button().textContent).toBe('결제창에서 진행해 주세요')
  })

  it('정리 함수를 돌려주는 ref는 정리로 불리고, null로 불리지 않는다', async () => {
    const { kit, show } = await openShop()
    const cleanup = vi.fn()
    const nodes: unknown[] = []
    const { unmount } = show(
      <kit.TossCheckoutButton asChild order={orderOf()}>
        <button
          type="button"
          ref={(node) => {
            nodes.push(node)
            return cleanup
          }}
        />
      </kit.TossCheckoutButton>,
    )
    unmount()
    expect(nodes.includes(null)).toBe(false)
    expect(cleanup).toHaveBeenCalledTimes(nodes.length)
  })

  it('상태를 받는 함수가 요소를 돌려줘도 된다', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { kit, show } = await openShop()
    show(
      <kit.TossCheckoutButton asChild order={orderOf()}>
        {(state: PaymentState) => <button type="button">{state.status}</button>}
      </kit.TossCheckoutButton>,
    )
    expect(button().textContent).toBe('idle')
  })
})
