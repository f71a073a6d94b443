import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { PaymentRecord } from '../../../src/index.js'
import { closeShop, openShop, orderOf, recordOf } from '../openShop.js'

afterEach(() => {
  closeShop()
  Reflect.deleteProperty(navigator, 'clipboard')
  Reflect.deleteProperty(document, 'execCommand')
})

const MINUTE = 60_000
/** 2026-11-23 14:00 in Korea. */
const NOW = Date.parse('2026-11-23T05:00:00Z')

const issuedFor = (more: Partial<NonNullable<PaymentRecord['virtualAccount']>> = {}): PaymentRecord =>
  recordOf(orderOf(), {
    status: 'ready',
    payMethod: 'vbank',
    virtualAccount: {
      bankCode: '088',
      bankName: '신한은행',
      number: '56211023456789',
      holder: null,
      dueAt: NOW / 1000 + 26 * 3600 + 5 * 60,
      ...more,
    },
  })

async function openPanel(payment = issuedFor(), provider?: object) {
  const shop = await openShop()
  vi.setSystemTime(NOW)
  shop.server(() => payment)
  const page = shop.show(<shop.kit.VirtualAccountPanel payment={payment} />, provider)
  await shop.pass()
  const panel = () => page.container.querySelector<HTMLElement>('[data-tc="virtual-account"]') as HTMLElement
  const row = (label: string) => screen.queryByText(label)?.nextElementSibling?.textContent ?? null
  return { ...shop, ...page, payment, panel, row }
}

/** Said as it changes: the title's words, what to do, and what became of a copy. */
const title = () => screen.getByRole('heading').querySelector('[aria-live="polite"]')?.textContent
const said = () => screen.getAllByRole('status')[0]?.textContent

/** What the browser does with the clipboard. */
function clipboard(write: (text: string) => Promise<void>, command?: () => boolean) {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true })
  if (command) Object.defineProperty(document, 'execCommand', { value: command, configurable: true })
}
const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'))

describe('입금할 계좌', () => {
  it('은행과 번호와 금액, 한국 시각의 기한과 남은 시간을 말한다', async () => {
    const { row, panel } = await openPanel()
    expect(screen.getByRole('group', { name: '입금할 계좌' })).toBe(panel())
    expect(screen.getByText('아래 계좌로 55,000원 입금해 주세요. 입금되면 이 화면이 바뀌어요.')).toBeTruthy()
    // What is to be sent, and until when, come first; the number stands at the button that copies it.
    expect(screen.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      '입금할 금액',
      '입금 기한',
      '은행',
      '예금주',
      '계좌번호',
    ])
    expect(row('은행')).toBe('신한은행')
    expect(screen.getByText('5621 1023 4567 89')).toBeTruthy()
    expect(screen.getByText('5 6 2 1 1 0 2 3 4 5 6 7 8 9')).toBeTruthy()
    expect(row('예금주')).toBe('보내기 전에 은행 앱에서 확인해 주세요')
    expect(row('입금할 금액')).toBe('55,000원')
    expect(row('입금 기한')).toBe('11월 24일(화) 16:05까지 (한국\u00a0시간)1일 2시간 남았어요')
  })

  it('예금주를 알면 예금주를, 은행 이름이 오지 않았으면 코드로 찾은 이름을, 기한이 없으면 기한 없이 말한다', async () => {
    const { row, pass, panel } = await openPanel(issuedFor({ holder: '모과상점', bankName: null, dueAt: 0 }))
    expect([row('예금주'), row('은행'), row('입금 기한')]).toEqual(['모과상점', '신한은행', null])
    await pass(10 * MINUTE)
    expect(panel().dataset.state).toBe('waiting')
  })

  it('모르는 은행 코드뿐이면 코드를 말한다', async () => {
    const { row } = await openPanel(issuedFor({ bankCode: '999', bankName: null }))
    expect(row('은행')).toBe('은행 코드 999')
  })

  it('영어 화면은 은행을 코드로 찾아 영어로 부르고, 모르는 코드는 받은 이름을 그대로 쓴다', async () => {
    const { kit } = await openShop()
    const inEnglish = { locale: 'en', messages: kit.en }
    for (const [bankCode, bankName, said] of [
      ['003', '기업은행', 'Industrial Bank of Korea'],
      ['003', null, 'Industrial Bank of Korea'],
      ['999', '새은행', '새은행'],
      ['999', null, 'Bank code 999'],
      [null, null, null],
    ] as const) {
      const { row, unmount } = await openPanel(issuedFor({ bankCode, bankName }), inEnglish)
      expect([bankCode, bankName, row('Bank')]).toEqual([bankCode, bankName, said])
      unmount()
    }
  })

  it('남은 시간은 분마다 바뀌고, 기한이 지나면 번호가 사라지고 보내지 말라고 한다', async () => {
    const { row, pass, panel } = await openPanel(issuedFor({ dueAt: NOW / 1000 + 121 }))
    const left = () => row('입금 기한')?.replace(/^.*\)/, '')
    expect(left()).toBe('2분 남았어요')
    await pass(2_000)
    expect(left()).toBe('1분 남았어요')
    await pass(MINUTE)
    expect(left()).toBe('1분도 남지 않았어요')
    await pass(MINUTE)
    expect(panel().dataset.state).toBe('expired')
    expect(title()).toBe('입금 기한이 지났어요')
    expect(said()).toBe('이 계좌로 보내지 마세요. 이미 보냈다면 상점에 문의해 주세요.')
    expect(screen.queryByText(/5621/)).toBeNull()
  })

  it('기한 직전에 한 입금이 늦게 확인돼도 알아차린다', async () => {
    const { pass, panel, server, payment, asked } = await openPanel(issuedFor({ dueAt: NOW / 1000 + 60 }))
    await pass(2 * MINUTE)
    expect(panel().dataset.state).toBe('expired')
    const before = asked.length
    await pass(2 * MINUTE)
    expect(asked.length - before).toBe(2)
    server(() => ({ ...payment, status: 'paid' }))
    await pass(MINUTE + 100)
    expect(panel().dataset.state).toBe('deposited')
  })

  it('입금되면 조용히 알리고 그만 묻고, 시계도 멈춘다', async () => {
    const { pass, panel, server, payment, asked } = await openPanel()
    server(() => ({ ...payment, status: 'paid', virtualAccount: undefined }))
    await pass(5_100)
    expect(panel().dataset.state).toBe('deposited')
    expect([title(), said()]).toEqual(['입금을 확인했어요', '더 보내지 않아도 돼요.'])
    const before = asked.length
    await pass(60 * MINUTE)
    expect(asked).toHaveLength(before)
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
  })

  it('금액이 다른 입금은 입금됐다고 하지 않고, 취소된 계좌로는 보내지 말라고 한다', async () => {
    const { pass, panel, server, payment } = await openPanel()
    server(() => ({ ...payment, status: 'paid', amount: 1_000 }))
    await pass(5_100)
    expect(panel().dataset.state).toBe('mismatch')
    expect(said()).toContain('더 보내지 말고 상점에 문의해 주세요')
    closeShop()
    const revoked = await openPanel()
    revoked.server(() => ({ ...revoked.payment, status: 'cancelled' }))
    await revoked.pass(5_100)
    expect(revoked.panel().dataset.state).toBe('revoked')
    expect(screen.queryByText(/5621/)).toBeNull()
  })

  it.each([
    ['입금되면', { status: 'paid' }, 'success', '입금을 확인했어요'],
    ['기한이 지나면', {}, 'notice', '입금 기한이 지났어요'],
    ['계좌가 취소되면', { status: 'cancelled' }, 'notice', '이 계좌로 보내지 마세요'],
    ['입금이 주문과 다르면', { status: 'paid', amount: 1_000 }, 'notice', '입금 내용이 주문과 달라요'],
  ] as const)(
    '%s 제목과 표시가 그렇게 말하고, 상점에 말해 줄 주문번호와 금액이 남는다',
    async (_, later, tone, heading) => {
      const { panel, server, payment, pass, row } = await openPanel(issuedFor({ dueAt: NOW / 1000 + 60 }))
      const mark = () => panel().querySelector('[data-tc-part="mark"]')
      expect([mark(), row('주문번호')]).toEqual([null, null])
      server(() => ({ ...payment, ...later }))
      await pass(2 * MINUTE)
      expect(screen.getByRole('group', { name: heading })).toBe(panel())
      expect([panel().dataset.tone, mark()?.parentElement]).toEqual([tone, panel()])
      expect([row('주문 금액'), row('주문번호')]).toEqual(['55,000원', payment.merchantUid])
      // The sentence goes on from its title.
      expect(said()).not.toContain(heading)
    },
  )

  it('서버에 물을 수 없으면 두 번 보내지 말라고 하고, 그동안은 화면이 바뀐다고 하지 않는다', async () => {
    const { pass, server, panel, payment } = await openPanel()
    server(() => {
      throw new Error('down')
    })
    await pass(30_000)
    expect(panel().dataset.state).toBe('waiting')
    expect(said()).toBe(
      '아래 계좌로 55,000원 입금해 주세요.지금은 입금 여부를 확인하지 못하고 있어요. 이미 보냈다면 다시 보내지 말고 기다려 주세요.',
    )
    server(() => payment)
    await pass(30_000)
    expect(said()).toBe('아래 계좌로 55,000원 입금해 주세요. 입금되면 이 화면이 바뀌어요.')
  })

  it('화면을 떠나면 아무 시계도 남지 않는다', async () => {
    const { unmount, asked, pass } = await openPanel()
    const before = asked.length
    unmount()
    await pass(10 * MINUTE)
    expect(asked).toHaveLength(before)
  })
})

describe('계좌번호 복사', () => {
  const announced = () => screen.getAllByRole('status')[1]?.textContent
  const copy = async () => {
    const button = screen.getByRole('button', { name: '계좌번호 복사' })
    await act(async () => fireEvent.click(button))
    return button
  }

  it('숫자만 복사하고, 복사했다고 말한 뒤 3초가 지나면 처음으로 돌아간다', async () => {
    const written: string[] = []
    clipboard(async (text) => void written.push(text))
    const { pass } = await openPanel(issuedFor({ number: '110-123-456789' }))
    const button = await copy()
    expect(written).toEqual(['110123456789'])
    expect([button.textContent, announced()]).toEqual(['복사했어요', '복사했어요'])
    await pass(3_000)
    expect([button.textContent, announced()]).toEqual(['계좌번호 복사', ''])
  })

  it('브라우저가 막으면 예전 방법으로 복사하고, 초점은 버튼에 남는다', async () => {
    let selected = ''
    clipboard(refuse, () => {
      selected = (document.activeElement as HTMLTextAreaElement).value
      return true
    })
    await openPanel()
    screen.getByRole('button').focus()
    const button = await copy()
    expect([selected, button.textContent, document.activeElement]).toEqual([
      '56211023456789',
      '복사했어요',
      button,
    ])
    expect(document.querySelector('textarea')).toBeNull()
  })

  it('그것도 막히면 복사했다고 하지 않고, 번호를 선택해 두고 어떻게 할지 말한다', async () => {
    clipboard(refuse, () => false)
    await openPanel()
    const button = await copy()
    expect(button.textContent).toBe('계좌번호 복사')
    expect(announced()).toBe('자동으로 복사되지 않았어요. 번호를 직접 복사해 주세요.')
    // Pasted with spaces, a bank's app would refuse it.
    expect(getSelection()?.toString()).toBe('56211023456789')
    getSelection()?.removeAllRanges()
    await copy()
    expect(getSelection()?.toString()).toBe('56211023456789')
  })
})
