// `npm test`: everything a change has to pass, from a bare checkout. Ends with one line that adds up all runners.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasChromium } from './chromium.mjs'
import { ensureInstalled, root, run } from './ensureInstalled.mjs'

ensureInstalled()
const { chromium } = await import('playwright')
if (!hasChromium(chromium.executablePath())) {
  console.log('Fetching a Chromium …')
  run('npx', ['playwright', 'install', 'chromium'])
}

const steps = [
  ['Types', ['tsc', '-p', 'tsconfig.json']],
  ['Lint', ['biome', 'check', '.']],
  ['Build', ['npm', 'run', 'build']],
  ['Playground', ['storybook', 'build', '--quiet']],
]
let passed = 0
let failed = 0
for (const [name, [command, ...args]] of steps) {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(
    command === 'npm' ? 'npm' : 'npx',
    command === 'npm' ? args : [command, ...args],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  if (status === 0) passed++
  else failed++
}

console.log('\n— Unit, browser, story and package tests')
const report = join(mkdtempSync(join(tmpdir(), 'react-toss-checkout-')), 'report.json')
const vitest = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests || (vitest.status ? Math.max(1, numFailedTestSuites) : 0)
} else failed++

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed ? 1 : 0)
