// @vitest-environment node
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { kitSheet, sheetFiles, sheetFolder } from '../../kitSheet.js'

const rules = [...kitSheet.matchAll(/(?<=^|[{}])\s*([^{}@]+)\{([^{}]*)\}/g)].map(
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

/** What stands in no block: where a layer ends, the next one begins. */
function heads(sheet: string): string[] {
  let depth = 0
  let head = ''
  const found: string[] = []
  for (const letter of sheet) {
    if (letter === '{' && depth++ === 0) {
      found.push(head.trim())
      head = ''
    } else if (letter === '}') depth--
    else if (depth === 0) head += letter
  }
  return [...found, head.trim()].filter(Boolean)
}

/** The values that a block of the sheet gives its variables. */
function values(after: RegExp): Record<string, string> {
  const body = after.exec(kitSheet)?.[1] ?? ''
  return Object.fromEntries(
    [...body.matchAll(/(--tc-color-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  )
}

describe('the sheet beside a shop’s own', () => {
  it('is made of every file beside it, and each rule stands in the one layer', () => {
    expect([...sheetFiles].sort()).toEqual([...sheetFolder].sort())
    expect(new Set(heads(kitSheet))).toEqual(new Set(['@layer toss-checkout']))
    expect(heads('@layer toss-checkout { a {} } b {}')).toEqual(['@layer toss-checkout', 'b'])
  })

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
    expect([...kitSheet.matchAll(/@keyframes\s+([\w-]+)/g)].map(([, name]) => name)).toEqual(['tc-turn'])
  })

  it('asks no device for its colours: a shop that is only light stays light on a dark phone', () => {
    expect(kitSheet).not.toContain('prefers-color-scheme')
  })

  it('shows older browsers the same colours, light and dark', () => {
    const both = values(/@supports \(color: light-dark\(red, red\)\) \{\s*:where\(:root\) \{([^}]*)\}/)
    const light = values(/@supports not .*\{\s*:where\(:root, \[data-theme="light"\]\) \{([^}]*)\}/)
    const dark = values(/@supports not [\s\S]*?:where\(\[data-theme="dark"\]\) \{([^}]*)\}/)
    expect(Object.keys(both).length).toBeGreaterThan(12)
    const merged = Object.keys(both).map((name) => [
      name,
      `light-dark(${light[name]} var(--tc-or) ${dark[name]})`,
    ])
    expect(Object.fromEntries(merged)).toEqual(both)
  })

  it('keeps both values through a shop’s own build, for browsers as old as Vite’s default', async () => {
    const folder = new URL('../../../src/components/', import.meta.url).pathname
    const [built] = [
      await build({
        configFile: false,
        root: folder,
        logLevel: 'error',
        build: { write: false, rolldownOptions: { input: `${folder}styles.css` } },
      }),
    ].flat()
    if (!built || !('output' in built)) throw new Error('nothing built')
    const sheets = built.output.flatMap((file) =>
      file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
    )
    expect(sheets.join()).toContain('--tc-color-text:light-dark(#16202c var(--tc-or) #edf1f6)')
    expect(sheets.join()).not.toContain('lightningcss')
  })

  it('is at most 4 kB gzipped', () => {
    expect(gzipSync(kitSheet, { level: 9 }).length).toBeLessThanOrEqual(4096)
  })
})
