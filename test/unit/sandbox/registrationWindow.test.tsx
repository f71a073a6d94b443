import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import { testCards } from '../../../src/sandbox/rules/testCards.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'
import { PaymentWindow } from '../../../src/sandbox/window/PaymentWindow.js'
import { makeParts } from './iamportParts.js'

afterEach(cleanup)

function open(params: RequestPayParams = {}, given?: SandboxOptions) {
  const parts = makeParts(given)
  const opened = parts.gateway.open(
    { merchant_uid: 'card-1', name: '모과 정기배송', amount: 0, customer_uid: 'member-7', ...params },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error(JSON.stringify(opened.response))
  const onEnd = vi.fn()
  const approve = vi.spyOn(parts.desk, 'approve')
  render(<PaymentWindow offer={opened.offer} parts={parts} onEnd={onEnd} />)
  return { parts, onEnd, approve, impUid: opened.offer.impUid }
}

const labels = ['카드 번호', '유효기간', '생년월일 또는 사업자등록번호', '비밀번호 앞 두 자리'] as const
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } })
const fill = (values: readonly string[] = ['4242424242424242', '1299', '820213', '97']) => {
  labels.forEach((name, index) => {
    type(name, values[index] ?? '')
  })
}
const agree = () => fireEvent.click(screen.getByRole('checkbox', { name: '전체 동의' }))
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const send = () => fireEvent.click(button('카드 등록하기'))

describe('카드 등록 창', () => {
  test('결제가 아니라고 말한다: 금액은 보일 뿐이고 버튼에 금액이 없다', () => {
    open({ amount: 9_900 })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('카드 등록')
    expect(
      screen.getByText('이 창에서는 카드만 등록해요. 결제는 등록한 뒤 상점이 안내한 대로 진행돼요.'),
    ).toBeTruthy()
    expect(screen.getByText('9,900원').textContent).toBe('표시 금액 9,900원')
    expect(screen.queryByText(/결제되는 금액은 없어요/)).toBeNull()
    const presses = [...document.querySelectorAll('.actions button')].map((each) => each.textContent)
    expect(presses).toEqual(['취소', '카드 등록하기'])
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.queryByText(/할부/)).toBeNull()
  })

  test('보일 금액이 없으면 0원이라고도 하지 않는다', () => {
    open()
    expect(screen.getByText('이 창에서는 카드만 등록해요. 결제되는 금액은 없어요.')).toBeTruthy()
    expect(screen.queryByText(/표시 금액|0원/)).toBeNull()
  })

  test('입력한 카드가 게이트웨이의 모양으로 한 번만 간다', async () => {
    const { approve, onEnd, impUid } = open()
    fill()
    agree()
    const form = button('카드 등록하기').closest('form')
    if (!form) throw new Error('no form')
    fireEvent.submit(form)
    fireEvent.submit(form)
    await waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1))
    const card = { number: '4242-4242-4242-4242', expiry: '2099-12', birth: '820213', pwd2digit: '97' }
    expect(approve.mock.calls).toEqual([[impUid, { method: 'billing', card }]])
    expect(onEnd.mock.lastCall?.[0]).toEqual({ imp_uid: impUid, merchant_uid: 'card-1' })
  })

  test.each([
    ['4242424242424242', '4242 4242 4242 4242'],
    ['4242-4242-4242-4242', '4242 4242 4242 4242'],
    ['378282246310005', '3782 822463 10005'],
    ['42a42', '4242'],
  ])('번호 "%s"를 "%s"로 끊어 보인다', (typed, shown) => {
    open()
    type('카드 번호', typed)
    expect(field('카드 번호').value).toBe(shown)
  })

  test('가운데를 고칠 때에는 다시 끊지 않아 커서가 튀지 않는다', () => {
    open()
    const number = field('카드 번호')
    number.value = '42142 4242'
    number.setSelectionRange(3, 3)
    fireEvent.input(number)
    expect([number.value, number.selectionStart]).toEqual(['42142 4242', 3])
  })

  test.each([
    ['09 / 30', '2030-09'],
    ['0930', '2030-09'],
    ['09/2030', '2030-09'],
    ['2030-09', '2030-09'],
  ])('유효기간 "%s"를 %s로 읽는다', async (typed, expiry) => {
    const { approve } = open()
    fill(['4242424242424242', typed, '820213', '97'])
    agree()
    send()
    await waitFor(() => expect(approve).toHaveBeenCalled())
    expect(approve.mock.lastCall?.[1]).toMatchObject({ card: { expiry } })
  })

  test.each([
    [0, '4242', '카드 번호를 끝까지 입력해 주세요.'],
    [1, '1330', '유효기간을 월 / 년으로 입력해 주세요. 예: 09 / 30'],
    [2, '1982', '생년월일 6자리나 사업자등록번호 10자리를 입력해 주세요.'],
    [3, '9', '카드 비밀번호 앞 두 자리를 입력해 주세요.'],
  ])('%i번째 칸이 "%s"이면 보내지 않고, 무엇인지 말하며 그 칸으로 데려간다', async (index, value, said) => {
    const { approve } = open()
    const values = ['4242424242424242', '1299', '820213', '97']
    values[index] = value
    fill(values)
    agree()
    send()
    expect(screen.getByRole('alert').textContent).toBe(said)
    const wrong = field(labels[index] ?? '')
    expect(document.activeElement).toBe(wrong)
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    const described = (wrong.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent)).toContain(said)
    type(labels[index] ?? '', `${value}1`)
    expect(screen.getByRole('alert').textContent).toBe('')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(approve).not.toHaveBeenCalled()
  })

  test('약관에 모두 동의해야 보낸다', () => {
    open()
    fill()
    send()
    expect(screen.getByRole('alert').textContent).toBe('약관에 모두 동의해 주세요.')
    fireEvent.click(screen.getByText('약관 보기'))
    expect(screen.getByRole('checkbox', { name: '자동결제를 위한 카드 등록 (필수)' })).toBeTruthy()
  })

  test('시험 카드는 한 번 눌러 채운다', async () => {
    const { onEnd } = open()
    send()
    expect(screen.getByRole('alert').textContent).not.toBe('')
    fireEvent.click(screen.getByText('개발자 도구'))
    fireEvent.click(button(/정지된 카드.*4000-0000-0000-9979/))
    expect(field('카드 번호').value).toBe('4000 0000 0000 9979')
    expect(document.activeElement).toBe(field('카드 번호'))
    expect(screen.getByRole('alert').textContent).toBe('')
    agree()
    send()
    await waitFor(() =>
      expect(onEnd).toHaveBeenCalledWith(expect.objectContaining({ error_code: 'INVALID_STOPPED_CARD' })),
    )
  })

  test('모든 시험 카드가 있고, 결제 창에는 없다', () => {
    open()
    for (const { number } of Object.values(testCards)) expect(button(new RegExp(number))).toBeTruthy()
    cleanup()
    const parts = makeParts()
    const payment = parts.gateway.open({ merchant_uid: 'a', amount: 1_000 }, { channel: 'pc', sdk: 'new' })
    if (!payment.opened) throw new Error('no window')
    render(<PaymentWindow offer={payment.offer} parts={parts} onEnd={() => {}} />)
    expect(screen.queryByRole('button', { name: /1234-1234/ })).toBeNull()
  })

  test.each(['register', 'give up'])('끝나면 칸을 비운다: %s', async (how) => {
    const { onEnd } = open()
    const inputs = labels.map(field)
    fill()
    agree()
    if (how === 'register') send()
    else fireEvent.click(button('취소'))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(inputs.map(({ value }) => value)).toEqual(['', '', '', ''])
  })

  test('응답이 사라지면 입력한 것을 남기고, 다시 누르면 처음 결과를 듣는다', async () => {
    const { approve, onEnd, parts } = open()
    vi.spyOn(console, 'error').mockImplementation(() => {})
    approve.mockImplementationOnce(async (impUid, choice) => {
      parts.gateway.approve(impUid, choice)
      throw new TypeError('lost')
    })
    fill()
    agree()
    send()
    expect(await screen.findByText(/다시 누르면 처음 결과를 확인해요/)).toBeTruthy()
    expect(field('카드 번호').value).toBe('4242 4242 4242 4242')
    send()
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(onEnd.mock.lastCall?.[0]).not.toHaveProperty('error_code')
  })

  test('휴대폰 자판과 자동 완성에 맞고, 비밀번호는 가린다', () => {
    open()
    expect(field('카드 번호')).toMatchObject({ autocomplete: 'cc-number', inputMode: 'numeric' })
    expect(field('유효기간')).toMatchObject({ autocomplete: 'cc-exp', inputMode: 'numeric' })
    expect(field('비밀번호 앞 두 자리')).toMatchObject({ type: 'password', autocomplete: 'off' })
  })

  test('영어 창은 영어로 말한다', () => {
    open({ locale: 'en', amount: 9_900 })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Register a card')
    expect(button('Register card')).toBeTruthy()
    expect(field('Card number')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/[카결등비]/)
  })

  test('카드는 저장소, 주소, 콘솔, 화면 어디에도 남지 않는다', async () => {
    const said: unknown[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void said.push(...words))
    }
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const { onEnd, parts } = open({}, { storage })
    fill(['5555555555554444', '0798', '791103', '83'])
    agree()
    send()
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    const everything = [
      [...kept.values()].join(),
      location.href,
      document.documentElement.innerHTML,
      said.map(String).join(),
      JSON.stringify(onEnd.mock.calls),
      JSON.stringify(parts.webhooks.log),
    ].join('\n')
    expect(everything).toContain('555555******4444')
    for (const secret of ['5555555555554444', '5555-5555', '5555 5555', '791103', '2098-07', '07 / 98']) {
      expect(everything).not.toContain(secret)
    }
  })
})
