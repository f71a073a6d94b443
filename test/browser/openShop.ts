import { existsSync } from 'node:fs'
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
import type { Setup } from './shop/main.js'

const debianChromium = '/usr/bin/chromium'
let browser: Browser
let context: BrowserContext | undefined

beforeAll(async () => {
  browser = await chromium.launch({
    ...(existsSync(debianChromium) && { executablePath: debianChromium }),
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
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

/** Opens the shop. The SDK comes from its real address, answered on this machine; nothing else leaves the page. */
export async function openShop(options: VisitOptions = {}): Promise<Visit> {
  context = await browser.newContext({
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    ...(options.phone ? devices['iPhone 13'] : { viewport: { width: 1280, height: 800 } }),
  })
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
    await route.fulfill({ contentType: 'text/javascript', body: 'window.sandbox.install(window)' })
  })
  await page.goto(addressOf(options))
  return {
    page,
    context,
    scripts,
    pay: (price = '55,000원') => page.getByRole('button', { name: `${price} 결제하기` }),
    window: () => page.frameLocator('iframe[title="결제창"]'),
    state: (label = 'order-0001') => page.getByRole('status', { name: label, exact: true }).first(),
    another: () => visit(context, options),
  }
}
