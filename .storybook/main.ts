import type { StorybookConfig } from '@storybook/react-vite'
import { mergeConfig, type UserConfig } from 'vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // The toolbar's own theme switch decides the ground a story stands on.
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
  // react-docgen-typescript needs the compiler API that TypeScript 7 no longer has.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The library leaves this question to the app's bundler; the playground is always for developers.
  viteFinal: (config) =>
    mergeConfig(config, {
      define: { __DEV__: 'true' },
      build: {
        chunkSizeWarningLimit: 2_000,
        // The first that know light-dark(): written for older ones, it would no longer follow a frame's own theme.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        rolldownOptions: {
          // A story book is one client: "use client" means nothing in it.
          onLog(level, log, report) {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
          },
        },
      },
    } satisfies UserConfig),
}

export default config
