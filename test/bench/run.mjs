// `npm run bench`: ratios against a button written by hand, measured in one run, and the bytes a shop ships.
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { build } from 'vite'
import { launchOptions } from '../chromium.mjs'

process.env.NODE_ENV = 'production'
const root = fileURLToPath(new URL('../..', import.meta.url))
const common = {
  configFile: false,
  root,
  logLevel: 'error',
  plugins: [react()],
  resolve: { tsconfigPaths: true },
  define: { __DEV__: 'false', 'process.env.NODE_ENV': '"production"' },
}
const outputs = async (config) =>
  [await build({ ...common, ...config })].flat().flatMap(({ output }) => output)

const [{ code }] = await outputs({
  build: {
    write: false,
    rolldownOptions: { input: `${root}test/bench/mount.tsx`, output: { format: 'iife' } },
  },
})
const browser = await chromium.launch(launchOptions)
const page = await browser.newPage()
await page.setContent('<!doctype html><body></body>')
await page.addScriptTag({ content: code })

// The lower quartile: what it takes when nothing else runs.
const quartile = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 4)]
for (const [what, verb] of [
  ['mount', 'Mounting'],
  ['render', 'Rendering to text'],
]) {
  const times = await page.evaluate((what) => {
    const times = { hand: [], kit: [] }
    for (let round = 0; round < 24; round++) {
      for (const name of round % 2 ? ['hand', 'kit'] : ['kit', 'hand']) {
        const took = window[what](name)
        if (round >= 4) times[name].push(took)
      }
    }
    return times
  }, what)
  const hand = quartile(times.hand)
  const kit = quartile(times.kit)
  console.log(
    `${verb} 1,000 buttons: ${(kit / hand).toFixed(2)} × by hand (${kit.toFixed(1)} ms / ${hand.toFixed(1)} ms)`,
  )
}
await browser.close()

const bytes = await outputs({
  build: {
    write: false,
    modulePreload: false,
    rolldownOptions: {
      input: `${root}test/bench/typicalImport.ts`,
      preserveEntrySignatures: 'strict',
      external: /^(react|react-dom|@tanstack\/react-query)(\/|$)/,
    },
  },
})
for (const { fileName, isEntry, code } of bytes) {
  console.log(
    `${isEntry ? 'Provider + button + usePaymentRedirect' : `fetched when needed: ${fileName}`}: ${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB min+gzip`,
  )
}
