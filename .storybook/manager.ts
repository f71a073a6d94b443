import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

const fontBase =
  "system-ui, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"

addons.setConfig({
  // Whole pages get the whole height; everything else keeps its controls in sight.
  layoutCustomisations: {
    showPanel: ({ storyId }, shown) => (/^(checkout|phone)--/.test(storyId ?? '') ? false : shown),
  },
  theme: create({
    base: 'light',
    brandTitle: 'react-toss-checkout',
    brandTarget: '_self',
    fontBase,
    colorPrimary: '#0064ff',
    colorSecondary: '#0057dd',
  }),
})
