import '@fontsource/gowun-batang'
import '@fontsource/gowun-batang/700.css'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { CSSProperties } from 'react'
import { expect } from 'storybook/test'
import { useSay } from '../playground/Playground.js'
import { KnownRecords } from './KnownRecords.js'
import { stopClock } from './stillClock.js'
import { WholeKit, wholeKitRecords } from './WholeKit.js'
import './components.css'

interface Shop {
  name: [ko: string, en: string]
  theme: 'light' | 'dark'
  density?: 'compact'
  /** The page's own: it is not the kit's. */
  ground: string
  look: Record<`--tc-${string}`, string>
}

const shops: Shop[] = [
  {
    name: ['물빛찻장 · 둥글고 차분하게', 'A tea shop · round and calm'],
    theme: 'light',
    ground: '#f4f7f1',
    look: {
      '--tc-font': '"Gowun Batang", "Noto Sans KR Variable", serif',
      '--tc-font-size': '1.125rem',
      '--tc-font-size-text': '1.0625rem',
      '--tc-font-size-small': '0.9375rem',
      '--tc-font-size-title': '1.5rem',
      '--tc-color-primary': '#2f6b4f',
      '--tc-color-primary-hover': '#24553e',
      '--tc-color-chosen': '#e2efe6',
      '--tc-color-soft': '#e9efe4',
      '--tc-color-busy': '#dfe8da',
      '--tc-color-on-busy': '#37503f',
      '--tc-color-focus': '#2f6b4f',
      '--tc-color-edge': '#6f8577',
      '--tc-color-line': '#cfdccf',
      '--tc-radius': '1.5rem',
      '--tc-gap': '1rem',
      '--tc-height': '3.5rem',
      '--tc-option': '3.5rem',
    },
  },
  {
    name: ['먹공방 · 각지고 또렷하게', 'A print studio · square and plain'],
    theme: 'light',
    density: 'compact',
    ground: '#ffffff',
    look: {
      '--tc-font': '"Noto Sans Mono Variable", "Noto Sans KR Variable", monospace',
      '--tc-font-size': '0.9375rem',
      '--tc-font-size-text': '0.9375rem',
      '--tc-font-size-small': '0.8125rem',
      '--tc-font-size-title': '1.25rem',
      '--tc-color-primary': '#111111',
      '--tc-color-primary-hover': '#3a3a3a',
      '--tc-color-text': '#111111',
      '--tc-color-chosen': '#f2f2f2',
      '--tc-color-soft': '#f2f2f2',
      '--tc-color-busy': '#e6e6e6',
      '--tc-color-on-busy': '#3a3a3a',
      '--tc-color-edge': '#111111',
      '--tc-color-line': '#111111',
      '--tc-color-focus': '#c2410c',
      '--tc-radius': '0',
      '--tc-font-weight': '500',
    },
  },
  {
    name: ['밤오락실 · 어둡고 밝게', 'An arcade · dark and bright'],
    theme: 'dark',
    ground: '#140b24',
    look: {
      '--tc-color-primary': '#ffd54a',
      '--tc-color-primary-hover': '#ffe48a',
      '--tc-color-on-primary': '#1d1130',
      '--tc-color-surface': '#21133a',
      '--tc-color-chosen': '#3a2358',
      '--tc-color-soft': '#2b1a49',
      '--tc-color-busy': '#3a2a58',
      '--tc-color-edge': '#9a86c4',
      '--tc-color-line': '#49336f',
      '--tc-color-focus': '#7df0ff',
      '--tc-radius': '0.5rem',
      '--tc-font-weight': '800',
      '--tc-font-size': '1.25rem',
      '--tc-font-size-title': '1.375rem',
      '--tc-gap': '0.625rem',
      '--tc-height': '4rem',
    },
  },
]

/**
 * 같은 컴포넌트를 `--tc-*` 변수만으로 세 상점처럼 꾸몄어요. 선택자도 클래스도 더 쓰지 않았어요.
 *
 * The same components as three imaginary shops, by variables alone.
 */
const meta = {
  id: 'components-three-shops',
  title: '컴포넌트/세 상점',
  component: Shops,
  beforeEach: stopClock,
} satisfies Meta<typeof Shops>

export default meta

/** 변수와 `data-tc-density`만 바꿨어요. 다른 규칙이 키트의 요소에 닿지 않는지도 확인해요. */
export const Three: StoryObj<typeof meta> = {
  name: '변수로만 꾸미기',
  play: async ({ canvasElement }) => {
    const kit = [...canvasElement.querySelectorAll('[data-tc], [data-tc] *, [data-toss-checkout]')]
    await expect(kit.length).toBeGreaterThan(300)
    await expect(kit.filter((element) => element.hasAttribute('style') || element.className)).toEqual([])
    const looks = [...canvasElement.querySelectorAll<HTMLElement>('[data-look]')]
    await expect(looks).toHaveLength(3)
    for (const { style } of looks) {
      await expect([...style].filter((property) => !property.startsWith('--tc-'))).toEqual([])
    }
    await expect(rulesOfOthers(kit)).toEqual([])
  },
}

/** Rules outside the kit's layer that say something about its elements themselves. */
function rulesOfOthers(elements: readonly Element[]): string[] {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  return rules
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => elements.some((element) => element.matches(selectorText)))
    .map(({ selectorText }) => selectorText)
}

function Shops() {
  const say = useSay()
  return (
    <KnownRecords records={wholeKitRecords}>
      <div className="shops">
        {shops.map(({ name, theme, density, ground, look }, at) => (
          <div key={ground} data-theme={theme} style={{ background: ground }}>
            <h1>{say(...name)}</h1>
            <div data-look="" data-tc-density={density} style={look as CSSProperties}>
              <WholeKit shop={say(...name)} number={at} />
            </div>
          </div>
        ))}
      </div>
    </KnownRecords>
  )
}
