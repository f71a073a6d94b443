import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The front. `react-toss-checkout` is the built package, as a merchant would install it.
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    alias: [
      { find: 'react-toss-checkout/styles.css', replacement: here('../../dist/styles.css') },
      { find: 'react-toss-checkout', replacement: here('../../dist/index.js') },
    ],
  },
  build: {
    outDir: here('dist/front'),
    emptyOutDir: true,
    target: 'es2022',
    // The policy allows no inline script, and every browser of that target preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
