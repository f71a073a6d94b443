import { findSpills } from './findSpills.js'
import { findViolations } from './findViolations.js'
import { listStories, openPlayground } from './openPlayground.js'
import { textSize } from './textSize.js'

/** One way to look at a story. */
export interface Look {
  theme: 'light' | 'dark'
  /** Pixels. */
  width: 360 | 1280
  /** Per cent: the size of text that the buyer has set in the browser. */
  text: 100 | 200
}

/** What one look at all stories gave. */
export interface Seen {
  looked: number
  /** What axe says, one line each. */
  violations: string[]
  /** Text cut off or lying on other text. */
  spills: string[]
}

/** Has nothing but the theme changed from one look to the next? */
export function onlyRecoloured(look: Look, before: Look | undefined): boolean {
  return before?.width === look.width && before.text === look.text
}

/**
 * Opens every story once in a language, plays it through where it plays, and turns what then stands to each look in order.
 * Where only the theme has changed, only the colours are looked at again. A story that sets theme or language itself is
 * seen only in its own.
 */
export async function lookAtEveryStory(locale: string, looks: readonly Look[]): Promise<Seen[]> {
  const seen = looks.map((): Seen => ({ looked: 0, violations: [], spills: [] }))
  const visit = await openPlayground()
  const { page, show, turnTo, turnToolbar, quiet, ownToolbar } = visit
  const setText = await textSize(page)
  await show('button--default', { locale, theme: 'light' })
  for (const { id } of await listStories()) {
    const own = await ownToolbar(id)
    if ((own.locale ?? locale) !== locale) continue
    await page.setViewportSize({ width: 1280, height: 800 })
    const failure = await turnTo(id)
      .then(() => quiet(1))
      .catch(String)
    let before: Look | undefined
    for (const [at, look] of looks.entries()) {
      const { theme, width, text } = look
      const { violations, spills } = seen[at] as Seen
      if ((own.theme ?? theme) !== theme) continue
      if (failure) {
        violations.push(`${id} does not play through: ${failure.slice(0, 400)}`)
        continue
      }
      await page.setViewportSize({ width, height: 800 })
      await turnToolbar({ theme })
      await page.waitForFunction((now) => document.documentElement.dataset.theme === now, theme)
      await setText(text)
      const recoloured = onlyRecoloured(look, before)
      for (const violation of await findViolations(page, recoloured ? { only: 'colours' } : {}))
        violations.push(`${id}: ${violation}`)
      if (!recoloured) for (const spill of await findSpills(page)) spills.push(`${id}: ${spill}`)
      ;(seen[at] as Seen).looked++
      before = look
    }
    await setText(100)
  }
  await visit.context.close()
  return seen
}
