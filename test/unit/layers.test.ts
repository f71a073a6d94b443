// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** What each folder may import. Arrows point down only. */
const allowed: Record<string, string[]> = {
  payment: ['payment'],
  portone: ['portone', 'payment'],
  hooks: ['hooks', 'portone', 'payment'],
  components: ['components', 'hooks', 'portone', 'payment'],
  server: ['server', 'payment'],
  sandbox: ['sandbox'],
}
const packages: Record<string, RegExp> = {
  payment: /^$/,
  portone: /^$/,
  hooks: /^(react|@tanstack\/react-query)$/,
  components: /^react$/,
  server: /^hono(\/.*)?$/,
  sandbox: /^(react|react-dom\/client|hono(\/.*)?|@hono\/node-server|node:.*)$/,
}

const imports = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file.includes('/'))
  .flatMap((file) =>
    [
      ...readFileSync(join(src, file), 'utf8').matchAll(
        /^\s*(import|export)\s([^;'"]*?)\sfrom\s'([^']+)'|import\('([^']+)'\)/gm,
      ),
    ].map(([, , what = '', from, lazy]) => ({
      file,
      typeOnly: /^type\b/.test(what),
      from: (from ?? lazy) as string,
    })),
  )
const folderOf = (path: string) => path.split('/')[0] as string

it('reads the imports it judges', () => {
  expect(imports.length).toBeGreaterThan(150)
})

it('arrows between the layers point down only', () => {
  const upward = imports
    .filter(({ from }) => from.startsWith('.'))
    .map((each) => ({ ...each, to: relative(src, join(src, dirname(each.file), each.from)) }))
    .filter(({ file, to, typeOnly }) => {
      const layer = folderOf(file)
      // The sandbox may know the kit's types, so that it can disagree with the rest.
      return !allowed[layer]?.includes(folderOf(to)) && !(layer === 'sandbox' && typeOnly)
    })
  expect(upward).toEqual([])
})

it('each layer uses no package but its own', () => {
  const foreign = imports.filter(
    ({ file, from }) => !from.startsWith('.') && !packages[folderOf(file)]?.test(from),
  )
  expect(foreign).toEqual([])
})

it('only the portone folder knows window.IMP', () => {
  const knowing = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(payment|hooks|components)\/.*\.tsx?$/.test(file))
    .filter((file) =>
      /window\.IMP|request_pay\(|merchant_uid:/.test(
        readFileSync(join(src, file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, ''),
      ),
    )
  expect(knowing).toEqual([])
})
