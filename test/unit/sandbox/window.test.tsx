import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RequestPayParams } from '../../../src/portone/iamport.types.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'
import { PaymentWindow } from '../../../src/sandbox/window/PaymentWindow.js'
import { makeParts } from './iamportParts.js'

afterEach(cleanup)

function open(params: RequestPayParams = {}, given?: SandboxOptions) {
  const parts = makeParts(given)
  const opened = parts.gateway.open(
    { merchant_uid: 'order-1', name: '제주 감귤 5kg', amount: 55000, ...params },
    { channel: 'pc', sdk: parts.options.sdk },
  )
  if (!opened.opened) throw new Error(JSON.stringify(opened.response))
  const onEnd = vi.fn()
  const approve = vi.spyOn(parts.gateway, 'approve')
  const giveUp = vi.spyOn(parts.gateway, 'giveUp')
  render(<PaymentWindow offer={opened.offer} parts={parts} onEnd={onEnd} />)
  return { parts, onEnd, approve, giveUp, impUid: opened.offer.impUid }
}

const button = (name: string) => screen.getByRole('button', { name })
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const agree = () => fireEvent.click(screen.getByRole('checkbox', { name: '전체 동의' }))
const months = () =>
  within(screen.getByRole('combobox', { name: '할부 기간' }))
    .getAllByRole('option')
    .map((option) => option.textContent)

describe('카드', () => {
  test('상점, 주문, 금액과 샌드박스 표시가 보인다', () => {
    open({ escrow: true })
    for (const text of [
      '샌드박스 상점',
      '제주 감귤 5kg',
      '55,000원',
      '에스크로 적용',
      '샌드박스 · 실제 결제가 아니에요',
    ]) {
      expect(screen.getByText(text)).toBeTruthy()
    }
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('신용·체크카드 결제')
  })

  test('신한카드 3개월로 결제하면 그 선택이 한 번만 간다', async () => {
    const { approve, onEnd, impUid } = open()
    fireEvent.click(radio('신한카드'))
    fireEvent.change(screen.getByRole('combobox', { name: '할부 기간' }), { target: { value: '3' } })
    agree()
    const form = button('55,000원 결제하기').closest('form')
    if (!form) throw new Error('no form')
    fireEvent.submit(form)
    fireEvent.submit(form)
    await waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1))
    expect(approve.mock.calls).toEqual([[impUid, { method: 'card', cardCode: '366', quota: 3 }]])
    expect(onEnd.mock.lastCall?.[0]).toEqual({ imp_uid: impUid, merchant_uid: 'order-1' })
  })

  test('달마다 낼 돈을 올림해 보이고, 고른 카드사의 무이자 달에만 무이자라고 쓴다', () => {
    open({
      display: { card_quota: [4] },
      card: { detail: [{ card_code: '366', max_month: 3 }] },
      useFreeInterestFromMall: true,
    })
    const plain = ['일시불', '2개월 · 월 27,500원', '3개월 · 월 18,334원', '4개월 · 월 13,750원']
    expect(months()).toEqual(plain)
    fireEvent.click(radio('신한카드'))
    expect(months()).toEqual([plain[0], `${plain[1]} (무이자)`, `${plain[2]} (무이자)`, plain[3]])
    fireEvent.click(radio('현대카드'))
    expect(months()).toEqual(plain)
  })

  test('49,900원 주문에는 할부가 나오지 않고 까닭을 말한다', () => {
    open({ amount: 49900 })
    expect(months()).toEqual(['일시불'])
    expect(screen.getByText('할부는 50,000원부터 할 수 있어요.')).toBeTruthy()
  })

  test('50,000원이 넘어도 일시불만 받는 상점이면 그렇다고 말한다', () => {
    open({ display: { card_quota: [] } })
    expect(screen.getByText('이 상점에서는 일시불로만 결제할 수 있어요.')).toBeTruthy()
  })

  test('상점이 남긴 카드사만 보인다', () => {
    open({
      card: {
        detail: [
          { card_code: '*', enabled: false },
          { card_code: '366', enabled: true },
        ],
      },
    })
    expect(screen.getAllByRole('radio').map((one) => (one as HTMLInputElement).value)).toEqual(['366'])
  })

  test('카드사를 바로 열면 고를 것 없이 정해진 카드와 달로 결제한다', async () => {
    const { approve, onEnd, impUid } = open({ card: { direct: { code: '367', quota: 3 } } })
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByText('현대카드')).toBeTruthy()
    expect(screen.getByText('3개월 · 월 18,334원')).toBeTruthy()
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(approve).toHaveBeenCalledWith(impUid, { method: 'card', cardCode: '367', quota: 3 })
  })

  test('빠뜨린 것이 있으면 결제하지 않고, 무엇인지 말하며 그리로 데려간다', async () => {
    const { approve } = open()
    fireEvent.click(button('55,000원 결제하기'))
    expect(screen.getByRole('alert').textContent).toBe('카드사를 골라 주세요.')
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
    fireEvent.click(radio('신한카드'))
    fireEvent.click(button('55,000원 결제하기'))
    expect(screen.getByRole('alert').textContent).toBe('약관에 모두 동의해 주세요.')
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '전체 동의' }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(approve).not.toHaveBeenCalled()
  })

  test('약관 하나를 풀면 전체 동의도 풀린다', () => {
    open()
    agree()
    fireEvent.click(screen.getByText('약관 보기'))
    fireEvent.click(screen.getByRole('checkbox', { name: '개인정보 제3자 제공 (필수)' }))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '전체 동의' }).checked).toBe(false)
  })
})

describe('다른 결제수단', () => {
  test('계좌이체는 은행을 고른다', async () => {
    const { approve, onEnd, impUid } = open({ pay_method: 'trans' })
    fireEvent.click(radio('신한은행'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(approve).toHaveBeenCalledWith(impUid, { method: 'trans', bankCode: '088' })
  })

  test('가상계좌는 한국 시간 기한을 보이고, 발급한 계좌를 확인한 뒤에 끝난다', async () => {
    const { onEnd, impUid } = open(
      { pay_method: 'vbank', vbank_due: '2099-12-31', pg: 'uplus' },
      { sdk: 'legacy' },
    )
    expect(screen.getByText('12월 31일(목) 23:59')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('가상계좌 발급')
    expect(screen.getByText('55,000원').textContent).toBe('입금할 금액 55,000원')
    fireEvent.click(radio('신한은행'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    const done = await screen.findByRole('button', { name: '확인' })
    expect(onEnd).not.toHaveBeenCalled()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('가상계좌를 발급했어요')
    fireEvent.click(done)
    const response = onEnd.mock.lastCall?.[0]
    expect(response).toMatchObject({ success: true, imp_uid: impUid })
    const shown = response.vbank_num.replace(/\d{4}(?=\d\d)/g, '$& ')
    expect(screen.getByText(shown).textContent).toMatch(/^\d{4} \d{4} [\d ]+$/)
  })

  test('가상계좌 발급이 거절되면 계좌를 보이지 않고 끝난다', async () => {
    const { onEnd } = open({ pay_method: 'vbank' }, { faults: ['system-error'] })
    fireEvent.click(radio('신한은행'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() =>
      expect(onEnd).toHaveBeenCalledWith(expect.objectContaining({ error_code: expect.any(String) })),
    )
    expect(screen.queryByRole('button', { name: '확인' })).toBeNull()
  })

  test('휴대폰은 통신사와 번호를 묻고, 번호는 보내지 않는다', async () => {
    const { approve, onEnd, impUid } = open({ pay_method: 'phone', digital: true })
    fireEvent.click(radio('LG U+'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    expect(screen.getByRole('alert').textContent).toBe('휴대폰 번호를 확인해 주세요.')
    fireEvent.change(screen.getByRole('textbox', { name: '휴대폰 번호' }), {
      target: { value: '010-1234-5678' },
    })
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(approve.mock.calls).toEqual([[impUid, { method: 'phone', carrier: 'LGU' }]])
  })

  test('간편결제는 확인만 한다', async () => {
    const { approve, onEnd, impUid } = open({ pay_method: 'kakaopay' })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('카카오페이 결제')
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() => expect(onEnd).toHaveBeenCalled())
    expect(approve).toHaveBeenCalledWith(impUid, { method: 'other' })
  })

  test('영어 창은 영어로 말한다', () => {
    open({ locale: 'en' })
    expect(button('Pay ₩55,000')).toBeTruthy()
    expect(button('Cancel')).toBeTruthy()
    expect(radio('Shinhan Card')).toBeTruthy()
    expect(screen.getByRole('combobox', { name: 'Installments' })).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: 'Agree to all' })).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/결제|카드|할부|동의|취소/)
  })
})

describe('그만두기', () => {
  test.each([
    ['취소 버튼', () => fireEvent.click(button('취소'))],
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
  ])('%s로 그만두면 취소 코드로 한 번 끝난다', async (_, act) => {
    const { onEnd, approve } = open()
    act()
    act()
    await waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1))
    expect(onEnd.mock.lastCall?.[0]).toMatchObject({ error_code: 'PAY_PROCESS_CANCELED' })
    expect(approve).not.toHaveBeenCalled()
  })

  test('계좌가 발급된 뒤의 Escape는 발급을 되돌리지 않는다', async () => {
    const { onEnd, giveUp } = open({ pay_method: 'vbank' })
    fireEvent.click(radio('신한은행'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await screen.findByRole('button', { name: '확인' })
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(onEnd.mock.lastCall?.[0]).not.toHaveProperty('error_code')
    expect(giveUp).not.toHaveBeenCalled()
  })

  test('열리면 초점이 창 안으로 들어가고 끝에서 처음으로 돈다', () => {
    open()
    const heading = screen.getByRole('heading', { level: 1 })
    expect(document.activeElement).toBe(heading)
    const stops = document.querySelectorAll<HTMLElement>('.trap > span')
    stops[0]?.focus()
    expect(document.activeElement).toBe(button('55,000원 결제하기'))
    stops[1]?.focus()
    expect(document.activeElement).toBe(heading)
  })
})

describe('개발자 도구', () => {
  test('열린 창에서 켠 사고가 바로 그 결제에 일어난다', async () => {
    const { onEnd, parts } = open()
    fireEvent.click(screen.getByText('개발자 도구'))
    fireEvent.click(screen.getByRole('checkbox', { name: '카드사·은행이 거절' }))
    expect(parts.faults.active).toEqual(['declined'])
    fireEvent.click(radio('신한카드'))
    agree()
    fireEvent.click(button('55,000원 결제하기'))
    await waitFor(() =>
      expect(onEnd).toHaveBeenCalledWith(expect.objectContaining({ error_code: expect.any(String) })),
    )
  })

  test('하나를 꺼도 다른 사고는 남고, 밖에서 바꾼 것도 보인다', async () => {
    const { parts } = open({}, { faults: ['confirm-slow', 'callback-lost'] })
    fireEvent.click(screen.getByText('개발자 도구'))
    fireEvent.click(screen.getByRole('checkbox', { name: '콜백이 오지 않음' }))
    expect(parts.faults.active).toEqual(['confirm-slow'])
    parts.faults.set('confirm-down')
    const down = () => screen.getByRole<HTMLInputElement>('checkbox', { name: '확인 서버가 응답하지 않음' })
    await waitFor(() => expect(down().checked).toBe(true))
  })

  test('시계를 하루 돌린다', () => {
    const { parts } = open()
    const before = parts.clock.now()
    fireEvent.click(screen.getByText('개발자 도구'))
    fireEvent.click(button('+1일'))
    expect(parts.clock.now() - before).toBeGreaterThanOrEqual(86_400_000)
    expect(parts.clock.now() - before).toBeLessThan(86_410_000)
  })
})
