import {
  type Browser,
  type BrowserContext,
  chromium,
  devices,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchOptions } from '../chromium.mjs'
import type { GatewayPayment } from './buyByHttp.js'
import {
  type DatabaseKind,
  openStorefront,
  type Storefront,
  type StorefrontOptions,
} from './openStorefront.js'

export type Device = 'desktop' | 'phone'
export const everyDevice: readonly Device[] = ['desktop', 'phone']
export const everyDatabase: readonly DatabaseKind[] = ['PGlite', 'PostgreSQL']

/** A browser of its own on the shop: its own cookies, cart and orders. */
export interface Visit {
  page: Page
  device: Device
  /** Presses it: a finger on a phone, a mouse elsewhere. */
  press(what: Locator): Promise<void>
  /** The gateway's window: over the page, or on a phone the page it was sent to. */
  window(): FrameLocator
}

export interface Visits {
  shop(): Storefront
  /** `expected`: what the console may complain of in this test; anything else fails it. */
  visit(device: Device, expected?: RegExp): Promise<Visit>
  /** The shopkeeper's list as it is now, in a browser that stays signed in. */
  admin(): Promise<Page>
  /** Every payment in the gateway's books, paid or not; only one order's where it is named. */
  payments(merchantUid?: string): Promise<GatewayPayment[]>
}

const ours = /^(https?:\/\/(127\.0\.0\.1|localhost)[:/]|data:|blob:|about:)/

/**
 * One shop and one Chromium for the tests beside it. After each test it holds that no browser asked for anything outside
 * this machine, and that no console, content security policy included, had anything to complain of.
 */
export function visitStorefront(
  database: DatabaseKind,
  options: Omit<StorefrontOptions, 'database'> = {},
): Visits {
  let shop: Storefront
  let browser: Browser
  let keeper: Page | undefined
  let buyers: BrowserContext[] = []
  let complaints: string[] = []

  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([
      openStorefront({ database, ...options }),
      chromium.launch(launchOptions),
    ])
  }, 120_000)
  afterEach(async () => {
    const [heard, left] = [complaints, buyers]
    complaints = []
    buyers = []
    await Promise.all(left.map((context) => context.close()))
    await shop.control('PUT', 'faults', { faults: [] })
    expect(heard).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await shop?.close()
  })

  async function open(device: Device, expected?: RegExp): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: shop.url,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...(device === 'phone' ? devices['iPhone 13'] : { viewport: { width: 1280, height: 800 } }),
    })
    context.setDefaultTimeout(20_000)
    const complain = (text: string) => {
      if (!expected?.test(text)) complaints.push(text)
    }
    context.on('request', (request) => {
      if (!ours.test(request.url())) complain(`left this machine: ${request.url()}`)
    })
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text())
    })
    context.on('weberror', (error) => complain(String(error.error())))
    // Some violations are told to the page only.
    await context.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`against the policy: ${violatedDirective} ${blockedURI}`),
      ),
    )
    return context
  }

  return {
    shop: () => shop,
    async visit(device, expected) {
      const context = await open(device, expected)
      buyers.push(context)
      const page = await context.newPage()
      return {
        page,
        device,
        press: (what) => (device === 'phone' ? what.tap() : what.click()),
        window: () => page.frameLocator('iframe[title="결제창"]'),
      }
    },
    async admin() {
      keeper ??= await signIn(await open('desktop'), shop)
      await keeper.goto('/admin')
      return keeper
    },
    async payments(merchantUid) {
      const { payments } = await shop.control<{ payments: GatewayPayment[] }>('GET', 'payments')
      return payments.filter(({ merchant_uid }) => !merchantUid || merchant_uid === merchantUid)
    },
  }
}

async function signIn(context: BrowserContext, { url, adminPassword }: Storefront): Promise<Page> {
  const answer = await context.request.post('/api/admin/session', {
    headers: { origin: url },
    data: { password: adminPassword },
  })
  expect(answer.status()).toBe(200)
  return context.newPage()
}
