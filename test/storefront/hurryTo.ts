import type { Locator, Page, Request } from 'playwright'

/** ms an answer of the server gets, at its own pace, before the page's time goes on. */
const patience = 100

/**
 * Waits for something that the page waits long to show: its time, every timer in it included, runs a second at a look. The
 * page needs `page.clock.install()` before its first address.
 */
export async function hurryTo(page: Page, shown: Locator): Promise<void> {
  const asked = new Set<Request>()
  let answered = () => {}
  const ask = (request: Request) => asked.add(request)
  const answer = (request: Request) => {
    asked.delete(request)
    if (asked.size === 0) answered()
  }
  page.on('request', ask).on('requestfinished', answer).on('requestfailed', answer)
  try {
    for (let looks = 0; looks < 100 && !(await shown.isVisible()); looks++) {
      await page.clock.runFor(1_000)
      if (asked.size > 0)
        await Promise.race([
          new Promise<void>((resolve) => {
            answered = resolve
          }),
          page.waitForTimeout(patience),
        ])
    }
  } finally {
    page.off('request', ask).off('requestfinished', answer).off('requestfailed', answer)
  }
  await shown.waitFor()
}
