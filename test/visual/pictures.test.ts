import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { comparePictures } from './comparePictures.js'
import { fallbackFonts } from './fallbackFonts.js'
import { listStories, openPlayground, stillNow, type Visit } from './openPlayground.js'
import { shrinkPicture } from './shrinkPicture.js'

const baseline = fileURLToPath(new URL('baseline', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Of a picture's pixels: about a button's border in another colour on a phone. */
const TOLERANCE = 0.0005

/** Stories whose frames show every state at once. */
const isMatrix = (id: string) => /-every$|^components-three-shops--/.test(id)

let matrices: string[]
let visit: Visit
let devtools: CDPSession
const seen = new Set<string>()
beforeAll(async () => {
  matrices = (await listStories()).map(({ id }) => id).filter(isMatrix)
  visit = await openPlayground()
  devtools = await visit.context.newCDPSession(visit.page)
  await visit.page.clock.setFixedTime(stillNow)
})
afterAll(() => visit?.context.close())

const looks = [
  { width: 360, locale: 'ko' },
  { width: 360, locale: 'en' },
  { width: 1280, locale: 'ko' },
  { width: 1280, locale: 'en' },
]

const letters = '.pane[data-theme=light] [data-size=usual] *, .shops *'

/** Leaves of every state its usual size, and as many states beside each other as there is room for. */
const usualSize = (panes: string) => `
  ${panes} .sizes > :not([data-size=usual]), ${panes} .size-name { display: none }
  ${panes} .matrix { grid-template-columns: repeat(auto-fill, minmax(min(100%, 290px), 1fr)) }
  ${panes} .matrix figure:not([data-wide]) { grid-column: auto }`

describe('the frames of every component look as they were accepted', () => {
  for (const { width, locale } of looks) {
    it(`${width}px, ${locale}`, async () => {
      const { page, show, turnTo, quiet } = visit
      await page.setViewportSize({ width, height: 900 })
      const changes: string[] = []
      const look = async (id: string, theme: string, frame: Locator) => {
        const story = id
          .replace(/^components-/, '')
          .replace(/--every$/, '')
          .replace('--', '-')
        const name = `${story}/${locale}-${width}-${theme}.png`
        const change = await judge(name, frame)
        if (change) changes.push(change)
      }
      await show('button--default', { locale, theme: 'light' })
      // Sizes have no words and no colours of their own: one picture shows them all, in the longer language.
      const allSizes = locale === 'ko' && width === 1280
      await page.addStyleTag({ content: usualSize(allSizes ? '.pane[data-theme=dark]' : '.pane') })
      for (const id of matrices) {
        await turnTo(id)
        await quiet()
        const panes = page.locator('.pane')
        // Each of the three shops has a theme of its own.
        if (await panes.count()) {
          for (const theme of ['light', 'dark'])
            await look(id, theme, page.locator(`.pane[data-theme=${theme}]`))
        } else await look(id, 'light', page.locator('.playground'))
        // Every width, theme and size has the same letters.
        const fallbacks = width === 360 ? await fallbackFonts(page, letters) : []
        if (fallbacks.length) changes.push(`${id}: letters outside the pinned fonts: ${fallbacks.join(', ')}`)
      }
      expect(changes, changes.join('\n')).toEqual([])
    }, 300_000)
  }

  it('no picture is left of frames that are gone', () => {
    const left = readdirSync(baseline, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.png'))
      .filter((path) => !seen.has(path.replaceAll('\\', '/')))
    if (inject('accepts')) for (const path of left) rmSync(join(baseline, path))
    else expect(left).toEqual([])
  })
})

/** The frame as it is, however tall, packed quickly rather than small. */
async function picture(frame: Locator): Promise<Buffer> {
  const box = await frame.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + scrollX, y: top + scrollY, width, height }
  })
  const { data } = await devtools.send('Page.captureScreenshot', {
    clip: { ...box, scale: 1 },
    captureBeyondViewport: true,
    optimizeForSpeed: true,
  })
  return Buffer.from(data, 'base64')
}

/** Waits until two pictures in a row are the same: a record or a sentence may still be on its way. */
async function still(frame: Locator): Promise<Buffer> {
  let last = await picture(frame)
  for (let tries = 0; tries < 20; tries++) {
    await frame.page().waitForTimeout(100)
    const next = await picture(frame)
    if (next.equals(last)) return next
    last = next
  }
  throw new Error('the frames never stand still')
}

/** What has changed, for whoever reads the log; undefined when nothing has. */
async function judge(name: string, frame: Locator): Promise<string | undefined> {
  seen.add(name)
  const path = join(baseline, name)
  const known = existsSync(path) ? readFileSync(path) : undefined
  const same = (now: Buffer) => {
    const compared = known && comparePictures(known, now)
    return compared && compared.share <= TOLERANCE
  }
  // What looks as accepted has come to rest.
  if (same(await picture(frame))) return undefined
  const now = await still(frame)
  const compared = known && comparePictures(known, now)
  if (compared && compared.share <= TOLERANCE) return undefined
  if (inject('accepts')) {
    save(path, shrinkPicture(now))
    return undefined
  }
  const shown = save(join(root, 'screenshots', name), compared?.sideBySide() ?? now)
  const what = compared
    ? `${compared.pixels} pixels differ (${(compared.share * 100).toFixed(2)} %); accepted, now and difference`
    : 'nobody has accepted a picture yet; the new one'
  return `${name}: ${what}: ${shown}. If that is meant: npm run visual:accept`
}

function save(path: string, picture: Buffer): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, picture)
  return path
}
