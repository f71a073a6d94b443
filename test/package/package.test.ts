import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'

// What an install gets: these tests read dist/, so `npm run build` comes first (`npm test` does that).
const root = fileURLToPath(new URL('../..', import.meta.url))
// Packing must not build again, least of all with the test runner's NODE_ENV.
const env = { ...process.env, NODE_ENV: 'production', npm_config_ignore_scripts: 'true' }
const run = (command: string, args: string[], cwd = root) =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const files = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  )

describe('the built package', () => {
  it('keeps "use client" as the first line of every file that needs it, and of no other', () => {
    const marked = (folder: string, ending: string) =>
      files(folder, ending)
        .filter((name) => /^['"]use client['"]/.test(readFileSync(join(root, folder, name), 'utf8')))
        .map((name) => name.replace(/\.\w+$/, ''))
        .sort()
    const client = marked('src', '.ts').concat(marked('src', '.tsx')).sort()
    expect(client.length).toBeGreaterThan(4)
    expect(marked('dist', '.js')).toEqual(client)
  })

  it('can be imported in bare Node, without window', () => {
    const script = `
      if (typeof window !== 'undefined') throw new Error('not bare')
      const kit = await import('react-toss-checkout')
      const sandbox = await import('react-toss-checkout/sandbox')
      const server = await import('react-toss-checkout/server')
      console.log([kit.TossCheckoutButton, kit.usePayment, sandbox.createSandbox, server.createPortOneClient].map((each) => typeof each).join())`
    expect(run('node', ['--input-type=module', '-e', script])).toBe('object,function,function,function\n')
  })

  it('refuses to bring the server entry, and with it the API secret, into a browser bundle', async () => {
    const folder = mkdtempSync(join(root, 'node_modules/.browser-'))
    writeFileSync(
      join(folder, 'page.js'),
      "import { createPortOneClient } from 'react-toss-checkout/server'; createPortOneClient({})",
    )
    try {
      const built = await build({
        configFile: false,
        root: folder,
        logLevel: 'error',
        build: { write: false, rolldownOptions: { input: join(folder, 'page.js') } },
      })
      const code = [built]
        .flat()
        .map((each) => ('output' in each ? each.output : []).map((file) => ('code' in file ? file.code : '')))
        .join()
      expect(code).toContain('must not run in a browser')
      expect(code).not.toContain('getToken')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('answers a REST call of the sandbox in bare Node', () => {
    const script = `
      const { createSandbox } = await import('react-toss-checkout/sandbox')
      const response = await createSandbox().fetch(new Request('https://api.iamport.kr/payments/imp_1'))
      console.log(response.status)`
    expect(run('node', ['--input-type=module', '-e', script])).toBe('401\n')
  })

  it('satisfies publint and are-the-types-wrong', () => {
    expect(run('npx', ['publint', '--strict'])).toMatch(/All good/)
    // Ends with an error when it finds a problem.
    run('npx', ['attw', '--pack', '--profile', 'esm-only', '--exclude-entrypoints', './styles.css'])
  })

  it('packs nothing but the build, the readmes, the changelog and the licence', () => {
    const [{ files: packed }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json']))
    const outside = packed
      .map(({ path }: { path: string }) => path)
      .filter((path: string) => !path.startsWith('dist/'))
    expect(outside.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.ko.md', 'README.md', 'package.json'])
    const looks = packed
      .map(({ path }: { path: string }) => path)
      .filter((path: string) => !/\.(js|js\.map|d\.ts|md|json)$|^LICENSE$/.test(path))
    // No font, no picture: the playground's own stay there.
    expect(looks).toEqual(['dist/styles.css'])
  })

  it('ships a sheet of at most 4 kB gzipped, as it is', () => {
    const sheet = readFileSync(join(root, 'dist/styles.css'))
    expect(gzipSync(sheet, { level: 9 }).length).toBeLessThanOrEqual(4096)
    expect(sheet.toString()).toContain('@layer toss-checkout')
  })

  it('names no file, host or folder of the machine it was built on', () => {
    for (const name of files('dist', '.js')) {
      expect(readFileSync(join(root, 'dist', name), 'utf8'), name).not.toContain(root)
    }
  })

  it('pays on React 18.3 and the first TanStack Query 5', () => {
    const folder = mkdtempSync(join(tmpdir(), 'react-18-'))
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }))
    const peers = ['react@18.3.1', 'react-dom@18.3.1', '@tanstack/react-query@5.0.0', 'jsdom@29.1.1']
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`, ...peers], folder)
    writeFileSync(join(folder, 'pay.mjs'), readFileSync(new URL('payOnReact18.mjs', import.meta.url)))
    expect(run('node', ['pay.mjs'], folder)).toBe('18.3.1 paid 55000\n')
  })
})
