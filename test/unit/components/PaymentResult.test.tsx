import { act, fireEvent, screen, within } from '@testing-library/react'
import { createRef, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentErrorCode, PaymentRecord, PaymentState } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => closeShop())

const title = () => screen.getByRole('heading', { level: 2 })
const rows = () =>
  Object.fromEntries(
    screen.queryAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  )
const card = {
  code: '366',
  name: '신한카드',
  quota: 3,
  number: '4330-12**-****-1234',
  approvalNumber: '00812345',
}
const paidRecord = (more: Partial<PaymentRecord> = {}): PaymentRecord =>
  recordOf(orderOf({ merchantUid: 'order-paid' }), {
    card,
    paidAt: Date.parse('2026-11-23T05:00:00Z') / 1000,
    receiptUrl: 'https://receipt.example/1',
    name: '손뜨개 울 머플러',
    ...more,
  })
const paid = (more?: Partial<PaymentRecord>): PaymentState => ({
  status: 'paid',
  merchantUid: 'order-paid',
  payment: paidRecord(more),
})

async function openResult() {
  const shop = await openShop()
  const failed = (code: PaymentErrorCode): PaymentState => ({
    status: 'failed',
    merchantUid: 'order-9',
    error: new shop.kit.PaymentError(code),
  })
  const unconfirmed: PaymentState = {
    status: 'unconfirmed',
    merchantUid: 'order-9',
    error: new shop.kit.PaymentError('CONFIRM_UNREACHABLE'),
  }
  return { ...shop, failed, unconfirmed }
}

describe('결제됐을 때', () => {
  it('금액과 주문번호, 카드와 할부, 승인번호, 시각, 영수증이 있다', async () => {
    const { kit, show } = await openResult()
    show(<kit.PaymentResult state={paid()} onRetry={() => {}} onAskAgain={() => {}} />)
    expect(title().textContent).toBe('결제가 완료됐어요')
    expect(rows()).toEqual({
      '결제 금액': '55,000원',
      '주문 내용': '손뜨개 울 머플러',
      주문번호: 'order-paid',
      카드: '신한카드 (4330-12**-****-1234)',
      할부: '3개월',
      승인번호: '00812345',
      '결제 시각': '2026년 11월 23일(월) 14:00',
    })
    const receipt = screen.getByRole<HTMLAnchorElement>('link', { name: '영수증 보기 (새 창에서 열려요)' })
    expect([receipt.href, receipt.target]).toEqual(['https://receipt.example/1', '_blank'])
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('카드가 아니면 결제 수단을, 일시불이면 일시불이라고 말하고, 수상한 영수증 주소는 링크가 되지 않는다', async () => {
    const { kit, show } = await openResult()
    const { unmount } = show(
      <kit.PaymentResult
        state={paid({ card: undefined, payMethod: 'trans', receiptUrl: 'javascript:alert(1)' })}
      />,
    )
    expect(rows()).toMatchObject({ '결제 수단': '계좌이체' })
    expect(rows()).not.toHaveProperty('할부')
    expect(screen.queryByRole('link')).toBeNull()
    unmount()
    show(<kit.PaymentResult state={paid({ card: { ...card, quota: 0 }, currency: 'USD', amount: 40 })} />)
    expect(rows()).toMatchObject({ 할부: '일시불', '결제 금액': '40 USD' })
  })

  it('카드사의 코드만 왔으면 코드로 찾은 이름을 말한다', async () => {
    const { kit, show } = await openResult()
    show(<kit.PaymentResult state={paid({ card: { ...card, name: null } })} />)
    expect(rows()).toMatchObject({ 카드: '신한카드 (4330-12**-****-1234)' })
  })

  it('영어 화면은 카드사를 코드로 찾아 영어로 부른다', async () => {
    const { kit, show } = await openResult()
    show(<kit.PaymentResult state={paid()} />, { locale: 'en', messages: kit.en })
    expect(rows()).toMatchObject({ Card: 'Shinhan Card (4330-12**-****-1234)' })
  })

  it('나중에 환불되면 얼마를 돌려받고 얼마가 남는지 말한다', async () => {
    const { kit, show } = await openResult()
    const { unmount } = show(
      <kit.PaymentResult state={paid()} record={paidRecord({ status: 'cancelled', cancelAmount: 5_000 })} />,
    )
    const standsOut = () => document.querySelector('[data-main]')?.textContent
    expect(title().textContent).toBe('5,000원 환불했어요')
    expect(standsOut()).toBe('남은 결제 금액50,000원')
    expect(rows()).toMatchObject({
      '결제 금액': '55,000원',
      '환불 금액': '5,000원',
      '남은 결제 금액': '50,000원',
    })
    expect(screen.getByText(/돌려받기까지 며칠 걸릴 수 있어요/)).toBeTruthy()
    unmount()
    show(<kit.PaymentResult state={paid()} record={paidRecord({ cancelAmount: 55_000 })} />)
    expect(title().textContent).toBe('결제 금액을 모두 환불했어요')
    expect(rows()).not.toHaveProperty('남은 결제 금액')
    expect(standsOut()).toBe('환불 금액55,000원')
  })
})

describe('결제되지 않았을 때', () => {
  /** Written by hand: what the kit computes must not say what is right. */
  const safeToRetry = [
    'CARD_DATA_INVALID',
    'DECLINED',
    'GATEWAY_SYSTEM',
    'LIMIT_EXCEEDED',
    'ORDER_UNAVAILABLE',
    'SDK_ABSENT',
    'SDK_BLOCKED',
    'SDK_THREW',
    'SDK_TIMEOUT',
    'WINDOW_NOT_OPENED',
  ]
  const worthAsking = [
    'ALREADY_PAID',
    'AMOUNT_MISMATCH',
    'CONFIRM_PENDING',
    'CONFIRM_REJECTED',
    'CONFIRM_UNREACHABLE',
    'CURRENCY_MISMATCH',
    'ORDER_MISMATCH',
    'RETURN_UNREADABLE',
  ]

  it('다시 결제하기는 돈이 나가지 않았고 다시 해도 되는 때에만, 다시 확인하기는 돈이 나갔을 수 있는 때에만 있다', async () => {
    const { kit, show, failed, unconfirmed } = await openResult()
    const dismissed: PaymentState = { status: 'dismissed', merchantUid: 'order-9' }
    const offered = (state: PaymentState) => {
      const { unmount } = show(<kit.PaymentResult state={state} onRetry={() => {}} onAskAgain={() => {}} />)
      const names = screen.queryAllByRole('button').map(({ textContent }) => textContent)
      unmount()
      return names
    }
    expect([dismissed, unconfirmed, paid()].map(offered)).toEqual([
      ['다시 결제하기'],
      ['결제 결과 다시 확인하기'],
      [],
    ])
    const codes = Object.keys(kit.paymentErrorCodes) as PaymentErrorCode[]
    const offering = (name: string) => codes.filter((code) => offered(failed(code)).join() === name).sort()
    expect(offering('다시 결제하기')).toEqual(safeToRetry)
    expect(offering('결제 내용 다시 확인하기')).toEqual(worthAsking)
    expect(offering('')).toHaveLength(codes.length - safeToRetry.length - worthAsking.length)
  })

  it.each([
    [
      'PAYMENT_IN_PROGRESS',
      '이 주문은 아직 결제하지 않았어요',
      '다른 결제가 진행 중이에요. 이 주문에서 결제된 금액은 없어요. 그 결제를 마친 뒤 다시 시도해 주세요.',
    ],
    [
      'PAYMENT_IN_ANOTHER_TAB',
      '다른 탭에서 결제하고 있어요',
      '다른 탭에서 이 주문을 결제하고 있어요. 여기서 결제된 금액은 없어요. 그 탭에서 계속해 주세요.',
    ],
    [
      'PREVIOUS_UNCONFIRMED',
      '앞선 결제를 먼저 확인해야 해요',
      // Neither its number nor a button: the page has forgotten it, and says where else to look.
      '앞선 주문이 결제됐을 수 있어요. 다시 결제하지 말고 주문 내역이나 카드사·은행 알림을 먼저 확인해 주세요.',
    ],
  ] as const)('%s: 결제하지 못했다고 하지 않고, 돈이 어떻게 됐는지 말한다', async (code, heading, said) => {
    const { kit, show, failed } = await openResult()
    show(<kit.PaymentResult state={failed(code)} onRetry={() => {}} onAskAgain={() => {}} />)
    expect(title().textContent).toBe(heading)
    expect(screen.getByText(said)).toBeTruthy()
    expect(rows()).toEqual({})
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('다시 해도 된다던 실패도 돈이 나갔다면 다시 결제하라고 하지 않는다', async () => {
    const { kit, show } = await openResult()
    const error = new kit.PaymentError('DECLINED', { charged: 'unknown' })
    show(<kit.PaymentResult state={{ status: 'failed', merchantUid: 'order-9', error }} onRetry={() => {}} />)
    expect(title().textContent).toBe('결제 내용을 확인해야 해요')
    expect(screen.queryByRole('button')).toBeNull()
    expect(rows()).toEqual({ 주문번호: 'order-9' })
  })

  it('무슨 일인지, 돈이 나갔는지 말하고, 결제사가 한 말은 옮기지 않는다', async () => {
    const { kit, show } = await openResult()
    const error = new kit.PaymentError('DECLINED', {
      gateway: { code: 'X', message: '010-0000-0000으로 입금하세요' },
    })
    const { container } = show(
      <kit.PaymentResult state={{ status: 'failed', merchantUid: 'order-9', error }} />,
    )
    expect(title().textContent).toBe('결제하지 못했어요')
    expect(screen.getByText(/결제된 금액은 없어요/)).toBeTruthy()
    expect(container.textContent).not.toContain('010-0000')
  })

  it('앞에 나서는 것은 결제하기뿐이고, 다시 확인하기는 어느 결과에서나 한 모양이다', async () => {
    const { kit, show, failed } = await openResult()
    const look = (state: PaymentState) => {
      const { unmount } = show(<kit.PaymentResult state={state} onRetry={() => {}} onAskAgain={() => {}} />)
      const { primary, tone } = screen.getByRole('button').dataset
      unmount()
      return { primary, tone }
    }
    const error = new kit.PaymentError('CONFIRM_UNREACHABLE')
    expect(look(failed('DECLINED'))).toEqual({ primary: '', tone: undefined })
    for (const state of [
      { status: 'unconfirmed', merchantUid: 'order-9', error } as const,
      failed('ALREADY_PAID'),
      failed('AMOUNT_MISMATCH'),
    ])
      expect(look(state)).toEqual({ primary: undefined, tone: 'notice' })
  })

  it('한 번 더 눌러야 하면 어느 버튼인지 말하고, 누르던 버튼의 초점을 지킨다', async () => {
    const { kit, show } = await openResult()
    const state: PaymentState = { status: 'preparing', merchantUid: 'order-9', waitingFor: 'press-again' }
    show(<kit.PaymentResult state={state} autoFocus />)
    expect(screen.getByRole('group').dataset.tone).toBe('notice')
    expect(screen.getByText('결제 버튼을 한 번 더 눌러 주세요.')).toBeTruthy()
    expect(document.activeElement).toBe(document.body)
  })

  it('상점에 알리거나 물으라고 할 때는 언제나 말해 줄 주문번호가 있다', async () => {
    const { kit, show, failed } = await openResult()
    const sent: string[] = []
    for (const code of Object.keys(kit.paymentErrorCodes) as PaymentErrorCode[]) {
      const { container, unmount } = show(<kit.PaymentResult state={failed(code)} />)
      if (/상점에/.test(container.textContent)) {
        sent.push(code)
        expect([code, rows()]).toEqual([code, { 주문번호: 'order-9' }])
      }
      unmount()
    }
    expect(sent).toEqual(expect.arrayContaining(['GATEWAY_CONFIGURATION', 'AMOUNT_MISMATCH', 'REFUNDED']))
  })

  it('누르면 상점이 듣는다', async () => {
    const { kit, show, failed } = await openResult()
    const onRetry = vi.fn()
    show(<kit.PaymentResult state={failed('DECLINED')} onRetry={onRetry} />)
    fireEvent.click(screen.getByRole('button', { name: '다시 결제하기' }))
    expect(onRetry).toHaveBeenCalledTimes(1)
  })
})

describe('결과를 모를 때', () => {
  it('아직 확인하지 못했다고 말하고 주문번호를 보여 주며, 다시 확인만 할 수 있다', async () => {
    const { kit, show, unconfirmed } = await openResult()
    show(<kit.PaymentResult state={unconfirmed} onRetry={() => {}} onAskAgain={() => {}} />)
    expect(title().textContent).toBe('결제됐는지 아직 확인하지 못했어요')
    expect(
      screen.getByText('결제됐을 수 있어요. 다시 결제하지 말고 잠시 뒤 결과를 다시 확인해 주세요.'),
    ).toBeTruthy()
    expect(rows()).toEqual({ 주문번호: 'order-9' })
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '결제 결과 다시 확인하기',
    ])
  })

  it('다시 확인하는 동안 버튼은 초점을 지키고, 끝나면 초점이 제목으로 간다', async () => {
    const { kit, show, unconfirmed } = await openResult()
    let setState: (state: PaymentState) => void = () => {}
    const asked = vi.fn()
    const Page = () => {
      const [state, set] = useState<PaymentState>(unconfirmed)
      setState = set
      const ask = () => {
        asked()
        set({ status: 'confirming', merchantUid: 'order-9' })
      }
      return <kit.PaymentResult state={state} onAskAgain={ask} />
    }
    show(<Page />)
    const button = screen.getByRole('button')
    button.focus()
    fireEvent.click(button)
    expect([button.isConnected, button.ariaBusy, document.activeElement]).toEqual([true, 'true', button])
    // Only while somebody asks does it say so.
    expect(title().textContent).toBe('결제를 확인하고 있어요')
    expect(rows()).toEqual({ 주문번호: 'order-9' })
    fireEvent.click(button)
    expect(asked).toHaveBeenCalledTimes(1)
    act(() => setState(unconfirmed))
    expect([button.ariaBusy, document.activeElement]).toEqual([null, button])
    expect(title().textContent).toBe('결제됐는지 아직 확인하지 못했어요')
    fireEvent.click(button)
    act(() => setState(paid()))
    expect(document.activeElement).toBe(title())
  })
})

describe('앞서 한 결제의 결과를 모를 때', () => {
  /** The first order's end is unknown, and the buyer presses the button of the second. */
  async function openSecond() {
    const shop = await openResult()
    const { kit, imp, show, pass, server } = shop
    const [first, second] = [orderOf(), orderOf()]
    server(() => null)
    const onRetry = vi.fn()
    let anew = () => {}
    const Second = () => {
      const { state } = kit.usePayment({ merchantUid: second.merchantUid })
      const [key, setKey] = useState(0)
      anew = () => act(() => setKey(key + 1))
      return <kit.PaymentResult key={key} state={state} onRetry={onRetry} />
    }
    show(
      <>
        <kit.TossCheckoutButton order={first}>앞</kit.TossCheckoutButton>
        <kit.TossCheckoutButton order={second} />
        <Second />
      </>,
    )
    fireEvent.click(screen.getByRole('button', { name: '앞' }))
    imp.answer({ imp_uid: 'imp_1' })
    await pass(60_000)
    fireEvent.click(screen.getByRole('button', { name: '55,000원 결제하기' }))
    await pass(60_000)
    const again = () => screen.queryByRole('button', { name: '다시 결제하기' })
    const ask = async (record: PaymentRecord) => {
      server(() => record)
      fireEvent.click(screen.getByRole('button', { name: '결제 결과 다시 확인하기' }))
      await pass()
      // The table of gateway codes is fetched when something has failed.
      await vi.dynamicImportSettled()
      await pass()
    }
    return { ...shop, first, again, ask, onRetry, anew: () => anew() }
  }
  const detail = () => title().nextElementSibling?.textContent

  it('그 결제의 주문번호를 보여 주고 그것을 다시 물으며, 버튼도 다시 결제하자고 하지 않는다', async () => {
    const { first, again, imp } = await openSecond()
    expect(title().textContent).toBe('앞선 결제를 먼저 확인해야 해요')
    expect(detail()).toBe(
      '앞선 주문이 결제됐을 수 있어요. 다시 결제하지 말고 잠시 뒤 결과를 다시 확인해 주세요.',
    )
    expect(rows()).toEqual({ '앞선 주문번호': first.merchantUid })
    expect(again()).toBeNull()
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      '앞',
      '55,000원 결제하기',
      '결제 결과 다시 확인하기',
    ])
    expect(imp.calls).toHaveLength(1)
  })

  it('그 결제가 됐다면 그렇게 말하고, 다시 결제하자고 하지 않는다', async () => {
    const { first, again, ask, asked } = await openSecond()
    await ask(recordOf(first))
    expect(asked.at(-1)?.merchantUid).toBe(first.merchantUid)
    expect(title().textContent).toBe('이 주문은 아직 결제하지 않았어요')
    expect(detail()).toBe('앞선 주문의 결제가 처리됐어요. 같은 주문이라면 다시 결제하지 마세요.')
    expect(rows()).toEqual({ '앞선 주문번호': first.merchantUid })
    expect(again()).toBeNull()
  })

  it('그 결제에서 나간 돈이 없다면 이 주문을 결제할 수 있다', async () => {
    const { first, again, ask, onRetry, anew } = await openSecond()
    await ask(recordOf(first, { status: 'failed', impUid: 'imp_1' }))
    // Hidden and shown again, as by a tab of the page.
    anew()
    expect(detail()).toBe('앞선 주문에서 결제된 금액은 없어요. 이제 결제할 수 있어요.')
    fireEvent.click(again() as HTMLElement)
    expect(onRetry).toHaveBeenCalledTimes(1)
  })
})

describe('돈이 나간 실패를 다시 물으면', () => {
  it('그 주문을 서버에 다시 묻고, 그새 바로잡혔으면 결제된 화면이 된다', async () => {
    const { kit, show, imp, pass, server } = await openResult()
    const order = orderOf()
    server(() => recordOf(order, { amount: 1 }))
    const Page = () => {
      const { state, pay, askAgain } = kit.usePayment()
      return (
        <>
          <button type="button" onClick={() => pay(order)}>
            결제
          </button>
          <kit.PaymentResult state={state} onAskAgain={askAgain} />
        </>
      )
    }
    show(<Page />)
    fireEvent.click(screen.getByRole('button', { name: '결제' }))
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(title().textContent).toBe('결제 내용을 확인해야 해요')
    server(() => recordOf(order))
    fireEvent.click(screen.getByRole('button', { name: '결제 내용 다시 확인하기' }))
    await pass()
    expect(title().textContent).toBe('결제가 완료됐어요')
    expect(imp.calls).toHaveLength(1)
  })
})

describe('가상계좌', () => {
  it('계좌를 보여 주고, 입금되면 결제된 화면이 된다', async () => {
    const { kit, show, server, pass } = await openResult()
    const issued = paidRecord({
      status: 'ready',
      paidAt: undefined,
      card: undefined,
      payMethod: 'vbank',
      virtualAccount: { bankCode: '088', bankName: '신한은행', number: '1234567890', holder: null, dueAt: 0 },
    })
    server(() => issued)
    const { container } = show(
      <kit.PaymentResult
        state={{ status: 'awaiting-deposit', merchantUid: 'order-paid', payment: issued }}
      />,
    )
    await pass()
    expect(title().textContent).toBe('계좌로 입금해 주세요')
    expect(title().nextElementSibling?.textContent).toBe(
      '아직 결제되지 않았어요. 입금이 확인되면 결제가 완료돼요.',
    )
    const panel = within(screen.getByRole('group', { name: '입금할 계좌' }))
    expect(panel.getByRole('heading', { level: 3 })).toBeTruthy()
    panel.getByRole('button', { name: '계좌번호 복사' }).focus()
    server(() => ({ ...issued, status: 'paid' }))
    await pass(5_100)
    expect(title().textContent).toBe('결제가 완료됐어요')
    expect(container.querySelector<HTMLElement>('[data-tc]')?.dataset.state).toBe('paid')
    expect(document.activeElement).toBe(title())
    expect(rows()).toMatchObject({ '결제 수단': '가상계좌', '결제 금액': '55,000원' })
  })
})

describe('더 입금하면 안 될 때는 입금하라는 말이 남지 않는다', () => {
  it.each([
    ['기한이 지나면', {}, '입금 기한이 지났어요', '가상계좌'],
    ['계좌가 쓰이지 않게 되면', { status: 'failed' }, '입금 전에 취소된 결제예요', '이 계좌로 보내지 마세요'],
    [
      '금액이 다른 입금이면',
      { status: 'paid', amount: 1_000 },
      '결제 내용을 확인해야 해요',
      '입금 내용이 주문과 달라요',
    ],
  ] as const)('%s 제목도 바뀌고, 같은 말도 주문번호도 한 번만 나온다', async (_, later, heading, below) => {
    const { kit, show, server, pass } = await openResult()
    const virtualAccount = {
      ...{ bankCode: '088', bankName: '신한은행', number: '1234567890', holder: null },
      dueAt: Math.floor(Date.now() / 1000) + 60,
    }
    const issued = recordOf(orderOf(), { status: 'ready', payMethod: 'vbank', virtualAccount })
    server(() => issued)
    const { merchantUid } = issued
    show(<kit.PaymentResult state={{ status: 'awaiting-deposit', merchantUid, payment: issued }} />)
    await pass()
    expect(title().textContent).toBe('계좌로 입금해 주세요')
    server(() => ({ ...issued, ...later }))
    await pass(65_000)
    expect(title().textContent).toBe(heading)
    expect(screen.queryByText(/입금해 주세요|1234 567890/)).toBeNull()
    expect(screen.getByText(/보내지 마세요|더 보내지 말고/)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(below)
    expect(screen.getAllByText(merchantUid)).toHaveLength(1)
    expect(document.querySelectorAll('[data-tc-part="mark"]')).toHaveLength(1)
    // Said as it happens, and not only where a buyer happens to look.
    expect(title().querySelector('[aria-live="polite"]')?.textContent).toBe(heading)
  })
})

describe('모양', () => {
  it('누르기 전에는 아무것도 그리지 않고, autoFocus면 결과의 제목으로 초점이 간다', async () => {
    const { kit, show, settings } = await openResult()
    const ref = createRef<HTMLElement>()
    const page = (state: PaymentState) => (
      <kit.TossCheckoutProvider {...settings}>
        <input aria-label="메모" />
        <kit.PaymentResult
          ref={ref}
          state={state}
          autoFocus
          id="result"
          className="mine"
          slots={{
            mark: () => null,
            actions: ({ status }) => <a href="/orders">{status} 주문 보기</a>,
          }}
        />
      </kit.TossCheckoutProvider>
    )
    const { rerender } = show(null)
    rerender(page({ status: 'idle' }))
    expect(screen.queryByRole('heading')).toBeNull()
    rerender(page({ status: 'confirming', merchantUid: 'order-9' }))
    expect(document.activeElement).toBe(document.body)
    rerender(page(paid()))
    expect(document.activeElement).toBe(title())
    expect(ref.current).toMatchObject({ id: 'result', className: 'mine' })
    expect(ref.current?.dataset).toMatchObject({ tc: 'payment-result', state: 'paid', tone: 'success' })
    expect(screen.getByRole('group', { name: '결제가 완료됐어요' })).toBe(ref.current)
    expect(screen.getByRole('link', { name: 'paid 주문 보기' })).toBeTruthy()
  })
})
