import type { Locator, Page } from 'playwright'

/**
 * Waits for something that the page waits long to show: its time, every timer in it included, runs a second at a look. The
 * page needs `page.clock.install()` before its first address.
 */
export async function hurryTo(page: Page, shown: Locator): Promise<void> {
  for (let looks = 0; looks < 100 && !(await shown.isVisible()); looks++) {
    await page.clock.runFor(1_000)
    // Answers of the server come at their own pace.
    await page.waitForTimeout(100)
  }
  await shown.waitFor()
}
