import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listStories, openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
let ids: string[]
beforeAll(async () => {
  const stories = await listStories()
  ids = stories
    .map(({ id }) => id)
    .filter((id) => /-every$|^components-three|^components-page--page$/.test(id))
  visit = await openPlayground({ viewport: { width: 360, height: 740 } })
})
afterAll(() => visit?.context.close())

for (const locale of ['ko', 'en']) {
  it(`글자를 두 배로 키운 360px 휴대폰에서도 옆으로 밀리거나 잘리는 글이 없다 (${locale})`, async () => {
    const { page, context, show, turnTo, quiet } = visit
    await show('button--default', { locale })
    // The buyer's own setting, not the page's: what is written in rem grows, media queries too.
    const devtools = await context.newCDPSession(page)
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
    const found: string[] = []
    for (const id of ids) {
      await turnTo(id)
      await quiet()
      for (const spill of await findSpills(page)) found.push(`${id}: ${spill}`)
    }
    expect(ids.length).toBeGreaterThan(6)
    expect(found).toEqual([])
  })
}

/** Text outside the screen, outside its own box, or cut off by a box around it. */
function findSpills(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const wide = document.documentElement.scrollWidth
    if (wide > innerWidth) found.push(`the page scrolls sideways: ${wide}px`)
    const root = document.querySelector('#storybook-root') as HTMLElement
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility() || element.closest('[data-toss-checkout-announcer]')) continue
      const style = getComputedStyle(element)
      if (element instanceof HTMLSelectElement) {
        pen.font = style.font
        const text = element.selectedOptions[0]?.text ?? ''
        const room =
          element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
        const { width } = pen.measureText(text)
        const lines =
          style.whiteSpace === 'normal'
            ? Math.floor(element.clientHeight / pen.measureText(text).fontBoundingBoxAscent)
            : 1
        if (width > room * lines + 1) found.push(`"${text}" does not fit its list`)
        continue
      }
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim() || element.closest('option'))
          continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.width === 0) continue
        for (let box: HTMLElement | null = element; box && box !== root; box = box.parentElement) {
          const { clipPath, overflowX, display } = getComputedStyle(box)
          // For screen readers alone.
          if (clipPath !== 'none') break
          const edge = box.getBoundingClientRect()
          const holds = box === element ? display !== 'inline' : overflowX !== 'visible'
          if (holds && (text.right > edge.right + 1 || text.left < edge.left - 1)) {
            found.push(`"${node.textContent}" leaves its ${box.tagName} by ${text.right - edge.right}px`)
          }
        }
      }
    }
    return found
  })
}
