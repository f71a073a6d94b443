import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'
import { afterAll, beforeAll, inject } from 'vitest'
import { launchOptions } from '../chromium.mjs'

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    ...launchOptions,
    // Letters drawn the same on every machine.
    args: [
      ...launchOptions.args,
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  })
})
afterAll(() => browser?.close())

/** The moment of the frames that print a time: `stories/components/stillClock.ts`. */
export const stillNow: number = Date.parse('2026-11-23T05:00:00Z')

export interface Story {
  id: string
  title: string
  name: string
  /** It plays by itself when it is opened. */
  plays: boolean
}

interface IndexEntry extends Omit<Story, 'plays'> {
  type: 'story' | 'docs'
  tags?: string[]
}

async function readIndex(): Promise<IndexEntry[]> {
  const answer = await fetch(`${inject('playground')}/index.json`)
  return Object.values(((await answer.json()) as { entries: Record<string, IndexEntry> }).entries)
}

/** Every story of the built playground. */
export async function listStories(): Promise<Story[]> {
  const stories = (await readIndex()).filter(({ type }) => type === 'story')
  return stories.map(({ id, title, name, tags }) => ({ id, title, name, plays: !!tags?.includes('play-fn') }))
}

/** Every page of documentation. */
export async function listDocs(): Promise<IndexEntry[]> {
  return (await readIndex()).filter(({ type }) => type === 'docs')
}

/** The toolbar's choices. A story that sets one of them itself keeps its own. */
export type Toolbar = Partial<Record<'theme' | 'locale' | 'module' | 'fault', string>>

export interface Visit {
  page: Page
  context: BrowserContext
  /** Requests that left this machine. */
  outside: string[]
  /** Answers of 400 and more, and requests without one. */
  missing: string[]
  /** Opens a story and waits until it stands, played through where it plays. */
  show(id: string, toolbar?: Toolbar): Promise<void>
  /** Turns to another story as a click in the sidebar does: the same toolbar, no new page. */
  turnTo(id: string): Promise<void>
  /** Turns the toolbar's switches while the story stands. */
  turnToolbar(globals: Toolbar): Promise<void>
  /** Waits until words and letters on their way have arrived: none in so many looks, 50 ms apart. Default 3. */
  quiet(looks?: number): Promise<void>
  /** Which toolbar choices a story sets itself. */
  ownToolbar(id: string): Promise<Toolbar>
}

/** One reviewer's browser on the playground's canvas, without Storybook's frame around it. */
export async function openPlayground(options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  await page.addInitScript(noteFailedPlays)
  const outside: string[] = []
  const missing: string[] = []
  const home = inject('playground')
  let underWay = 0
  page.on('request', (request) => {
    underWay++
    if (/^https?:/.test(request.url()) && !request.url().startsWith(home)) outside.push(request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url())
  })
  page.on('requestfinished', () => underWay--)
  page.on('requestfailed', (request) => {
    underWay--
    // Left behind by turning to another page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') missing.push(request.url())
  })
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) underWay = 0
  })
  return {
    page,
    context,
    outside,
    missing,
    async show(id, toolbar = {}) {
      const globals = Object.entries({ ...toolbar, 'a11y.manual': '!true' }).map((pair) => pair.join(':'))
      await page.goto(`${home}/iframe.html?id=${id}&viewMode=story&globals=${globals.join(';')}`)
      await page.waitForFunction(hasFinished, id)
      await page.evaluate(() => document.fonts.ready)
    },
    async turnTo(id) {
      await page.evaluate((storyId) => {
        window.failedPlay = undefined
        window.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' })
      }, id)
      await page.waitForFunction(hasFinished, id)
    },
    turnToolbar: (globals) =>
      page.evaluate((given) => {
        window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals: given })
      }, globals),
    async quiet(looks = 3) {
      for (let still = 0; still < looks; ) {
        await page.evaluate(() => document.fonts.ready)
        await page.waitForTimeout(50)
        still = underWay > 0 ? 0 : still + 1
      }
    },
    ownToolbar: (id) =>
      page.evaluate(async (storyId) => {
        const { storyStoreValue } = window.__STORYBOOK_PREVIEW__
        return (await storyStoreValue.loadStory({ storyId })).storyGlobals
      }, id),
  }
}

/** Runs in the page before anything else: a play that failed is "finished" like any other, and only says so once. */
function noteFailedPlays(): void {
  let channel: Channel | undefined
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (given: Channel) => {
      channel = given
      given.on('playFunctionThrewException', ({ message }) => {
        window.failedPlay = message
      })
    },
  })
}

/** Runs in the page. */
function hasFinished(id: string): boolean {
  const render = window.__STORYBOOK_PREVIEW__?.currentRender
  if (render?.id !== id) return false
  const failed = render.phase === 'errored' || document.body.classList.contains('sb-show-errordisplay')
  if (failed && /errored|finished/.test(render.phase ?? '')) throw new Error(document.body.innerText)
  if (render.phase === 'finished' && window.failedPlay) throw new Error(window.failedPlay)
  return render.phase === 'finished'
}

interface Channel {
  emit(event: string, of: unknown): void
  on(event: string, hear: (error: Error) => void): void
}

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__: {
      currentRender?: { id: string; phase?: string }
      storyStoreValue: { loadStory(of: { storyId: string }): Promise<{ storyGlobals: Toolbar }> }
    }
    __STORYBOOK_ADDONS_CHANNEL__: Channel
    /** What the story's play said when it failed. */
    failedPlay?: string
  }
}
