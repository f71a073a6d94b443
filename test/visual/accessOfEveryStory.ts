import { beforeAll, describe, expect, it } from 'vitest'
import { type Look, lookAtEveryStory, onlyRecoloured, type Seen } from './lookAtEveryStory.js'

const usualText: readonly Look[] = [
  { theme: 'light', width: 1280, text: 100 },
  { theme: 'dark', width: 1280, text: 100 },
  { theme: 'dark', width: 360, text: 100 },
  { theme: 'light', width: 360, text: 100 },
]

/**
 * One language of every story: both themes at both widths, and once more at both widths with the buyer's text twice as
 * large. A file for each language, so that two cores share the work.
 */
export function describeAccess(locale: 'ko' | 'en', largeIn: Look['theme']): void {
  const looks: readonly Look[] = [
    ...usualText,
    { theme: largeIn, width: 360, text: 200 },
    { theme: largeIn, width: 1280, text: 200 },
  ]
  describe(`every story in ${locale === 'ko' ? 'Korean' : 'English'}, played through where it plays`, () => {
    let seen: Seen[]
    beforeAll(async () => {
      seen = await lookAtEveryStory(locale, looks)
    }, 600_000)

    for (const [at, look] of looks.entries()) {
      const promise = onlyRecoloured(look, looks[at - 1])
        ? 'axe finds nothing in the colours, all that the theme changes'
        : 'axe finds nothing, and no text is cut off or lies on other text'
      it(`${look.theme}, ${look.width} px, text at ${look.text} %: ${promise}`, () => {
        const { looked, violations, spills } = seen[at] as Seen
        expect(looked).toBeGreaterThan(80)
        expect(violations).toEqual([])
        expect(spills).toEqual([])
      })
    }
  })
}
