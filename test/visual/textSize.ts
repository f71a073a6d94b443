import type { Page } from 'playwright'

/** Sets the buyer's own text size in per cent, not the page's: what is written in rem grows, media queries too. */
export async function textSize(page: Page): Promise<(percent: number) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  let now = 100
  return async (percent) => {
    if (percent === now) return
    now = percent
    const standard = (16 * percent) / 100
    await devtools.send('Page.setFontSizes', { fontSizes: { standard, fixed: (13 * percent) / 100 } })
    await page.waitForFunction(
      (size) => getComputedStyle(document.documentElement).fontSize === size,
      `${standard}px`,
    )
  }
}
