import type { BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { expectFocus, focused, tabTo } from './byHand.js'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit | undefined
afterEach(() => visit?.context.close())

async function open(story: string, options: BrowserContextOptions): Promise<Page> {
  visit = await openPlayground(options)
  await visit.show(story)
  await visit.page.waitForFunction(() => 'IMP' in window)
  return visit.page
}

/** The result says what was bought, and how. */
async function expectPaid(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
  const facts = await page.locator('[data-tc="payment-result"] [data-tc-part="facts"]').innerText()
  for (const fact of [/55,000원/, /현대카드/, /3개월/, /order-/]) expect(facts).toMatch(fact)
}

const tap = (target: Locator) => target.tap()

async function chooseByTouch(page: Page): Promise<void> {
  await tap(page.getByText('신용·체크카드'))
  await tap(page.getByText('현대카드'))
  // A phone draws its own list for a select: choosing in it is the system's.
  await page.getByRole('combobox', { name: '할부 기간' }).selectOption('3')
  await tap(page.getByRole('button', { name: '55,000원 결제하기' }))
}

async function agreeByTouch(inside: FrameLocator): Promise<void> {
  await inside.getByText('현대카드').first().waitFor()
  await tap(inside.getByRole('checkbox', { name: '전체 동의' }))
  await tap(inside.getByRole('button', { name: /^55,000원/ }))
}

const paymentWindow = (page: Page) => page.frameLocator('iframe[title="결제창"]')

describe('키트의 컴포넌트만으로 된 주문서에서 현대카드 3개월로 산다', () => {
  it('손끝으로, 결제창으로 떠났다가 돌아오는 360px 휴대폰에서', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
    const page = await open('components-page--on-phone', phone)
    await chooseByTouch(page)
    await page.waitForURL(/sandbox-pay=/)
    await agreeByTouch(page.frameLocator('#sandbox-phone-window iframe'))
    await page.waitForURL(/returned=yes/)
    await expectPaid(page)
    expect(page.url()).not.toMatch(/imp_uid|merchant_uid/)
  })

  it('손끝으로, 1280px 터치 화면에서', async () => {
    const page = await open('components-page--page', { hasTouch: true })
    await chooseByTouch(page)
    await agreeByTouch(paymentWindow(page))
    await expectPaid(page)
  })

  for (const width of [360, 1280]) {
    it(`키보드만으로, ${width}px에서, 결제창 안까지`, async () => {
      const page = await open('components-page--page', { viewport: { width, height: 800 } })
      const { keyboard } = page
      await keyboard.press('Tab')
      expect(await focused(page)).toBe('신용·체크카드')
      await keyboard.press('Tab')
      await keyboard.type('현대')
      await keyboard.press('Enter')
      expect(await page.getByRole('radio', { name: '현대카드' }).isChecked()).toBe(true)
      await tabTo(page, '할부 기간')
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await tabTo(page, '55,000원 결제하기')
      await keyboard.press('Enter')
      const inside = paymentWindow(page)
      await inside.getByText('현대카드').first().waitFor()
      await tabTo(page, '전체 동의')
      await keyboard.press('Space')
      await tabTo(page, '55,000원 결제하기')
      await keyboard.press('Enter')
      await expectPaid(page)
      await expectFocus(page, '결제가 완료됐어요')
    })
  }
})
