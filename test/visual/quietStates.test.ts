import { afterAll, beforeAll, expect, it } from 'vitest'
import { listStories, openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground()
})
afterAll(() => visit?.context.close())

it('꺼진 것과 기다리는 것의 글자도 두 화면에서 모두 4.5:1보다 또렷하다: axe는 꺼진 것을 보지 않는다', async () => {
  const { page, show, turnTo, turnToolbar, quiet } = visit
  const ids = (await listStories()).map(({ id }) => id).filter((id) => id.endsWith('-every'))
  const faint: string[] = []
  const kinds = new Set<string>()
  await show('button--default', { theme: 'light' })
  for (const id of ids) {
    await turnTo(id)
    await quiet()
    for (const theme of ['light', 'dark']) {
      await turnToolbar({ theme })
      await page.waitForFunction((now) => document.documentElement.dataset.theme === now, theme)
      for (const { text, kind, ratio } of await page.evaluate(contrasts)) {
        kinds.add(`${theme} ${kind}`)
        if (ratio < 4.5) faint.push(`${id}, ${theme}: "${text}" (${kind}) ${ratio}`)
      }
    }
  }
  expect(faint).toEqual([])
  // Each kind was there to be looked at.
  const looked = ['busy button', 'disabled button', 'disabled select', 'disabled group', 'disabled option']
  expect([...kinds].sort()).toEqual(
    ['dark', 'light'].flatMap((theme) => looked.map((kind) => `${theme} ${kind}`)).sort(),
  )
})

it('글자를 흐리게만 한 꺼진 버튼은 들킨다', async () => {
  const { page, show } = visit
  await show('button--every', { theme: 'light' })
  expect(await page.evaluate(contrasts)).not.toEqual([])
  await page.addStyleTag({ content: 'button:disabled { opacity: 0.4 }' })
  const ratios = (await page.evaluate(contrasts)).map(({ ratio }) => ratio)
  expect(Math.min(...ratios)).toBeLessThan(4.5)
})

/** Runs in the page: letters in something disabled or busy, with their contrast to the ground behind them. */
function contrasts(): { text: string; kind: string; ratio: number }[] {
  type Colour = [red: number, green: number, blue: number, alpha: number]
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  // A canvas knows every way to write a colour.
  const read = (colour: string): Colour => {
    if (!pen) throw new Error('no canvas')
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = (top: Colour, below: Colour, opacity: number): Colour => {
    const alpha = top[3] * opacity
    const mix = (at: 0 | 1 | 2) => top[at] * alpha + below[at] * (1 - alpha)
    return [mix(0), mix(1), mix(2), 1]
  }
  const light = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  /** The ground behind an element's letters, and the letters on it, faded as far as anything around them is. */
  const seen = (element: Element): [letters: Colour, ground: Colour] => {
    const chain: Element[] = []
    for (let box: Element | null = element; box; box = box.parentElement) chain.unshift(box)
    let ground: Colour = [255, 255, 255, 1]
    let opacity = 1
    for (const box of chain) {
      const style = getComputedStyle(box)
      opacity *= Number(style.opacity)
      ground = over(read(style.backgroundColor), ground, opacity)
    }
    return [over(read(getComputedStyle(element).color), ground, opacity), ground]
  }
  const kindOf = (element: Element): string | undefined => {
    if (element.closest('label')?.querySelector('input:disabled')) return 'disabled option'
    const quiet = element.closest('button, select, input, [data-disabled]')
    if (quiet?.matches('button[aria-busy="true"]')) return 'busy button'
    if (quiet?.matches(':disabled, [aria-disabled="true"]')) return `disabled ${quiet.tagName.toLowerCase()}`
    return quiet?.matches('[data-disabled]') ? 'disabled group' : undefined
  }
  const root = document.querySelector('#storybook-root') as HTMLElement
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const kind = kindOf(element)
    if (!kind || element.tagName === 'OPTION' || !element.checkVisibility()) return []
    const own = [...element.childNodes].find(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
    )
    const field = element as HTMLInputElement | HTMLSelectElement
    const typed = /^(INPUT|SELECT)$/.test(element.tagName) && !/radio|checkbox/.test(field.type)
    const text = typed ? field.value || (field as HTMLInputElement).placeholder : own?.textContent?.trim()
    if (!text) return []
    const [letters, ground] = seen(element).map(light)
    const [one = 0, other = 0] = [letters, ground]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    return [{ text, kind, ratio: Math.round(ratio * 100) / 100 }]
  })
}
