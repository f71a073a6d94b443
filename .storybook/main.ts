import type { StorybookConfig } from '@storybook/react-vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  // The toolbar's own theme switch decides the ground a story stands on.
  features: { backgrounds: false },
  // react-docgen-typescript needs the compiler API that TypeScript 7 no longer has.
  typescript: { reactDocgen: 'react-docgen' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The library leaves this question to the app's bundler; the playground is always for developers.
  viteFinal: (config) => ({ ...config, define: { ...config.define, __DEV__: 'true' } }),
}

export default config
