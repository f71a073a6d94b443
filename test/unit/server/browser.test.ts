// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as server from '../../../src/server/index.js'

it('a browser bundle is told in one sentence why it may not have the server entry', async () => {
  await expect(import('../../../src/server/browser.js')).rejects.toThrow(
    /^react-toss-checkout\/server must not run in a browser: it holds the API secret[^.]*\.$/,
  )
})

it('has every name of the real entry, so that a bundler does not stop with words of its own', () => {
  const source = readFileSync(new URL('../../../src/server/browser.ts', import.meta.url), 'utf8')
  const names = [...source.matchAll(/^export const (\w+): never/gm)].map(([, name]) => name)
  expect(names.sort()).toEqual(Object.keys(server).sort())
})
