import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeEach(async () => {
  visit = await openPlayground()
})
afterEach(() => visit?.context.close())

const ground = () =>
  visit.page
    .locator('button[data-toss-checkout]')
    .first()
    .evaluate((button) => getComputedStyle(button).backgroundColor)

const primary = { light: 'rgb(0, 100, 255)', dark: 'rgb(77, 148, 255)' }

describe('the switches above a story', () => {
  it('theme: light, dark, or whatever the device says', async () => {
    const { page, show, turnToolbar } = visit
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await show('button--default', { theme: 'light' })
    expect(await ground()).toBe(primary.light)
    await turnToolbar({ theme: 'system' })
    await expect.poll(ground).toBe(primary.dark)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await expect.poll(ground).toBe(primary.light)
    await turnToolbar({ theme: 'dark' })
    await expect.poll(ground).toBe(primary.dark)
  })

  it('language and module: the legacy window has no 2 months where 3 and 5 are listed', async () => {
    const { page, show, turnToolbar } = visit
    await show('components-installment-select--every', { module: 'tosspayments' })
    const months = page.getByRole('combobox').first().getByRole('option')
    expect(await months.count()).toBe(6)
    await turnToolbar({ module: 'uplus', locale: 'en' })
    await expect
      .poll(() => months.allInnerTexts())
      .toEqual([
        'Pay in full',
        '2 months · ₩27,500 a month',
        '3 months · ₩18,334 a month',
        '6 months · ₩9,167 a month',
      ])
  })

  it('fault: a mishap switched on under an open page, and off again, is felt by the next payment', async () => {
    const { page, show, turnToolbar } = visit
    await show('components-page--page')
    await turnToolbar({ fault: 'declined' })
    const pay = async () => {
      await page.getByRole('button', { name: '55,000원 결제하기' }).click()
      const inside = page.frameLocator('iframe[title="결제창"]')
      await inside.getByRole('radio', { name: '신한카드' }).check()
      await inside.getByRole('checkbox', { name: '전체 동의' }).check()
      await inside.getByRole('button', { name: /^55,000원/ }).click()
    }
    await pay()
    await page.getByRole('heading', { name: '결제하지 못했어요' }).waitFor()
    await turnToolbar({ fault: 'none' })
    await page.getByRole('button', { name: '다시 결제하기' }).click()
    await pay()
    await page.getByRole('heading', { name: '결제가 완료됐어요' }).waitFor()
  })
})
