import type { Preview } from '@storybook/react-vite'
import '@fontsource-variable/noto-sans-kr'
import '@fontsource-variable/noto-sans-mono'
import '../stories/playground/layers.css'
import '../src/components/styles.css'
import '../stories/playground/playground.css'
import { faultLabels } from '../src/sandbox/window/faultLabels.js'
import { DocsPage } from '../stories/playground/DocsPage.js'
import { Playground, readGlobals } from '../stories/playground/Playground.js'

const preview: Preview = {
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', locale: 'ko', module: 'tosspayments', fault: 'none' },
  globalTypes: {
    theme: {
      description: '밝은 화면과 어두운 화면',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: '밝게', icon: 'sun' },
          { value: 'dark', title: '어둡게', icon: 'moon' },
          { value: 'system', title: '기기 설정대로', icon: 'browser' },
        ],
      },
    },
    locale: {
      description: '구매자가 읽는 말',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'ko', title: '한국어' },
          { value: 'en', title: 'English' },
        ],
      },
    },
    module: {
      description: '토스페이먼츠 모듈',
      toolbar: {
        icon: 'switchalt',
        dynamicTitle: true,
        items: [
          { value: 'tosspayments', title: '신모듈 tosspayments' },
          { value: 'uplus', title: '구모듈 uplus' },
        ],
      },
    },
    fault: {
      description: '샌드박스에 일으킬 문제',
      toolbar: {
        icon: 'lightning',
        dynamicTitle: true,
        items: [
          { value: 'none', title: '문제 없음' },
          ...Object.entries(faultLabels).map(([value, { ko }]) => ({ value, title: ko })),
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    // Not again in `npm test`, where this says 'false': test/visual asks axe about every story in every look.
    a11y: { test: import.meta.env.VITEST_STORYBOOK === 'false' ? 'off' : 'error' },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: { container: DocsPage, toc: { headingSelector: 'h2, h3' } },
    viewport: {
      options: {
        phone: { name: '휴대폰 360', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        tablet: { name: '태블릿 768', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desktop: { name: '데스크톱 1280', styles: { width: '1280px', height: '900px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: {
        order: [
          '결제',
          ['주문서', '자동 시연'],
          '안내',
          ['디자이너에게', '개발자에게'],
          '결제창의 규칙',
          ['할부 개월', '카드사 고르기', '카드사 창 바로 열기', '휴대폰'],
          '버튼',
          '컴포넌트',
          '구독',
          '옵션',
          ['결제수단', '할부', '카드사'],
          '문제 상황',
          ['하나씩 겪어 보기', '늦는 SDK와 주문'],
          '휴대폰',
        ],
      },
    },
  },
  decorators: [
    (Story, { globals, viewMode }) => (
      <Playground {...readGlobals(globals)} alone={viewMode === 'story'}>
        <Story />
      </Playground>
    ),
  ],
}

export default preview
