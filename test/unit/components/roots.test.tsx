import { fireEvent, screen } from '@testing-library/react'
import { type ComponentType, createRef, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { BillingKeys, PaymentRecord } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf, type Shop } from '../openShop.js'

afterEach(() => closeShop())

type Kit = Shop['kit']

const order = orderOf()
const deposit: PaymentRecord = recordOf(order, {
  status: 'ready',
  payMethod: 'vbank',
  virtualAccount: { bankCode: '088', bankName: '신한은행', number: '1234567890', holder: null, dueAt: 0 },
})
const paid = { status: 'paid', merchantUid: order.merchantUid, payment: recordOf(order) } as const
const keys: BillingKeys = {
  state: {
    status: 'ready',
    cards: [{ customerUid: 'member-7_1', merchantUid: null, impUid: null, status: 'registered' }],
  },
  remove: async () => 'done',
  replace: async () => 'done',
  refresh: async () => {},
}
const months = { amount: 60_000, cardQuota: [2] }

/** Every component: what it is given, its element, and the state it is in. */
const components: [name: string, of: (kit: Kit) => unknown, props: object, tag: string, state: string][] = [
  ['TossCheckoutButton', (kit) => kit.TossCheckoutButton, { order }, 'BUTTON', 'idle'],
  ['BillingKeyButton', (kit) => kit.BillingKeyButton, { order }, 'BUTTON', 'idle'],
  [
    'BillingKeyRegister (window)',
    (kit) => kit.BillingKeyRegister,
    { method: 'window', order },
    'BUTTON',
    'idle',
  ],
  ['BillingKeyForm', (kit) => kit.BillingKeyForm, {}, 'FORM', 'editing'],
  ['BillingKeyRegister (form)', (kit) => kit.BillingKeyRegister, { method: 'form' }, 'FORM', 'editing'],
  ['BillingKeyList', (kit) => kit.BillingKeyList, { keys }, 'SECTION', 'ready'],
  ['PaymentMethodSelect', (kit) => kit.PaymentMethodSelect, { value: 'vbank' }, 'DIV', 'vbank'],
  ['CardCompanySelect', (kit) => kit.CardCompanySelect, { value: '366' }, 'DIV', 'chosen'],
  ['InstallmentSelect', (kit) => kit.InstallmentSelect, months, 'DIV', 'lump-sum'],
  [
    'InstallmentSelect (list)',
    (kit) => kit.InstallmentSelect,
    { ...months, appearance: 'list' },
    'DIV',
    'lump-sum',
  ],
  ['PaymentResult', (kit) => kit.PaymentResult, { state: paid }, 'SECTION', 'paid'],
  ['VirtualAccountPanel', (kit) => kit.VirtualAccountPanel, { payment: deposit }, 'SECTION', 'waiting'],
]

describe('상점이 주는 속성과 ref는 루트에 간다', () => {
  it.each(components)('%s', async (_, of, props, tag, state) => {
    const { kit, show, pass } = await openShop()
    const Component = of(kit) as ComponentType<object>
    const ref = createRef<HTMLElement>()
    const onPointerDown = vi.fn()
    const given = {
      id: 'mine',
      className: 'mine',
      style: { color: 'red' },
      title: '상점의 말',
      'data-testid': 'mine',
      'aria-details': 'terms',
      // Strays: the look and the tests of a shop rest on what these say.
      'data-state': 'stray',
      'data-tc': 'stray',
    }
    show(<Component {...props} {...given} {...{ ref, onPointerDown }} />)
    await pass()
    const root = screen.getByTestId('mine')
    expect(ref.current).toBe(root)
    expect([root.tagName, root.id, root.className, root.style.color, root.title]).toEqual([
      tag,
      'mine',
      'mine',
      'red',
      '상점의 말',
    ])
    expect([root.getAttribute('aria-details'), root.dataset.state]).toEqual(['terms', state])
    if (tag !== 'BUTTON') expect(root.dataset.tc).not.toBe('stray')
    fireEvent.pointerDown(root)
    expect(onPointerDown).toHaveBeenCalledTimes(1)
    // What is the kit's own stays off the element.
    for (const name of Object.keys(props)) expect([name, root.hasAttribute(name)]).toEqual([name, false])
  })
})

describe('상점이 바꿔 그리는 자리는 그 자리의 것을 받는다', () => {
  it.each<[name: string, of: (kit: Kit) => unknown, props: object, slots: Record<string, object>]>([
    [
      'InstallmentSelect',
      (kit) => kit.InstallmentSelect,
      { ...months, appearance: 'list' },
      { option: { months: 2, monthly: 30_000 }, hint: { value: 0, status: 'lump-sum' } },
    ],
    ['InstallmentSelect', (kit) => kit.InstallmentSelect, months, { hint: { value: 0, status: 'lump-sum' } }],
    [
      'CardCompanySelect',
      (kit) => kit.CardCompanySelect,
      { interestFreeMonths: { '366': 3 } },
      { mark: { code: '366', monogram: '신' }, extra: { code: '366', interestFree: 3 } },
    ],
    [
      'PaymentMethodSelect',
      (kit) => kit.PaymentMethodSelect,
      { value: 'vbank' },
      { mark: { method: 'trans' }, hint: { method: 'vbank', name: '가상계좌' } },
    ],
    [
      'PaymentResult',
      (kit) => kit.PaymentResult,
      { state: paid },
      {
        mark: { tone: 'success' },
        body: { status: 'paid', payment: paid.payment },
        actions: { canRetry: false },
      },
    ],
    [
      'VirtualAccountPanel',
      (kit) => kit.VirtualAccountPanel,
      { payment: deposit },
      { title: { bank: '신한은행' }, footer: { digits: '1234567890' } },
    ],
    ['BillingKeyList', (kit) => kit.BillingKeyList, { keys }, { detail: { customerUid: 'member-7_1' } }],
  ])('%s', async (_, of, props, expected) => {
    const { kit, show, pass } = await openShop()
    const Component = of(kit) as ComponentType<object>
    const calls: [slot: string, view: object][] = []
    const slots = Object.fromEntries(
      Object.keys(expected).map((slot) => [
        slot,
        (view: object): ReactNode => {
          calls.push([slot, view])
          return <b data-slot={slot} />
        },
      ]),
    )
    const { container } = show(<Component {...props} {...{ slots }} />)
    await pass()
    for (const [slot, view] of Object.entries(expected)) {
      expect(calls).toContainEqual([slot, expect.objectContaining(view)])
      expect([slot, !!container.querySelector(`[data-tc] [data-slot="${slot}"]`)]).toEqual([slot, true])
    }
  })
})

describe('브라우저의 목록으로 고르는 할부', () => {
  it('이름표와 이어져 있고, 고른 달을 폼에 보내며, disabled면 고를 수 없다', async () => {
    const { kit, show, settings } = await openShop()
    const page = (disabled: boolean) => (
      <kit.TossCheckoutProvider {...settings}>
        <form>
          <kit.InstallmentSelect {...months} name="months" label="나눠 내기" disabled={disabled} />
        </form>
      </kit.TossCheckoutProvider>
    )
    const { container, rerender } = show(null)
    rerender(page(false))
    const box = screen.getByLabelText<HTMLSelectElement>('나눠 내기')
    const sent = () => [...new FormData(container.querySelector('form') as HTMLFormElement)]
    fireEvent.change(box, { target: { value: '2' } })
    expect(sent()).toEqual([['months', '2']])
    rerender(page(true))
    expect([box.disabled, sent()]).toEqual([true, []])
    const root = box.closest<HTMLElement>('[data-tc]')
    expect(root?.dataset.disabled).toBe('')
  })
})
