import { afterAll, beforeAll, expect, it } from 'vitest'
import { listStories, openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground()
})
afterAll(() => visit?.context.close())

it('꺼진 버튼과 기다리는 버튼의 글자도 4.5:1보다 또렷하다: axe는 꺼진 것을 보지 않는다', async () => {
  const { page, show, quiet } = visit
  const ids = (await listStories()).map(({ id }) => id).filter((id) => id.endsWith('-every'))
  let looked = 0
  const faint: string[] = []
  for (const theme of ['light', 'dark']) {
    for (const id of ids) {
      await show(id, { theme })
      await quiet()
      const texts = await page.evaluate(contrasts)
      looked += texts.length
      for (const { text, ratio } of texts) if (ratio < 4.5) faint.push(`${id}, ${theme}: "${text}" ${ratio}`)
    }
  }
  expect(looked).toBeGreaterThan(40)
  expect(faint).toEqual([])
})

/** Runs in the page: letters in something disabled or busy, with their contrast to the ground behind them. */
function contrasts(): { text: string; ratio: number }[] {
  const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const ground = (from: Element): string => {
    for (let element: Element | null = from; element; element = element.parentElement) {
      const { backgroundColor } = getComputedStyle(element)
      if ((channels(backgroundColor)[3] ?? 1) === 1) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  const quietParts = '[aria-busy="true"], button:disabled, select:disabled, [data-disabled] *'
  return [...document.querySelectorAll<HTMLElement>(quietParts)].flatMap((element) => {
    const own = [...element.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const text = element instanceof HTMLSelectElement ? element.value : own?.textContent?.trim()
    if (!text || element.tagName === 'OPTION' || !element.checkVisibility()) return []
    const [one = 0, other = 0] = [light(getComputedStyle(element).color), light(ground(element))]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    return [{ text, ratio: Math.round(ratio * 100) / 100 }]
  })
}
