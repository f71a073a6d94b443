import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { kitSheet } from '../kitSheet.js'
import { listDocs, openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground()
})
afterAll(() => visit?.context.close())

describe('the built playground below a sub-path, as a design review is published', () => {
  it('opens by link in its own frame, sandbox and fonts included, and fetches nothing from elsewhere', async () => {
    const { page, outside, missing } = visit
    await page.goto(`${inject('playground')}/?path=/story/components-page--page`)
    const story = page.frameLocator('#storybook-preview-iframe')
    await story.getByRole('button', { name: '55,000원 결제하기' }).click()
    await story.frameLocator('iframe[title="결제창"]').getByRole('radio', { name: '신한카드' }).check()
    for (const name of ['Noto Sans KR Variable', 'Noto Sans Mono Variable']) {
      const loaded = await story
        .locator('body')
        .evaluate((_, family) => [...document.fonts].some((font) => font.family.includes(family)), name)
      expect(loaded, name).toBe(true)
    }
    expect(outside).toEqual([])
    expect(missing).toEqual([])
  })

  it('every page of documentation stands, with its live stories', async () => {
    const { page, outside, missing } = visit
    const pages = (await listDocs()).filter(({ title }) => /^(안내|결제창의 규칙)\//.test(title))
    expect(pages.map(({ title }) => title).sort()).toEqual([
      '결제창의 규칙/카드사 고르기',
      '결제창의 규칙/카드사 창 바로 열기',
      '결제창의 규칙/할부 개월',
      '결제창의 규칙/휴대폰',
      '안내/개발자에게',
      '안내/디자이너에게',
    ])
    for (const { id, title } of pages) {
      await page.goto(`${inject('playground')}/iframe.html?id=${encodeURIComponent(id)}&viewMode=docs`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.locator('.sbdocs-preview').first().waitFor()
      expect(await page.getByText(/is not defined|Unexpected|Couldn't/).count(), title).toBe(0)
    }
    expect(outside).toEqual([])
    expect(missing).toEqual([])
  })

  it('a page of documentation turns dark with the toolbar, letters and live stories, and fits a phone', async () => {
    const { page, turnToolbar } = visit
    await page.setViewportSize({ width: 360, height: 800 })
    const id = encodeURIComponent('결제창의-규칙-할부-개월--docs')
    await page.goto(`${inject('playground')}/iframe.html?id=${id}&viewMode=docs&globals=theme:light`)
    await page.locator('.sbdocs-preview button[data-toss-checkout]').first().waitFor()
    const brightness = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((element) => {
          const [red = 0, green = 0, blue = 0] =
            getComputedStyle(element).backgroundColor.match(/\d+/g)?.map(Number) ?? []
          return (red + green + blue) / 3
        })
    const grounds = ['.sbdocs-wrapper', '.sbdocs-preview .playground']
    for (const part of grounds) expect(await brightness(part), part).toBeGreaterThan(200)
    await turnToolbar({ theme: 'dark' })
    for (const part of grounds)
      await expect.poll(() => brightness(part), { message: part, timeout: 10_000 }).toBeLessThan(60)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const spilled = await page
      .locator('.guide-table')
      .evaluate((table) => table.scrollWidth - table.clientWidth)
    expect(spilled).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('the table of variables has every variable of the sheet, in both themes', async () => {
    const { page } = visit
    const designers = (await listDocs()).find(({ title }) => title === '안내/디자이너에게')
    await page.goto(
      `${inject('playground')}/iframe.html?id=${encodeURIComponent(designers?.id ?? '')}&viewMode=docs`,
    )
    const rows = page.locator('.guide-table:not(.guide-words) tbody tr')
    await rows.first().waitFor()
    const root = new Set(
      [...kitSheet.matchAll(/:where\(:root[^{]*\{([^}]*)\}/g)].flatMap(([, body = '']) =>
        [...body.matchAll(/--tc-[\w-]+(?=:(?! ,))/g)].map(([name]) => name),
      ),
    )
    expect(root.size).toBeGreaterThan(25)
    expect(await rows.getByRole('rowheader').allInnerTexts()).toEqual([...root])
    const primary = await rows.filter({ hasText: '--tc-color-primary' }).first().innerText()
    expect(primary).toMatch(/#0064ff[\s\S]*#4d94ff[\s\S]*background/)
  })
})
