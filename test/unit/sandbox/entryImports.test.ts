// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../../src', import.meta.url))

/** Every file and package a file brings along at run time, types apart. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, what = '', from = ''] of text.matchAll(/^(?:import|export)\s([^;'"]*?)\sfrom\s'([^']+)'/gm)) {
    if (/^type\b/.test(what)) continue
    if (!from.startsWith('.')) seen.add(from)
    else {
      const bare = join(dirname(file), from).replace(/\.js$/, '')
      reach([`${bare}.ts`, `${bare}.tsx`].find(existsSync) ?? bare, seen)
    }
  }
  return seen
}

const packages = (file: string) => [...reach(join(src, file))].filter((each) => !each.startsWith(src))
const files = (file: string) =>
  [...reach(join(src, file))].filter((each) => each.startsWith(src)).map((each) => relative(src, each))

test('what a page imports brings nothing of Node along', () => {
  expect(packages('sandbox/index.ts').filter((name) => /^node:|node-server/.test(name))).toEqual([])
  expect(packages('sandbox/index.ts')).toContain('react')
})

test('the script served to browsers carries no gateway, no REST half and nothing of Node', () => {
  expect(packages('sandbox/http/page.ts').filter((name) => /^node:|hono/.test(name))).toEqual([])
  const reached = files('sandbox/http/page.ts')
  expect(reached).toContain('sandbox/window/PaymentWindow.tsx')
  expect(reached.filter((name) => /sandbox\/(gateway|rest|billing|store)/.test(name))).toEqual([])
})

test('the command line runs without React', () => {
  expect(packages('sandbox/cli.ts').filter((name) => /^react/.test(name))).toEqual([])
  expect(packages('sandbox/cli.ts')).toContain('@hono/node-server')
})
