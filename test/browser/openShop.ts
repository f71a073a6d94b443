import {
  type Browser,
  type BrowserContext,
  chromium,
  devices,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { launchOptions } from '../chromium.mjs'
import type { Setup } from './shop/main.js'

let browser: Browser
let context: BrowserContext | undefined

beforeAll(async () => {
  browser = await chromium.launch(launchOptions)
})
afterEach(async () => {
  await context?.close()
  context = undefined
})
afterAll(() => browser?.close())

/** One buyer's browser on the test shop. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** How often the SDK script was fetched. */
  scripts: string[]
  pay(price?: string): Locator
  window(): FrameLocator
  /** The state of one order as the page shows it. */
  state(label?: string): Locator
  another(): Promise<Visit>
  /** Lets this much time pass on the page, ms, every timer in it included. */
  pass(ms: number): Promise<void>
}

export interface VisitOptions extends Setup {
  phone?: boolean
  /** Answers the SDK's address by hand: `block`, `hang`, or serve (default). */
  script?: (n: number) => 'serve' | 'block' | 'hang'
  path?: string
}

export function addressOf({ phone: _, script: __, path = '/', ...setup }: VisitOptions): string {
  return `${inject('shop')}${path}${path.includes('?') ? '&' : '?'}setup=${encodeURIComponent(JSON.stringify(setup))}`
}

/** The stand-in SDK, counting how often it is initialised. */
const sdkScript = `
window.sandbox.install(window)
const { init } = window.IMP
window.inits = []
window.IMP.init = (code) => { window.inits.push(code); return init.call(window.IMP, code) }
`

/** Opens the shop. The SDK comes from its real address, answered on this machine; nothing else leaves the page. */
export async function openShop(options: VisitOptions = {}): Promise<Visit> {
  context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    ...(options.phone ? devices['iPhone 13'] : { viewport: { width: 1280, height: 800 } }),
  })
  context.setDefaultTimeout(10_000)
  return visit(context, options)
}

async function visit(context: BrowserContext, options: VisitOptions): Promise<Visit> {
  const page = await context.newPage()
  const scripts: string[] = []
  await page.route(/^https?:\/\/(?!127\.0\.0\.1|localhost)/, async (route) => {
    const url = route.request().url()
    if (!url.startsWith('https://cdn.iamport.kr/')) return route.abort()
    scripts.push(url)
    const answer = options.script?.(scripts.length) ?? 'serve'
    if (answer === 'block') return route.abort()
    if (answer === 'hang') return
    await route.fulfill({ contentType: 'text/javascript', body: sdkScript })
  })
  // Runs with the real time until it is moved.
  await page.clock.install()
  await page.goto(addressOf(options))
  return {
    page,
    context,
    scripts,
    pay: (price = '55,000원') => page.getByRole('button', { name: `${price} 결제하기` }),
    window: () => page.frameLocator('iframe[title="결제창"]'),
    state: (label = 'order-0001') => page.locator(`output[aria-label="${label}"]`).first(),
    another: () => visit(context, options),
    // A second at a time: what a timer leads to may take a few turns, and set the next one.
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= 1_000) await page.clock.runFor(Math.min(left, 1_000))
    },
  }
}

/** Waits until the page shows an order in this state. */
export async function reaches({ page, state }: Visit, status: string, label?: string): Promise<void> {
  await state(label)
    .and(page.locator(`[data-status="${status}"]`))
    .waitFor({ timeout: 40_000 })
}

/** What the page shows of an order: the state with its record or error. */
export async function shown({ state }: Visit, label?: string): Promise<Record<string, never>> {
  return JSON.parse((await state(label).textContent()) ?? '{}')
}

/** Every end the shop was told, in order. */
export async function ends({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => window.ends.map(({ status }) => status))
}

/** Agrees and presses the window's own pay button. */
export async function approve({ window }: Visit, price = '55,000원'): Promise<void> {
  await window()
    .getByRole('checkbox', { name: /전체 동의/ })
    .check()
  await window()
    .getByRole('button', { name: new RegExp(`^${price}`) })
    .click()
}

export async function chooseCard({ window }: Visit, name = '신한카드', months = '0'): Promise<void> {
  await window().getByRole('radio', { name }).check()
  await window().getByRole('combobox', { name: '할부 기간' }).selectOption(months)
}
