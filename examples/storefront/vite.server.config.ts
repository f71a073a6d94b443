import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The server, as one file that Node runs. Packages, this one included, stay imports.
export default defineConfig({
  root: here('.'),
  build: {
    ssr: here('server/main.ts'),
    outDir: here('dist'),
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      external: [/^react-toss-checkout/, /^(@hono\/node-server|hono)(\/|$)/, 'pg', '@electric-sql/pglite'],
      output: { entryFileNames: 'server.js' },
    },
  },
})
