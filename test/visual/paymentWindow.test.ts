import type { Frame } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './findViolations.js'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground()
})
afterAll(() => visit?.context.close())

const stories = [
  ...['card', 'virtual-account', 'phone-bill', 'kakao-pay'].map((method) => `methods--${method}`),
  'billing-key-register--by-window',
]
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, width })),
)

/** Presses the story's button and waits for the inside of the window. */
async function openWindow(): Promise<Frame> {
  const { page } = visit
  await page.waitForFunction(() => 'IMP' in window)
  await page.locator('button.pay-button').click()
  const frame = await page.locator('.imp-dialog iframe').elementHandle()
  const inside = await frame?.contentFrame()
  if (!inside) throw new Error('the window has no frame')
  await inside.locator('form').waitFor()
  return inside
}

describe('axe finds nothing in the sandbox’s payment window, light and dark, at 360 px and 1280 px', () => {
  for (const locale of ['ko', 'en']) {
    it(`each method and card registration, its drawer open and something missing: ${locale}`, async () => {
      const { page, show, turnTo } = visit
      await show('button--default', { locale })
      const found: string[] = []
      for (const story of stories) {
        await page.setViewportSize({ width: 1280, height: 800 })
        await turnTo(story)
        const inside = await openWindow()
        await inside.locator('summary').last().click()
        await inside.locator('button[type="submit"]').click()
        await inside.locator('#problem:not(:empty)').waitFor()
        for (const { colorScheme, width } of looks) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: 800 })
          for (const violation of await findViolations(inside, { root: 'body' }))
            found.push(`${story}, ${colorScheme}, ${width} px: ${violation}`)
        }
      }
      expect(found).toEqual([])
    })
  }

  it('a label too pale to read would have been found', async () => {
    await visit.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await visit.show('methods--card')
    const inside = await openWindow()
    await inside.addStyleTag({ content: 'legend { color: #bbb !important }' })
    expect((await findViolations(inside, { root: 'body' })).join('\n')).toMatch(/^color-contrast: .*legend/m)
  })
})
