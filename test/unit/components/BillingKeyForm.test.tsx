import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardFormOutcome } from '../../../src/index.js'
import { closeShop, openShop, type Shop } from '../openShop.js'

const typed = { cardNumber: '4518123456789012', expiry: '0930', birth: '880508', pwd2digit: '12' }
const registered = {
  customerUid: 'member-7_1',
  merchantUid: null,
  impUid: null,
  status: 'registered',
  card: { code: '366', name: '신한카드', number: '4518-****-****-9012' },
}
let post: ReturnType<typeof vi.fn<typeof fetch>>

beforeEach(() => {
  post = vi.fn<typeof fetch>(async () => Response.json(registered))
  vi.stubGlobal('fetch', post)
})
afterEach(() => {
  vi.unstubAllGlobals()
  closeShop()
})

const labels = {
  cardNumber: '카드 번호',
  expiry: '유효기간',
  birth: '생년월일',
  pwd2digit: '비밀번호 앞 두 자리',
} as const
const field = (name: keyof typeof labels) => screen.getByLabelText<HTMLInputElement>(labels[name])
const fill = (values: Partial<typeof typed> = typed) => {
  for (const [name, value] of Object.entries(values)) {
    fireEvent.input(field(name as keyof typeof labels), { target: { value } })
  }
}
const send = () => fireEvent.click(screen.getByRole('button', { name: /등록/ }))
const form = () => screen.getByRole('form')
const problem = (name: keyof typeof labels) =>
  (field(name).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .at(-1)

function show(shop: Shop, more: object = {}) {
  const ends: CardFormOutcome[] = []
  const { BillingKeyRegister, TossCheckoutProvider } = shop.kit
  const told = (end: CardFormOutcome) => void ends.push(end)
  const view = shop.show(
    <TossCheckoutProvider merchantCode="imp00000000" redirectUrl="/done" endpoint="/api/checkout">
      <BillingKeyRegister method="form" onRegistered={told} onFailed={told} onUnconfirmed={told} {...more} />
    </TossCheckoutProvider>,
  )
  return { ...view, ends }
}

describe('카드 양식', () => {
  it('입력한 카드를 한 번만, 서버가 받는 모양으로 보낸다', async () => {
    const shop = await openShop()
    const { ends } = show(shop)
    fill()
    send()
    send()
    await shop.pass()
    expect(post).toHaveBeenCalledTimes(1)
    const [address, request] = post.mock.calls[0] as [string, RequestInit]
    expect(address).toBe('/api/checkout/register-billing-key')
    expect(JSON.parse(String(request.body))).toEqual({
      cardNumber: '4518123456789012',
      expiry: '2030-09',
      birth: '880508',
      pwd2digit: '12',
    })
    expect(request).toMatchObject({
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      credentials: 'include',
    })
    expect(ends).toMatchObject([{ status: 'registered', billingKey: { customerUid: 'member-7_1' } }])
    expect(form().dataset.state).toBe('registered')
    expect(screen.getByText('카드를 등록했어요')).toBeTruthy()
    // Nobody is invited to register the same card again; what was to come is over.
    expect(screen.getByRole('button').textContent).toBe('다른 카드 등록하기')
    expect(screen.queryByText(/지금 결제되는 금액은 없어요/)).toBeNull()
  })

  it.each([false, true])(
    '등록하면 칸 대신 어떤 카드인지 보이고, 초점이 그리로 가서 한 번만 말한다 (StrictMode: %s)',
    async (strict) => {
      const shop = await openShop()
      const { BillingKeyForm } = shop.kit
      shop.show(<BillingKeyForm action="/cards" />, { endpoint: undefined }, strict)
      fill()
      screen.getByRole('button').focus()
      send()
      await shop.pass()
      expect(form().querySelectorAll('input')).toHaveLength(0)
      const result = screen.getByRole('group', { name: '카드를 등록했어요' })
      expect(document.activeElement).toBe(result)
      const described = document.getElementById(result.getAttribute('aria-describedby') ?? '')
      expect(described?.textContent).toBe('신한카드 끝자리\u00a09012')
      expect(within(form()).getByRole('status').textContent).toBe('')
    },
  )

  it('그동안 다른 곳으로 간 사람의 초점은 빼앗지 않고 조용히 말한다', async () => {
    const shop = await openShop()
    const { BillingKeyForm } = shop.kit
    shop.show([<BillingKeyForm key="form" action="/cards" />, <input key="memo" aria-label="메모" />])
    fill()
    send()
    screen.getByRole('textbox', { name: '메모' }).focus()
    await shop.pass()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '메모' }))
    expect(within(form()).getByRole('status').textContent).toBe('카드를 등록했어요 신한카드 끝자리\u00a09012')
  })

  it('다른 카드를 등록하려면 빈 양식이 돌아오고 첫 칸에 초점이 있으며, 동의도 다시 받는다', async () => {
    const shop = await openShop()
    show(shop, { consents: [{ id: 'terms', label: '자동결제 약관', href: '/terms' }] })
    fill()
    fireEvent.click(screen.getByRole('checkbox'))
    send()
    await shop.pass()
    fireEvent.click(screen.getByRole('button', { name: '다른 카드 등록하기' }))
    expect(document.activeElement).toBe(field('cardNumber'))
    expect((Object.keys(labels) as (keyof typeof labels)[]).map((name) => field(name).value).join('')).toBe(
      '',
    )
    expect(screen.queryByText('Visa')).toBeNull()
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false)
    expect([form().dataset.state, screen.getByRole('button').textContent]).toEqual([
      'editing',
      '카드 등록하기',
    ])
    expect(screen.queryByText(/입력해 주세요/)).toBeNull()
    fill()
    fireEvent.click(screen.getByRole('checkbox'))
    send()
    await shop.pass()
    expect(post).toHaveBeenCalledTimes(2)
    expect(form().dataset.state).toBe('registered')
  })

  it('카드 번호를 네 자리씩, 아멕스는 4-6-5로 끊어 보이고 브랜드를 말한다', async () => {
    const shop = await openShop()
    show(shop)
    fill({ cardNumber: '4518-1234 56789012' })
    expect(field('cardNumber').value).toBe('4518 1234 5678 9012')
    expect(screen.getByText('Visa')).toBeTruthy()
    fill({ cardNumber: '378282246310005' })
    expect(field('cardNumber').value).toBe('3782 822463 10005')
    expect(screen.getByText('American Express')).toBeTruthy()
  })

  it('가운데 숫자를 고쳐도 커서가 끝으로 튀지 않는다', async () => {
    const shop = await openShop()
    show(shop)
    const number = field('cardNumber')
    number.value = '45918 1234'
    number.setSelectionRange(3, 3)
    fireEvent.input(number)
    expect(number.value).toBe('4591 8123 4')
    expect(number.selectionStart).toBe(3)
  })

  it.each([
    ['cardNumber', '', '카드 번호를 입력해 주세요.'],
    ['cardNumber', '4518', '카드 번호를 끝까지 입력해 주세요.'],
    ['cardNumber', '4518123456789011', '카드 번호가 맞는지 확인해 주세요.'],
    ['expiry', '13/30', '유효기간을 월/년으로 입력해 주세요. 예: 09 / 30'],
    ['expiry', '0920', '유효기간이 지난 카드예요. 다른 카드를 등록해 주세요.'],
    ['birth', '9001', '생년월일은 6자리, 사업자등록번호는 10자리로 입력해 주세요.'],
    ['birth', '901332', '생년월일이 맞는지 확인해 주세요.'],
    ['pwd2digit', '1', '비밀번호 앞 두 자리를 모두 입력해 주세요.'],
  ] as const)(
    '%s에 "%s": 그 칸에 "%s"라고 말하고 보내지 않으며, 입력한 것은 남긴다',
    async (name, value, said) => {
      const shop = await openShop()
      show(shop)
      fill({ ...typed, [name]: value })
      send()
      expect(problem(name)).toBe(said)
      expect(field(name).getAttribute('aria-invalid')).toBe('true')
      expect(document.activeElement).toBe(field(name))
      expect(post).not.toHaveBeenCalled()
      const other = name === 'birth' ? 'pwd2digit' : 'birth'
      expect(field(other).value).toBe(typed[other])
    },
  )

  it.each(['09 / 30', '9/30', '09/2030', '2030-09', '2030.09', '0930'])(
    '유효기간 "%s"를 2030년 9월로 읽는다',
    async (expiry) => {
      const shop = await openShop()
      show(shop)
      fill({ ...typed, expiry })
      send()
      expect(JSON.parse(String(post.mock.calls[0]?.[1]?.body))).toMatchObject({ expiry: '2030-09' })
    },
  )

  it('샌드박스의 시험 카드는 알려 준 때에만 받는다', async () => {
    const shop = await openShop()
    const sample = { ...typed, cardNumber: '1234-1234-1234-1234', expiry: '2019-12' }
    const view = show(shop)
    fill(sample)
    send()
    expect(post).not.toHaveBeenCalled()
    view.unmount()
    show(shop, { testCards: ['1234123412341234'] })
    fill(sample)
    send()
    expect(post).toHaveBeenCalledTimes(1)
  })

  it('필수 약관에 동의하지 않으면 보내지 않고 그 칸으로 간다', async () => {
    const shop = await openShop()
    show(shop, { consents: [{ id: 'terms', label: '전자금융거래 약관', href: '/terms' }] })
    fill()
    send()
    expect(post).not.toHaveBeenCalled()
    const consent = screen.getByRole('checkbox', { name: /전자금융거래 약관/ })
    expect(document.activeElement).toBe(consent)
    expect(screen.getByText('필수 약관에 동의해 주세요.')).toBeTruthy()
    expect(screen.getByRole('link').getAttribute('href')).toBe('/terms')
    fireEvent.click(consent)
    send()
    expect(post).toHaveBeenCalledTimes(1)
  })

  it('처음 누를 때 빈칸과 동의를 모두 짚고, 화면의 첫 칸으로 가며, 고친 것부터 지워진다', async () => {
    const shop = await openShop()
    const consents = [
      { id: 'terms', label: '자동결제 약관', href: '/terms' },
      { id: 'privacy', label: '개인정보 이용', href: '/privacy' },
      { id: 'news', label: '새 소식', href: '/news', required: false },
    ]
    show(shop, { consents })
    send()
    expect((Object.keys(labels) as (keyof typeof labels)[]).map(problem)).toEqual([
      '카드 번호를 입력해 주세요.',
      '유효기간을 입력해 주세요.',
      '생년월일이나 사업자등록번호를 입력해 주세요.',
      '비밀번호 앞 두 자리를 입력해 주세요.',
    ])
    const boxes = () => screen.getAllByRole('checkbox').map((each) => each.getAttribute('aria-invalid'))
    expect(boxes()).toEqual(['true', 'true', null])
    /** What stands beside each consent, and is read with it. */
    const missing = () =>
      screen.getAllByRole('checkbox').map((each) => {
        const said = document.getElementById(each.getAttribute('aria-describedby') ?? '')
        return said && each.closest('[data-tc-part="consent"]')?.contains(said) ? said.textContent : null
      })
    const wanted = '필수 약관에 동의해 주세요.'
    expect(missing()).toEqual([wanted, wanted, null])
    expect(document.activeElement).toBe(field('cardNumber'))
    // One voice at a time: the field that has the focus is read with its problem.
    expect(within(form()).getByRole('alert').textContent).toBe('')
    expect(post).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('checkbox', { name: /자동결제 약관/ }))
    expect(boxes()).toEqual([null, 'true', null])
    expect(missing()).toEqual([null, wanted, null])
    fireEvent.click(screen.getByRole('checkbox', { name: /개인정보 이용/ }))
    expect(missing()).toEqual([null, null, null])
    fill()
    send()
    expect(post).toHaveBeenCalledTimes(1)
  })

  it('보내는 중에 한 번 더 눌러도, 동의를 지웠어도 아무 일이 없다', async () => {
    post.mockImplementation(() => new Promise(() => {}))
    const shop = await openShop()
    show(shop, { consents: [{ id: 'terms', label: '자동결제 약관', href: '/terms' }] })
    fill()
    fireEvent.click(screen.getByRole('checkbox'))
    send()
    fireEvent.click(screen.getByRole('checkbox'))
    send()
    expect(form().dataset.state).toBe('sending')
    expect(screen.queryByText('필수 약관에 동의해 주세요.')).toBeNull()
    expect(post).toHaveBeenCalledTimes(1)
  })

  it('거절되면 무엇을 확인할지 말하고, 비운 칸을 다시 채우라고 한다', async () => {
    post.mockImplementation(async () => Response.json({ code: 'CARD_REFUSED' }, { status: 422 }))
    const shop = await openShop()
    show(shop)
    fill()
    send()
    await shop.pass()
    expect(
      screen.getByText(
        '카드 정보가 맞지 않아요. 카드 번호, 유효기간, 생년월일, 비밀번호를 확인하고 다시 입력해 주세요.',
      ),
    ).toBeTruthy()
    expect(field('cardNumber').value).toBe('')
  })

  it('응답이 사라지면 목록을 보라고 하고, 버튼은 다시 등록한다고 말하며, 등록될 때까지 그 말을 거두지 않는다', async () => {
    post.mockImplementationOnce(async () => Promise.reject(new TypeError('lost')))
    const shop = await openShop()
    const { ends } = show(shop)
    fill()
    send()
    await shop.pass()
    const unsure =
      /^카드가 등록됐을 수 있어요. 다시 등록하기 전에 등록한 카드 목록에서 확인해 주세요. .*결제된 금액은 없어요.$/
    expect(ends).toMatchObject([
      { status: 'unconfirmed', error: { buyerMessage: expect.stringMatching(unsure) } },
    ])
    expect(screen.getByText(unsure)).toBeTruthy()
    expect(screen.getByRole('button').textContent).toBe('다시 등록하기')
    // Not the first thing to do: it looks as every button does behind an unknown end.
    expect(screen.getByRole('button').dataset.state).toBe('unconfirmed')
    // Pressed with empty fields: what may have happened is still true.
    send()
    expect(problem('cardNumber')).toBe('카드 번호를 입력해 주세요.')
    expect(screen.getByText(unsure)).toBeTruthy()
    expect(screen.getByRole('button').textContent).toBe('다시 등록하기')
    fill()
    send()
    await shop.pass()
    expect(form().dataset.state).toBe('registered')
    expect(screen.queryByText(unsure)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '다른 카드 등록하기' }))
    send()
    expect(problem('cardNumber')).toBe('카드 번호를 입력해 주세요.')
    expect(screen.queryByText(unsure)).toBeNull()
    expect(screen.getByRole('button').textContent).toBe('카드 등록하기')
  })

  it('응답이 사라진 뒤에는 목록을 다시 읽어 그 카드를 보일 수 있다', async () => {
    const cards: object[] = []
    post.mockImplementation(async (address) => {
      if (String(address).endsWith('/billing-keys')) return Response.json(cards)
      cards.push(registered)
      throw new TypeError('lost')
    })
    const shop = await openShop()
    const { BillingKeyList, BillingKeyRegister, TossCheckoutProvider, useBillingKeys } = shop.kit
    function Page() {
      const keys = useBillingKeys()
      return (
        <>
          <BillingKeyList keys={keys} />
          <BillingKeyRegister method="form" onUnconfirmed={keys.refresh} />
        </>
      )
    }
    shop.show(
      <TossCheckoutProvider merchantCode="imp00000000" redirectUrl="/done" endpoint="/api/checkout">
        <Page />
      </TossCheckoutProvider>,
    )
    await shop.pass(10)
    expect(screen.getByText('등록한 카드가 없어요.')).toBeTruthy()
    fill()
    fireEvent.click(screen.getByRole('button', { name: '카드 등록하기' }))
    await shop.pass(10)
    expect(screen.getByText('신한카드 끝자리 9012')).toBeTruthy()
  })

  it.each([
    [
      '거절되면 실패',
      async () => Response.json({ code: 'CARD_REFUSED' }, { status: 422 }),
      'failed',
      'CARD_DATA_INVALID',
    ],
    [
      '상점 설정 문제면 실패',
      async () => Response.json({ code: 'NOT_SIGNED_IN' }, { status: 401 }),
      'failed',
      'GATEWAY_CONFIGURATION',
    ],
    [
      '서버가 500이면 모름',
      async () => Response.json({}, { status: 500 }),
      'unconfirmed',
      'CONFIRM_UNREACHABLE',
    ],
    [
      '응답이 사라지면 모름',
      async () => Promise.reject(new TypeError('lost')),
      'unconfirmed',
      'CONFIRM_UNREACHABLE',
    ],
    ['알 수 없는 답이면 모름', async () => Response.json({ hello: 1 }), 'unconfirmed', 'CONFIRM_REJECTED'],
  ] as const)('%s: 그렇게 끝나고, 저절로 다시 보내지 않는다', async (_, answer, status, code) => {
    post.mockImplementation(answer)
    const shop = await openShop()
    const { ends } = show(shop)
    fill()
    send()
    await shop.pass(120_000)
    expect(ends).toMatchObject([{ status, error: { code } }])
    expect(post).toHaveBeenCalledTimes(1)
    expect(screen.getAllByRole('alert').some(({ textContent }) => /카드/.test(textContent ?? ''))).toBe(true)
  })

  it('보낸 뒤에는 칸을 비우고, 화면을 떠날 때에도 비운다', async () => {
    const shop = await openShop()
    const view = show(shop)
    fill()
    const kept = (['cardNumber', 'expiry', 'birth', 'pwd2digit'] as const).map(field)
    send()
    expect(kept.map(({ value }) => value)).toEqual(['', '', '', ''])
    await shop.pass()
    fireEvent.click(screen.getByRole('button', { name: '다른 카드 등록하기' }))
    fill()
    const typedAnew = (['cardNumber', 'expiry', 'birth', 'pwd2digit'] as const).map(field)
    view.unmount()
    expect([...kept, ...typedAnew].map(({ value }) => value).join('')).toBe('')
  })

  it('페이지를 떠나면 보내지 않았어도 칸을 비운다: 뒤로 가기로 돌아온 다음 사람은 보지 못한다', async () => {
    const shop = await openShop()
    show(shop)
    fill()
    fireEvent(window, new PageTransitionEvent('pagehide', { persisted: true }))
    const fields = (['cardNumber', 'expiry', 'birth', 'pwd2digit'] as const).map(field)
    expect(fields.map(({ value }) => value)).toEqual(['', '', '', ''])
    expect(screen.queryByText('Visa')).toBeNull()
  })

  it('http로 열린 페이지에서는 https로도 보내지 않는다', async () => {
    const shop = await openShop()
    const { ends } = show(shop, { action: 'https://shop.example/cards' })
    vi.stubGlobal('location', new URL('http://shop.example/membership'))
    fill()
    send()
    expect(post).not.toHaveBeenCalled()
    expect(ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_PROVIDER', charged: 'no' } }])
    expect(field('cardNumber').value).toBe('')
  })

  it.each(['http://shop.example/cards', 'http://'])(
    'https가 아닌 곳(%s)으로는 보내지 않는다',
    async (action) => {
      const shop = await openShop()
      const { ends } = show(shop, { action })
      fill()
      send()
      expect(post).not.toHaveBeenCalled()
      expect(ends).toMatchObject([{ status: 'failed', error: { code: 'INVALID_PROVIDER', charged: 'no' } }])
      expect(field('cardNumber').value).toBe('')
    },
  )

  it('카드 정보는 저장소, 주소, 콘솔, 오류, 화면 어디에도 남지 않는다', async () => {
    const said: unknown[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void said.push(...words))
    }
    post.mockImplementation(async () => Promise.reject(new TypeError(`lost ${typed.cardNumber}`)))
    const shop = await openShop()
    const { ends, container } = show(shop)
    fill()
    send()
    await shop.pass(60_000)
    const everything = [
      JSON.stringify({ ...localStorage, ...sessionStorage }),
      JSON.stringify(history.state),
      location.href,
      document.cookie,
      container.innerHTML,
      said.map((each) => `${each} ${(each as Error)?.stack}`).join(),
      ends
        .map(
          (each) =>
            `${JSON.stringify(each)} ${'error' in each && each.error.stack} ${'error' in each && each.error.cause}`,
        )
        .join(),
    ].join('\n')
    expect(ends).toHaveLength(1)
    for (const secret of [typed.cardNumber, '4518 1234', '2030-09', typed.birth]) {
      expect(everything).not.toContain(secret)
    }
  })

  it('휴대폰 자판과 자동 완성에 맞는 칸이다', async () => {
    const shop = await openShop()
    show(shop)
    expect(field('cardNumber')).toMatchObject({ autocomplete: 'cc-number', inputMode: 'numeric' })
    expect(field('expiry')).toMatchObject({ autocomplete: 'cc-exp', inputMode: 'numeric' })
    expect(field('pwd2digit')).toMatchObject({ autocomplete: 'off', type: 'password', maxLength: 2 })
  })
})
