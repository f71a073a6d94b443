import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrowTo, expectFocus, focused, tabTo } from './byHand.js'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground({ viewport: { width: 360, height: 740 } })
  // A payment left open is remembered by the next page; each test begins with none.
  await visit.context.addInitScript(() => window === top && sessionStorage.clear())
})
afterAll(() => visit?.context.close())

/** Opens a story on a fresh page. */
async function open(story: string): Promise<Page> {
  await visit.show(story)
  await visit.page.waitForFunction(() => 'IMP' in window)
  return visit.page
}

async function tabAndPress(page: Page, name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Inside the window, which has taken the focus: a company or a bank, the terms, and the window's own button. */
async function choose(page: Page, first: string, wanted: string, end: string): Promise<void> {
  await tabAndPress(page, first, 'Space')
  if (first !== wanted) await arrowTo(page, wanted)
  await tabAndPress(page, '전체 동의', 'Space')
  await tabAndPress(page, end)
}

const pay = '55,000원 결제하기'

describe('키보드만으로, 결제', () => {
  it('동의를 빠뜨리면 동의로 데려가고, 동의하고 결제하면 주문 결과의 제목에 포커스가 있다', async () => {
    const page = await open('checkout--card')
    await tabAndPress(page, pay)
    await expectFocus(page, /결제에 동의/)
    await page.keyboard.press('Space')
    await tabAndPress(page, pay)
    await expectFocus(page, '신용·체크카드 결제')
    await choose(page, 'BC', '신한', pay)
    await expectFocus(page, '결제가 완료됐어요')
  })

  it('가상계좌를 받아 번호를 복사하고, 입금되면 결과의 제목에 포커스가 있다', async () => {
    const page = await open('components-page--page')
    await tabTo(page, '신용·체크카드')
    await arrowTo(page, '가상계좌')
    await tabAndPress(page, '가상계좌 발급받기')
    await expectFocus(page, '가상계좌 발급')
    await choose(page, '은행', '신한은행', pay)
    await expectFocus(page, '가상계좌를 발급했어요')
    await tabAndPress(page, '확인')
    await expectFocus(page, '계좌로 입금해 주세요')
    await tabAndPress(page, '계좌번호 복사')
    // Said to whoever cannot see it, and the focus stays.
    await page.getByRole('button', { name: '복사했어요' }).waitFor()
    expect(await focused(page)).toBe('복사했어요')
    await tabAndPress(page, '입금한 것으로 하기')
    await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
    await expectFocus(page, '결제가 완료됐어요')
  })

  it('Esc로 결제창을 닫으면 결과의 제목에, 다시 하기를 누르면 결제 버튼에 포커스가 있다', async () => {
    const page = await open('components-page--page')
    await tabAndPress(page, pay)
    await expectFocus(page, '신용·체크카드 결제')
    await page.keyboard.press('Escape')
    await expectFocus(page, '결제를 그만뒀어요')
    await tabAndPress(page, '다시 결제하기')
    await expectFocus(page, pay)
  })

  it('거절되면 포커스는 다시 누를 버튼에 있고, 스위치를 끄고 다시 눌러 결제한다', async () => {
    const page = await open('faults--declined')
    await tabAndPress(page, pay)
    await expectFocus(page, '신용·체크카드 결제')
    await choose(page, 'BC', '신한', pay)
    await expectFocus(page, '다시 결제하기')
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toMatch(/거절$/)
    await page.keyboard.press('Space')
    await tabAndPress(page, '다시 결제하기')
    await expectFocus(page, '신용·체크카드 결제')
    await choose(page, 'BC', '신한', pay)
    await expectFocus(page, '결제가 완료됐어요')
  })

  it('결과를 모르면 포커스는 다시 확인할 버튼에 있고, 서버가 돌아오면 그 자리에서 확인된다', async () => {
    const page = await open('faults--confirm-down')
    await tabAndPress(page, pay)
    await expectFocus(page, '신용·체크카드 결제')
    await choose(page, 'BC', '신한', pay)
    await expectFocus(page, '결제 결과 다시 확인하기')
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toBe('확인 서버가 응답하지 않음')
    await page.keyboard.press('Space')
    await tabAndPress(page, '결제 결과 다시 확인하기')
    await expectFocus(page, '결제가 완료됐어요')
  })

  it.each([
    { method: '계좌이체', story: 'methods--transfer', first: '은행', wanted: '신한은행' },
    { method: '휴대폰', story: 'methods--phone-bill', first: 'SKT', wanted: 'LG U+' },
    { method: '카카오페이', story: 'methods--kakao-pay' },
  ])(
    '$method: 창을 열어 고르고 결제하면 포커스는 눌렀던 버튼에 있다',
    async ({ method, story, first, wanted }) => {
      const page = await open(story)
      await tabAndPress(page, pay)
      await expectFocus(page, `${method} 결제`)
      if (first) {
        await tabAndPress(page, first, 'Space')
        await arrowTo(page, wanted)
      }
      await tabAndPress(page, '전체 동의', 'Space')
      if (method === '휴대폰') {
        // Sent back to the number that is missing.
        await tabAndPress(page, pay)
        await expectFocus(page, '휴대폰 번호')
        await page.keyboard.type('010-1234-5678')
      }
      await tabAndPress(page, pay)
      await page.locator('button[data-toss-checkout][data-state="paid"]').waitFor()
      await expectFocus(page, '결제가 완료됐어요')
    },
  )

  it('휴대폰에서는 떠난 페이지의 결제창이 포커스를 받고, 그만두면 돌아온 페이지에서 다시 결제한다', async () => {
    // What is remembered is the way back.
    const { page, show, context } = await openPlayground({ viewport: { width: 360, height: 740 } })
    await show('phone--leaves-and-returns')
    const leave = async () => {
      await page.waitForFunction(() => 'IMP' in window)
      await tabAndPress(page, pay)
      await page.waitForURL(/sandbox-pay=/)
      await page.frameLocator('#sandbox-phone-window iframe').getByRole('heading').first().waitFor()
      await expectFocus(page, '신용·체크카드 결제')
    }
    await leave()
    await page.keyboard.press('Escape')
    await page.waitForURL(/returned=yes/)
    await page.getByText('결제된 금액은 없어요').first().waitFor()
    await tabAndPress(page, '주문서로 돌아가기')
    await page.waitForURL((url) => !url.searchParams.has('returned'))
    await leave()
    await choose(page, 'BC', '신한', pay)
    await page.waitForURL(/returned=yes/)
    await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
    await context.close()
  })

  it('결제창에서는 Tab이 뒤의 상점으로 새지 않는다', async () => {
    const page = await open('methods--card')
    await tabAndPress(page, pay)
    await expectFocus(page, '신용·체크카드 결제')
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
    }
  })
})

describe('키보드만으로, 카드 등록', () => {
  const register = '카드 등록하기'

  it('등록창에서 시험 카드로 등록하면 포커스는 눌렀던 버튼에 있다', async () => {
    const page = await open('billing-key-register--by-window')
    await tabAndPress(page, register)
    await expectFocus(page, '카드 등록')
    await tabAndPress(page, '개발자 도구')
    await tabAndPress(page, '1234-1234-1234-1234')
    await expectFocus(page, '카드 번호')
    await tabAndPress(page, '전체 동의', 'Space')
    // The drawer's own buttons lie between here and the end.
    await tabTo(page, '개발자 도구')
    await page.keyboard.press('Enter')
    await tabAndPress(page, register)
    await page.locator('[data-state="registered"]').first().waitFor()
    await expectFocus(page, '카드를 등록했어요')
  })

  it('등록창을 Esc로 닫으면 포커스는 눌렀던 버튼에 있다', async () => {
    const page = await open('billing-key-register--by-window')
    await tabAndPress(page, register)
    await expectFocus(page, '카드 등록')
    await page.keyboard.press('Escape')
    await page.locator('[data-state="dismissed"]').first().waitFor()
    await expectFocus(page, register)
  })

  it('양식을 채워 보내고, 잘못된 칸이 있으면 그 칸으로 간다', async () => {
    const page = await open('billing-key-register--by-form')
    const fill = async (values: readonly string[]) => {
      for (const [at, value] of values.entries()) {
        if (at > 0) await page.keyboard.press('Tab')
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.type(value)
      }
    }
    await tabTo(page, '카드 번호')
    await fill(['4242424242424241', '1299', '820213', '97'])
    await tabAndPress(page, '자동결제 이용약관', 'Space')
    await tabAndPress(page, register)
    await expectFocus(page, '카드 번호')
    await fill(['4242424242424242', '1299', '820213', '97'])
    await page.keyboard.press('Enter')
    await page.locator('form[data-state="registered"]').waitFor()
    await expectFocus(page, /^카드를 등록했어요/)
    await tabAndPress(page, '다른 카드 등록하기')
    await expectFocus(page, '카드 번호')
  })

  it('카드를 삭제할 때 한 번 더 묻고, 삭제하면 포커스는 목록의 제목에 있다', async () => {
    const page = await open('billing-key-list--cards')
    await page.getByText('4444').waitFor()
    await tabTo(page, '4444')
    while (!(await focused(page)).includes('삭제')) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tabAndPress(page, '삭제하기')
    await page.getByText('카드를 삭제했어요.').waitFor()
    await expectFocus(page, '등록한 카드')
    expect(await page.getByRole('listitem').count()).toBe(1)
  })
})
