import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => {
  vi.restoreAllMocks()
  closeShop()
})
const button = () => screen.getByRole('button')
const press = () => fireEvent.click(button())
const spoken = () => [screen.getByRole('status').textContent, screen.getByRole('alert').textContent]
const silence = () => vi.spyOn(console, 'error').mockImplementation(() => {})

describe('스크립트를 미리 부른다', () => {
  it('StrictMode의 공급자 둘, 버튼 셋도 스크립트 하나, init 하나다', async () => {
    const { kit, show, imp, pass } = await openShop({ warm: false })
    const buttons = [1, 2, 3].map((n) => <kit.TossCheckoutButton key={n} order={orderOf()} />)
    show(buttons, {}, true)
    show(buttons, {}, true)
    expect(document.querySelectorAll('script')).toHaveLength(1)
    window.IMP = imp
    document.querySelector('script')?.dispatchEvent(new Event('load'))
    await pass()
    expect(imp.inits).toEqual([['imp00000000']])
  })

  it('다른 가맹점 코드의 두 번째 공급자는 오류를 듣고, 눌러도 결제창을 열지 않는다', async () => {
    silence()
    const { kit, show, imp, pass, ends } = await openShop()
    const onError = vi.fn()
    show(null)
    show(<kit.TossCheckoutButton order={orderOf()} />, { merchantCode: 'imp99999999', onError })
    await pass()
    expect(onError.mock.calls).toMatchObject([[{ code: 'MERCHANT_CODE_CONFLICT' }]])
    press()
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'MERCHANT_CODE_CONFLICT' } }])
    expect([imp.inits, imp.calls]).toEqual([[['imp00000000']], []])
  })
})

describe('QueryClient', () => {
  it('앱의 것이 있으면 그것으로 묻고, 없으면 제 것으로 묻는다', async () => {
    for (const has of [true, false]) {
      const { kit, imp, pass, server, settings } = await openShop()
      const client = new QueryClient()
      const fetchQuery = vi.spyOn(client, 'fetchQuery')
      const order = orderOf()
      const page = (
        <kit.TossCheckoutProvider {...settings}>
          <kit.TossCheckoutButton order={order} />
        </kit.TossCheckoutProvider>
      )
      render(has ? <QueryClientProvider client={client}>{page}</QueryClientProvider> : page)
      server(() => recordOf(order))
      press()
      imp.answer({ imp_uid: 'imp_1' })
      await pass()
      expect(button().dataset.state).toBe('paid')
      expect(fetchQuery).toHaveBeenCalledTimes(has ? 1 : 0)
      await pass(1)
      expect(client.getQueryCache().getAll()).toEqual([])
    }
  })
})

describe('읽어 주는 말', () => {
  it('단계는 차례로 status에, 실패는 alert에 나온다', async () => {
    const { kit, show, imp, pass, server } = await openShop({ warm: false })
    let answer = (_: unknown) => {}
    const order = orderOf()
    server(() => new Promise((resolve) => (answer = resolve)))
    show(<kit.TossCheckoutButton order={order} />)
    const heard = [spoken()]
    press()
    heard.push(spoken())
    window.IMP = imp
    document.querySelector('script')?.dispatchEvent(new Event('load'))
    await pass()
    heard.push(spoken())
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    heard.push(spoken())
    answer(recordOf(order, { amount: 1 }))
    await pass()
    heard.push(spoken())
    expect(heard).toEqual([
      ['', ''],
      ['결제를 준비하고 있어요', ''],
      ['결제창에서 진행해 주세요', ''],
      ['결제를 확인하고 있어요', ''],
      ['', '결제는 됐지만 내용이 주문과 달라요. 다시 결제하지 말고 상점에 문의해 주세요.'],
    ])
  })

  it('영어는 필요할 때 불러오고, messages={en}이면 기다리지 않는다', async () => {
    for (const messages of [undefined, 'en'] as const) {
      const { kit, show } = await openShop()
      vi.useRealTimers()
      show(<kit.TossCheckoutButton order={orderOf()} />, { locale: 'en', messages: messages && kit.en })
      if (messages) expect(button().textContent).toBe('Pay ₩55,000')
      await vi.waitFor(() => expect(button().textContent).toBe('Pay ₩55,000'))
    }
  })

  it('상점이 바꾼 말 하나만 바뀌고, 결제창의 언어도 따라간다', async () => {
    const { kit, show, imp } = await openShop()
    const messages = { ...kit.en, pay: (price: string) => `Buy for ${price}` }
    show(<kit.TossCheckoutButton order={orderOf()} />, { locale: 'en', messages })
    expect(button().textContent).toBe('Buy for ₩55,000')
    press()
    expect(imp.calls[0]?.locale).toBe('en')
    expect(spoken()).toEqual(['Continue in the window', ''])
  })

  it('다른 금액으로 발급된 계좌는 돈이 나갔다고 말하지 않는다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    const order = orderOf()
    const virtualAccount = { bankCode: '04', bankName: '국민', number: '123', holder: null, dueAt: 1 }
    server(() => recordOf(order, { status: 'ready', amount: 1, virtualAccount }))
    show(<kit.TossCheckoutButton order={order} />)
    press()
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(spoken()[1]).toContain('결제된 금액은 없어요')
  })

  it('구매자가 읽는 오류 문장도 상점이 바꾼 말이다', async () => {
    const { kit, show, ends } = await openShop()
    show(<kit.TossCheckoutButton order={orderOf({ amount: 0 })} />, {
      messages: { shopProblem: '고객센터로!' },
    })
    press()
    expect(ends).toMatchObject([{ error: { buyerMessage: '고객센터로!' } }])
    expect(spoken()).toEqual(['', '고객센터로!'])
  })
})

describe('던지는 상점 코드', () => {
  it('핸들러와 onError까지 던져도 나머지는 듣고, 오류는 한 번씩 보고된다', async () => {
    const { kit, show, imp, pass, server } = await openShop()
    const reported = vi.fn()
    vi.stubGlobal('reportError', reported)
    const order = orderOf()
    const thrown = new Error('onPaid')
    const [onError, onSettled, ofButton] = [vi.fn(), vi.fn(), vi.fn()]
    server(() => recordOf(order))
    const onPaid = () => {
      throw thrown
    }
    show(<kit.TossCheckoutButton order={order} onPaid={onPaid} onSettled={ofButton} />, {
      onError,
      onSettled,
    })
    press()
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(button().dataset.state).toBe('paid')
    for (const each of [onSettled, ofButton]) expect(each).toHaveBeenCalledTimes(1)
    expect(onError.mock.calls).toEqual([[thrown]])
    expect(reported.mock.calls).toEqual([[thrown]])
    vi.unstubAllGlobals()
  })
})

describe('서버에 물을 길', () => {
  it('endpoint도 confirm도 없으면, 눌러도 결제창을 열지 않는다', async () => {
    silence()
    const { kit, show, imp } = await openShop()
    show(<kit.TossCheckoutButton order={orderOf()} />, { confirm: undefined })
    press()
    expect(imp.calls).toEqual([])
  })

  it('그래도 열렸다면 "결제되지 않았다"고 하지 않는다', async () => {
    silence()
    const { kit, show, imp, pass, ends } = await openShop()
    show(<kit.TossCheckoutButton order={orderOf()} />, { confirm: undefined })
    press()
    imp.answer({ imp_uid: 'imp_1' })
    await pass()
    expect(ends).not.toMatchObject([{ error: { charged: 'no' }, status: 'unconfirmed' }])
  })
})
