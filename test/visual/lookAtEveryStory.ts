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
 * Looked at again is what a turn can change: its colours where only the theme has turned, and those of frames that show
 * both themes at once not even then; where things stand where the same elements are shown; everything else where not. A
 * story that sets theme or language itself is seen only in its own.
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
    let shown: string | undefined
    for (const [at, look] of looks.entries()) {
      const { theme, width, text } = look
      const now = seen[at] as Seen
      if ((own.theme ?? theme) !== theme) continue
      if (failure) {
        now.violations.push(`${id} does not play through: ${failure.slice(0, 400)}`)
        continue
      }
      now.looked++
      const recoloured = onlyRecoloured(look, before)
      before = look
      if (recoloured && (await page.evaluate(hasBothThemes))) continue
      await page.setViewportSize({ width, height: 800 })
      await turnToolbar({ theme })
      await page.waitForFunction((turned) => document.documentElement.dataset.theme === turned, theme)
      await setText(text)
      const shows = await page.evaluate(shownElements)
      const same = shows === shown
      shown = shows
      const only = same ? (recoloured ? 'colours' : 'layout') : undefined
      for (const violation of await findViolations(page, { only })) now.violations.push(`${id}: ${violation}`)
      if (!recoloured) for (const spill of await findSpills(page)) now.spills.push(`${id}: ${spill}`)
    }
    await setText(100)
  }
  await visit.context.close()
  return seen
}

/** Runs in the page: is it nothing but frames whose theme is their own? */
function hasBothThemes(): boolean {
  const root = document.querySelector('#storybook-root') as HTMLElement
  const themes = [...root.querySelectorAll<HTMLElement>('.pane')].map(({ dataset }) => dataset.theme)
  const outside = [...root.querySelectorAll('.playground *')].filter(
    (element) =>
      element.textContent !== '' &&
      !element.closest('.pane, [data-toss-checkout-announcer]') &&
      !element.querySelector('.pane, [data-toss-checkout-announcer]'),
  )
  return themes.includes('light') && themes.includes('dark') && outside.length === 0
}

/** Runs in the page: all that is there, and which of it is shown. */
function shownElements(): string {
  const root = document.querySelector('#storybook-root') as HTMLElement
  const shown = [...root.querySelectorAll('*')].map((element) => (element.checkVisibility() ? 1 : 0))
  return root.innerHTML.replace(/ data-theme="\w+"/g, '') + shown.join('')
}
