import { defineConfig } from 'vite'

/**
 * The script that `npx react-toss-checkout sandbox` serves to browsers: the stand-in SDK and the payment window in one
 * classic script, React included.
 */
export default defineConfig({
  // Said outright: a test that builds this has a NODE_ENV of its own, and then React's two halves would not fit.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    rolldownOptions: {
      output: { postBanner: '/*! Contains React, MIT licence, (c) Meta Platforms, Inc. and affiliates */' },
    },
    lib: {
      entry: 'src/sandbox/http/page.ts',
      formats: ['iife'],
      name: 'sandboxPage',
      fileName: () => 'sandbox/http/page.js',
    },
  },
})
