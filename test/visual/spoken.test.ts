import type { FrameLocator, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPlayground, type Toolbar, type Visit } from './openPlayground.js'

let visit: Visit
beforeEach(async () => {
  visit = await openPlayground()
})
afterEach(() => visit?.context.close())

/** Opens a shop whose order takes a moment, writes down what is said from then on, and presses by keyboard. */
async function press(toolbar: Toolbar = {}): Promise<{ page: Page; inside: FrameLocator }> {
  const { page, show } = visit
  await show('loading--slow-order', toolbar)
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
  return { page, inside: page.frameLocator('iframe[title="결제창"]') }
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

  it('영어로 된 상점에서도 같은 차례로 말한다', async () => {
    const { page } = await press({ locale: 'en' })
    const inside = page.frameLocator('.imp-dialog iframe')
    await inside.getByRole('radio', { name: /Shinhan/ }).check()
    await inside.getByRole('checkbox', { name: /Agree to all|all/i }).check()
    await inside.getByRole('button', { name: /55,000/ }).click()
    await page.locator('button[data-toss-checkout][data-state="paid"]').waitFor()
    expect(await said(page, 'status')).toEqual([
      'Preparing payment',
      'Continue in the payment window',
      'Confirming payment',
      'Payment complete',
    ])
  })
})
