import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findSpills } from './findSpills.js'
import { findViolations } from './findViolations.js'
import { openPlayground, type Visit } from './openPlayground.js'

let visit: Visit
beforeAll(async () => {
  visit = await openPlayground({ viewport: { width: 360, height: 740 } })
  await visit.show('components-page--page', { theme: 'light' })
})
afterEach(() => visit.page.evaluate(() => document.querySelector('#spoiling')?.remove()))
afterAll(() => visit?.context.close())

/** Spoils the kit's page by a rule of its own. */
async function spoil(rule: string): Promise<void> {
  await visit.page.evaluate((text) => {
    document.head.append(
      Object.assign(document.createElement('style'), { id: 'spoiling', textContent: text }),
    )
  }, rule)
}

describe('what is looked for in every story would be found', () => {
  it('a page as it is has none of it', async () => {
    expect(await findViolations(visit.page)).toEqual([])
    expect(await findSpills(visit.page)).toEqual([])
  })

  it('a sentence too pale to read', async () => {
    await spoil('[data-tc-part="hint"] { color: #bbb }')
    expect(await findViolations(visit.page)).toEqual([
      expect.stringMatching(/^color-contrast: .*data-tc-part="hint"/),
    ])
  })

  it('targets too small for a finger', async () => {
    await spoil(
      '[data-tc-part="option"] { min-height: 0; padding: 0; line-height: 1; margin: 0 }\
      [data-tc-part="options"] { gap: 0 } [type="radio"] { width: 8px; height: 8px; min-height: 0 }',
    )
    expect((await findViolations(visit.page)).join('\n')).toMatch(/^target-size: /m)
    expect((await findViolations(visit.page, { only: 'layout' })).join('\n')).toMatch(/^target-size: /m)
  })

  it('a sentence pushed off the screen', async () => {
    await spoil('h1 { white-space: nowrap; letter-spacing: 120px }')
    expect((await findSpills(visit.page)).join('\n')).toMatch(/"주문서" leaves its H1|scrolls sideways/)
  })

  it('letters cut off at the foot of a button', async () => {
    await spoil('.pay-button { height: 10px; min-height: 0; overflow: hidden; padding: 0; line-height: 2 }')
    expect((await findSpills(visit.page)).join('\n')).toMatch(/결제하기" is \d+px taller than its/)
  })

  it('a sentence that lies on another', async () => {
    await spoil('[data-tc-part="hint"] { position: relative; top: -3rem }')
    expect((await findSpills(visit.page)).join('\n')).toMatch(/lie on each other/)
  })

  it('a hint in a field too narrow for it', async () => {
    await spoil('[type="search"] { padding: 0 140px !important }')
    expect(await findSpills(visit.page)).toEqual(['"이름이나 초성, 예: ㅅㅎ" does not fit its field'])
  })
})
