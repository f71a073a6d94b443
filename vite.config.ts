import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { launchOptions } from './test/chromium.mjs'

// The last: what Node brings, for the command line and the server half.
const peers = /^((react|react-dom|@tanstack\/react-query|hono|@hono\/node-server)(\/|$)|node:)/

/**
 * `vite build --mode page`: what `npx react-toss-checkout sandbox` serves to browsers, the stand-in SDK and the payment
 * window in one classic script, React included.
 */
const page: ViteUserConfig = {
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
}

/** Of the sheet's comments a shop ships the first, and no indentation: the others are for whoever reads the source. */
const shortSheet: Plugin = {
  name: 'short-sheet',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
      file.source = String(file.source)
        .replace(/(?<!^)\s*\/\*[\s\S]*?\*\//g, '')
        .replace(/\n\s+/g, '\n')
    }
  },
}

/** Unit tests of what knows no document: a DOM for each of them would cost more than they do. */
const withoutDom = [
  'test/unit/{payment,server}/**/*.test.ts',
  'test/unit/sandbox/{rest,billing}/**/*.test.ts',
]
const unit = { setupFiles: 'test/unit/development.ts', testTimeout: 20_000, restoreMocks: true }

const kit = (command: 'build' | 'serve'): ViteUserConfig => ({
  resolve: { tsconfigPaths: true },
  plugins: [shortSheet],
  // Left for the shop's own bundler to decide; unit tests set it themselves.
  define: command === 'build' ? { __DEV__: "(process.env.NODE_ENV !== 'production')" } : {},
  build: {
    target: 'es2022',
    minify: false,
    sourcemap: true,
    cssCodeSplit: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        'server/index': 'src/server/index.ts',
        'server/browser': 'src/server/browser.ts',
        'sandbox/index': 'src/sandbox/index.ts',
        'sandbox/cli': 'src/sandbox/cli.ts',
        styles: 'src/components/styles.css',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: peers,
      // It is kept all the same: a test reads the first line of the built files.
      onLog(level, log, report) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
      // One file each, so that "use client" stays the first line of the files that need it.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    // Most of the long tests wait for a browser, a server or a database: two at a time, also on one core.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        plugins: [react()],
        test: {
          ...unit,
          name: 'unit',
          environment: 'jsdom',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: withoutDom,
        },
      },
      {
        extends: true,
        test: { ...unit, name: 'unit-node', environment: 'node', include: withoutDom, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['test/server/**/*.test.ts'],
          globalSetup: 'test/server/servePostgres.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          restoreMocks: true,
        },
      },
      {
        extends: true,
        test: {
          name: 'storefront',
          environment: 'node',
          include: ['test/storefront/**/*.test.ts'],
          globalSetup: 'test/storefront/buildShop.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/serveShop.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'stories',
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'visual',
          environment: 'node',
          include: ['test/visual/**/*.test.ts'],
          globalSetup: 'test/visual/serveStorybook.ts',
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})

export default defineConfig(({ command, mode }) => (mode === 'page' ? page : kit(command)))
