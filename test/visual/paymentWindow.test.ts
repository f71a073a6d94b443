import type { Frame } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSpills } from './findSpills.js'
import { findViolations } from './findViolations.js'
import { openPlayground, type Visit } from './openPlayground.js'
import { textSize } from './textSize.js'

let visit: Visit
let setText: (percent: number) => Promise<void>
beforeAll(async () => {
  visit = await openPlayground()
  // A payment left open is remembered by the next page; each story begins with none.
  await visit.context.addInitScript(() => window === top && sessionStorage.clear())
  setText = await textSize(visit.page)
})
afterAll(() => visit?.context.close())

const stories = [
  ...['card', 'transfer', 'virtual-account', 'phone-bill', 'kakao-pay'].map((method) => `methods--${method}`),
  'billing-key-register--by-window',
]
const looks = [
  { colorScheme: 'light', width: 1280, only: undefined },
  { colorScheme: 'dark', width: 1280, only: 'colours' },
  { colorScheme: 'dark', width: 360, only: 'layout' },
  { colorScheme: 'light', width: 360, only: 'colours' },
] as const

/**
 * What is found in what stands now: both themes at both widths, and letters twice as large. Looked at again is what has
 * changed since the look before: a theme's colours, or where a width puts things.
 */
async function look(name: string, inside: Frame): Promise<string[]> {
  const { page } = visit
  const found: string[] = []
  for (const { colorScheme, width, only } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    const where = `${name}, ${colorScheme}, ${width} px`
    for (const violation of await findViolations(inside, { root: 'body', only }))
      found.push(`${where}: ${violation}`)
    if (only === 'colours') continue
    for (const percent of [100, 200]) {
      await setText(percent)
      for (const spill of await findSpills(inside, 'body')) found.push(`${where}, ${percent} %: ${spill}`)
    }
    await setText(100)
  }
  return found
}

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
        found.push(...(await look(`${story}, ${locale}`, inside)))
      }
      expect(found).toEqual([])
    })

    it(`an account that was issued, and a company chosen in the shop: ${locale}`, async () => {
      const { page, show } = visit
      const found: string[] = []
      await page.setViewportSize({ width: 1280, height: 800 })
      await show('card-companies--direct-hyundai', { locale })
      found.push(...(await look(`direct card, ${locale}`, await openWindow())))
      await page.setViewportSize({ width: 1280, height: 800 })
      await show('methods--virtual-account', { locale })
      const inside = await openWindow()
      await inside.locator('[name="bankCode"]').first().check()
      await inside.locator('[name="agreed"]').check()
      await inside.locator('button[type="submit"]').click()
      await inside.locator('.issued').waitFor()
      found.push(...(await look(`issued, ${locale}`, inside)))
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
