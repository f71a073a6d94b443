import type { Page } from 'playwright'
import { findSpills } from '../visual/findSpills.js'
import { findViolations } from '../visual/findViolations.js'
import { textSize } from '../visual/textSize.js'

/** What stands in the way of a buyer, one line each. */
export interface PageLooks {
  /** Turns what stands now to both languages, themes and widths, and to text twice as large. Ends as it began. */
  look(name: string): Promise<void>
  found: string[]
}

/** Between them each language at each width and in each theme; in the dark the colours alone are searched. */
const looks = [
  { language: 'ko', theme: 'light', width: 1280 },
  { language: 'ko', theme: 'dark', width: 360 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'en', theme: 'light', width: 360 },
] as const

export async function lookAtPage(page: Page): Promise<PageLooks> {
  const found: string[] = []
  const setText = await textSize(page)
  const speak = async (language: 'ko' | 'en') => {
    if ((await page.locator('html').getAttribute('lang')) === language) return
    await page.locator('button.language').click()
    await page.locator(`html[lang="${language}"]`).waitFor()
  }
  return {
    found,
    async look(name) {
      for (const { language, theme, width } of looks) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: 800 })
        await speak(language)
        // What sticks to the foot lies where it belongs.
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
        const where = `${name}, ${language}, ${theme}, ${width} px`
        const search = { root: 'body', ...(theme === 'dark' && { only: 'colours' as const }) }
        for (const violation of await findViolations(page, search)) found.push(`${where}: ${violation}`)
        for (const percent of [100, 200]) {
          await setText(percent)
          for (const spill of await findSpills(page, 'body')) found.push(`${where}, ${percent} %: ${spill}`)
        }
        await setText(100)
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 1280, height: 800 })
      await speak('ko')
    },
  }
}
