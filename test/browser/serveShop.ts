import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    shop: string
  }
}

/** Serves the test shop on loopback, on a free port: built, since every test opens pages and a page has hundreds of modules. */
export default async function serveShop(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'react-toss-checkout-shop-'))
  const shared = {
    configFile: false,
    root: fileURLToPath(new URL('shop', import.meta.url)),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022' },
  } as const
  await build({
    ...shared,
    // The development builds of React and the kit: double effects and developer messages are part of what is tested.
    define: { __DEV__: 'true', 'process.env.NODE_ENV': '"development"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { tsconfigPaths: true },
  })
  const server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0 } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the test shop has no address')
  project.provide('shop', address.replace(/\/$/, ''))
  return async () => {
    await server.close()
    await rm(outDir, { recursive: true, force: true })
  }
}
