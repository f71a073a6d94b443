import { afterAll, beforeAll, expect, it } from 'vitest'
import { findViolations } from './findViolations.js'
import { listStories, openPlayground, type Story, type Visit } from './openPlayground.js'

let stories: Story[]
let visit: Visit
beforeAll(async () => {
  stories = await listStories()
  visit = await openPlayground()
})
afterAll(() => visit?.context.close())

/** The widths take turns, so that each theme and each language is seen at both. */
const looks = [
  { theme: 'light', locale: 'ko', width: 360, said: '밝은 화면, 한국어, 360px' },
  { theme: 'dark', locale: 'ko', width: 1280, said: '어두운 화면, 한국어, 1280px' },
  { theme: 'light', locale: 'en', width: 1280, said: 'light, English, 1280 px' },
  { theme: 'dark', locale: 'en', width: 360, said: 'dark, English, 360 px' },
] as const

for (const { theme, locale, width, said } of looks) {
  it(`axe finds nothing in any story: ${said}`, async () => {
    const { page, show, turnTo, ownToolbar } = visit
    await page.setViewportSize({ width, height: 800 })
    const found: string[] = []
    let looked = 0
    await show('button--default', { theme, locale })
    for (const { id, plays } of stories) {
      // Played through in the dark here; the story tests play and check each in the light.
      if (plays && theme === 'light') continue
      const own = await ownToolbar(id)
      if ((own.theme ?? theme) !== theme || (own.locale ?? locale) !== locale) continue
      await turnTo(id)
      looked++
      for (const violation of await findViolations(page)) found.push(`${id}: ${violation}`)
    }
    expect(looked).toBeGreaterThan(40)
    expect(found).toEqual([])
  })
}

it('a sentence too pale to read would have been found', async () => {
  const { page, show } = visit
  await show('components-page--page', { theme: 'light' })
  await page.evaluate(() => {
    document
      .querySelector<HTMLElement>('[data-tc-part="hint"]:not(:empty)')
      ?.style.setProperty('color', '#bbb')
  })
  expect(await findViolations(page)).toEqual([
    expect.stringMatching(/^color-contrast: .*data-tc-part="hint"/),
  ])
})
