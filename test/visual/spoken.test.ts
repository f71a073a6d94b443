import type { FrameLocator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPlayground, type Toolbar, type Visit } from './openPlayground.js'

let visit: Visit
beforeEach(async () => {
  visit = await openPlayground()
})
afterEach(() => visit?.context.close())

/**
 * Opens a shop, writes down what is said from then on, and presses by keyboard. Default: a shop whose order takes a moment,
 * so that there is something to wait for.
 */
async function press(
  toolbar: Toolbar = {},
  story = 'loading--slow-order',
): Promise<{ page: Page; inside: FrameLocator }> {
  const { page, show } = visit
  await show(story, toolbar)
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const last = new Map<Element, string>()
    const listen = () => {
      const regions = document.querySelectorAll(
        '[data-toss-checkout-announcer] > *, button[data-toss-checkout]',
      )
      for (const region of regions) {
        const text = region.textContent ?? ''
        if (last.get(region) === text) continue
        last.set(region, text)
        if (text) said.push(`${region.role ?? region.getAttribute('role') ?? 'button'}: ${text}`)
      }
    }
    listen()
    said.length = 0
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await page.waitForFunction(() => 'IMP' in window)
  const button = page.locator('button[data-toss-checkout]')
  // Straight from the keyboard: a pointer that rests on the button would have fetched the order before.
  await button.focus()
  await page.keyboard.press('Enter')
  return { page, inside: page.frameLocator('.imp-dialog iframe') }
}

const said = (page: Page, role: string) =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { said: string[] }).said
        .filter((line) => line.startsWith(wanted))
        .map((line) => line.slice(wanted.length + 2)),
    role,
  )

async function pay(inside: FrameLocator): Promise<void> {
  await inside.getByRole('radio', { name: '신한카드' }).check()
  await inside.getByRole('checkbox', { name: '전체 동의' }).check()
  await inside.getByRole('button', { name: /^55,000원/ }).click()
}

describe('화면을 보지 않는 구매자가 듣는 말', () => {
  it('결제하는 동안: 준비, 결제창, 확인, 완료의 차례로 말하고, 창이 닫히면 포커스는 버튼에 있다', async () => {
    const { page, inside } = await press()
    await pay(inside)
    await page.locator('button[data-toss-checkout][data-state="paid"]').waitFor()
    const steps = [
      '결제를 준비하고 있어요',
      '결제창에서 진행해 주세요',
      '결제를 확인하고 있어요',
      '결제가 완료됐어요',
    ]
    expect(await said(page, 'status')).toEqual(steps)
    expect(await said(page, 'alert')).toEqual([])
    expect(await said(page, 'button')).toEqual(steps)
    await page.waitForFunction(() => document.activeElement?.matches('button[data-toss-checkout]'))
  })

  it('거절됐을 때: 끝을 바로 알리고, 돈이 나가지 않았다는 말까지 하고, 포커스는 다시 누를 버튼에 있다', async () => {
    const { page, inside } = await press({ fault: 'declined' })
    await pay(inside)
    const again = page.getByRole('button', { name: '다시 결제하기' })
    await again.waitFor()
    expect((await said(page, 'status')).slice(0, 2)).toEqual([
      '결제를 준비하고 있어요',
      '결제창에서 진행해 주세요',
    ])
    const [end, ...more] = await said(page, 'alert')
    expect(end).toMatch(/결제된 금액은 없어요/)
    expect(more).toEqual([])
    await page.waitForFunction(() => document.activeElement?.matches('button[data-toss-checkout]'))
    // What was waited for is not said any more.
    expect(await page.locator('[data-toss-checkout-announcer] [role="status"]').textContent()).toBe('')
  })

  it('그만뒀을 때: 확인한 뒤에 결제된 금액이 없다고 말하고, 포커스는 버튼에 있다', async () => {
    const { page, inside } = await press()
    await inside.getByRole('button', { name: '취소' }).click()
    await page.locator('button[data-state="dismissed"]').waitFor()
    const steps = await said(page, 'status')
    expect(steps.slice(0, 2)).toEqual(['결제를 준비하고 있어요', '결제창에서 진행해 주세요'])
    expect(steps.at(-1)).toMatch(/그만.*결제된 금액은 없어요/)
    expect(await said(page, 'alert')).toEqual([])
    await page.waitForFunction(() => document.activeElement?.matches('button[data-toss-checkout]'))
  })

  it('결과를 모를 때: 확인하는 중이라고 한 뒤에 다시 결제하지 말라고 바로 알리고, 완료됐다고는 하지 않는다', async () => {
    const { page, inside } = await press({ fault: 'confirm-down' })
    await pay(inside)
    await page.locator('button[data-state="unconfirmed"]').waitFor()
    expect(await said(page, 'status')).toEqual([
      '결제를 준비하고 있어요',
      '결제창에서 진행해 주세요',
      '결제를 확인하고 있어요',
    ])
    const [end, ...more] = await said(page, 'alert')
    expect(end).toMatch(/다시 결제하지/)
    expect(more).toEqual([])
    await page.waitForFunction(() => document.activeElement?.matches('button[data-toss-checkout]'))
  })

  it('가상계좌: 결제창, 확인, 입금을 기다린다는 차례로 말한다', async () => {
    const { page, inside } = await press({}, 'methods--virtual-account')
    await inside.getByRole('radio', { name: '신한은행' }).check()
    await inside.getByRole('checkbox', { name: '전체 동의' }).check()
    await inside.getByRole('button', { name: /^55,000원/ }).click()
    await inside.getByRole('button', { name: '확인' }).click()
    await page.locator('button[data-state="awaiting-deposit"]').waitFor()
    expect((await said(page, 'status')).slice(-3)).toEqual([
      '결제창에서 진행해 주세요',
      '결제를 확인하고 있어요',
      '입금을 기다리고 있어요',
    ])
  })

  it('카드를 등록하는 동안: 등록창, 확인, 등록의 차례로 말하고, 포커스는 버튼에 있다', async () => {
    const { page, inside } = await press({}, 'billing-key-register--by-window')
    await inside.getByText('개발자 도구', { exact: true }).click()
    await inside.getByRole('button', { name: /1234-1234-1234-1234/ }).click()
    await inside.getByRole('checkbox', { name: '전체 동의' }).check()
    await inside.getByRole('button', { name: '카드 등록하기' }).click()
    await page.locator('button[data-state="registered"]').waitFor()
    expect((await said(page, 'status')).slice(-3)).toEqual([
      '카드 등록창에서 진행해 주세요',
      '카드 등록을 확인하고 있어요',
      '카드를 등록했어요',
    ])
    await page.waitForFunction(() => document.activeElement?.matches('button[data-state="registered"]'))
  })

  it('영어로 된 상점에서도 같은 차례로 말한다', async () => {
    const { page, inside } = await press({ locale: 'en' })
    await inside.getByRole('radio', { name: /Shinhan/ }).check()
    await inside.getByRole('checkbox', { name: /Agree to all|all/i }).check()
    await inside.getByRole('button', { name: /55,000/ }).click()
    await page.locator('button[data-toss-checkout][data-state="paid"]').waitFor()
    expect(await said(page, 'status')).toEqual([
      'Preparing payment',
      'Continue in the window',
      'Confirming payment',
      'Payment complete',
    ])
  })
})

describe('화면을 보지 않는 구매자가 차례로 만나는 이름', () => {
  /** Roles and names in a screen reader's order, without labels twice and what differs each time. */
  const met = async (selector: string) => {
    const all = await visit.page.locator(selector).first().ariaSnapshot()
    return all
      .split('\n')
      .filter((line) => !/ - text: /.test(line))
      .map((line) => line.trim().replace(/order-[\w-]+/, 'order-…'))
  }

  it('고를 것과 버튼: 무엇을 고르는 묶음인지, 무엇이 골라져 있는지, 얼마를 내는지', async () => {
    await visit.show('components-page--page')
    expect(await met('main')).not.toContain('- combobox "할부 기간":')
    await visit.page.getByRole('radio', { name: '현대카드' }).check()
    const names = await met('main')
    expect(names.filter((line) => !/^- radio ("현대카드" \[checked\]|".*(카드|금고)")$/.test(line))).toEqual([
      '- main:',
      '- heading "주문서" [level=1]',
      '- radiogroup "결제 수단":',
      '- radio "신용·체크카드" [checked]',
      '- radio "계좌이체"',
      '- radio "가상계좌"',
      '- status: 결제창에서 카드로 결제해요.',
      '- searchbox "카드사 찾기"',
      '- radiogroup "카드사":',
      '- radio "신한카드 3개월까지 무이자"',
      '- combobox "할부 기간":',
      '- option "일시불" [selected]',
      '- option "2개월 · 월 27,500원"',
      '- option "3개월 · 월 18,334원"',
      '- option "4개월 · 월 13,750원"',
      '- option "5개월 · 월 11,000원"',
      '- option "6개월 · 월 9,167원"',
      '- button "55,000원 결제하기"',
    ])
    expect(names).toContain('- radio "현대카드" [checked]')
  })

  it('결제된 결과: 제목 다음에 얼마를 무엇으로 냈는지, 줄마다 이름과 함께', async () => {
    await visit.show('components-payment-result--every')
    const names = await met('[data-tc="payment-result"][data-state="paid"]')
    expect(names.slice(1)).toEqual([
      '- heading "결제가 완료됐어요" [level=3]',
      ...['- term: 결제 금액', '- definition: 55,000원'],
      ...['- term: 주문 내용', '- definition: 손뜨개 울 머플러 외 1건'],
      ...['- term: 주문번호', '- definition: order-…'],
      ...['- term: 카드', '- definition: 신한카드 (433012******1234)'],
      ...['- term: 할부', '- definition: 3개월'],
      ...['- term: 승인번호', '- definition: "00812345"'],
      ...['- term: 결제 시각', '- definition: 2026년 11월 23일(월) 13:00'],
      '- link "영수증 보기 (새 창에서 열려요)":',
      expect.stringContaining('- /url: '),
    ])
  })

  it('결과를 모를 때: 다시 결제하지 말라는 말과 주문번호 다음에 다시 확인하기만 있다', async () => {
    await visit.show('components-payment-result--every')
    const names = await met('[data-tc="payment-result"][data-state="unconfirmed"]')
    expect(names.slice(1)).toEqual([
      expect.stringMatching(/^- heading ".*확인.*" \[level=3\]$/),
      expect.stringMatching(/^- paragraph: .*다시 결제하지 말고/),
      ...['- term: 주문번호', '- definition: order-…'],
      '- button "결제 결과 다시 확인하기"',
    ])
  })
})
