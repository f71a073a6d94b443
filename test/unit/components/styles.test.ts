// @vitest-environment node
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync(new URL('../../../src/components/styles.css', import.meta.url), 'utf8').replace(
  /\/\*[\s\S]*?\*\//g,
  '',
)

const rules = [...sheet.matchAll(/(?<=^|[{}])\s*([^{}@]+)\{([^{}]*)\}/g)].map(
  ([, selector = '', body = '']) => ({
    selector: selector.trim(),
    properties: [...body.matchAll(/(?:^|;)\s*([\w-]+):/g)].map(([, property = '']) => property),
  }),
)

/** The parts of a selector list, without commas inside brackets counting. */
function parts(selector: string): string[] {
  const inside = /^:where\(([\s\S]*)\)(?:::[\w-]+)?$/.exec(selector)?.[1] ?? selector
  let depth = 0
  let part = ''
  const found: string[] = []
  for (const letter of inside) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
    if (letter === ',' && depth === 0) {
      found.push(part.trim())
      part = ''
    } else part += letter
  }
  return [...found, part.trim()]
}

describe('the sheet beside a shop’s own', () => {
  it('has no weight: one class of the shop wins over every rule', () => {
    const steps = rules.filter(({ selector }) => !/^(from|to|\d+%)$/.test(selector))
    expect(steps.length).toBeGreaterThan(60)
    expect(steps.filter(({ selector }) => !/^:where\([\s\S]*\)(::[\w-]+)?$/.test(selector))).toEqual([])
  })

  it('leaks nothing: whatever is not the kit’s own element gets variables of the kit and no more', () => {
    const leaks = rules.flatMap(({ selector, properties }) =>
      parts(selector)
        .filter((part) => part.startsWith(':root') || !/\[data-(tc|toss)\b/.test(part))
        .filter(() => properties.some((property) => !property.startsWith('--tc-')))
        .filter((part) => !/^(from|to|\d+%)$/.test(part)),
    )
    expect(leaks).toEqual([])
    expect([...sheet.matchAll(/@keyframes\s+([\w-]+)/g)].map(([, name]) => name)).toEqual(['tc-turn'])
  })

  it('is at most 4 kB gzipped', () => {
    const packed = sheet.replace(/\s+/g, ' ').replace(/ ?([{};:,>]) ?/g, '$1')
    expect(gzipSync(packed, { level: 9 }).length).toBeLessThanOrEqual(4096)
  })
})
