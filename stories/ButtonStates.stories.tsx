import type { Meta, StoryObj } from '@storybook/react-vite'
import { StateMatrix } from './desk/StateMatrix.js'

/**
 * 버튼이 지나는 모든 상태예요. `data-state`가 상태를 말하고, 진행 중에는 `aria-busy`로 알리면서 포커스를 놓지 않아요.
 * 색은 모두 `--tc-*` 변수라서 바꿀 수 있어요.
 *
 * Every state side by side: the real button, put into each state by way of the kit's own attempt store.
 */
const meta = {
  id: 'button-states',
  title: '버튼/모든 상태',
  component: StateMatrix,
} satisfies Meta<typeof StateMatrix>

export default meta
type Story = StoryObj<typeof meta>

/** 모든 상태를 한 화면에. */
export const Every: Story = { name: '한눈에 보기' }

/** The same in the dark, in English. */
export const EveryDarkEnglish: Story = {
  name: '어두운 화면, 영어',
  globals: { theme: 'dark', locale: 'en' },
}

/** 360px에서도 글자가 잘리지 않아요. */
export const EveryNarrow: Story = {
  name: '360px 화면',
  tags: ['!autodocs'],
  globals: { viewport: { value: 'phone' } },
}
