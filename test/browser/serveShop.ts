import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    shop: string
  }
}

/** Serves the test shop on loopback, on a free port. */
export default async function serveShop(project: TestProject): Promise<() => Promise<void>> {
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('shop', import.meta.url)),
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite-shop', import.meta.url)),
    logLevel: 'error',
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    define: { __DEV__: 'true' },
    optimizeDeps: {
      include: [
        'react',
        'react-dom',
        'react-dom/client',
        'react/jsx-dev-runtime',
        '@tanstack/react-query',
        'hono',
      ],
    },
    server: {
      host: '127.0.0.1',
      port: 0,
      hmr: false,
      fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
    },
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the test shop has no address')
  project.provide('shop', address.replace(/\/$/, ''))
  return () => server.close()
}
