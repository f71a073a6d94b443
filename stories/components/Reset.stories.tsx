import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { useSay } from '../playground/Playground.js'
import { KnownRecords } from './KnownRecords.js'
import { stopClock } from './stillClock.js'
import { WholeKit, wholeKitRecords } from './WholeKit.js'
import './components.css'
import './reset.css'

/**
 * 왼쪽은 그대로, 오른쪽은 모든 것을 지우는 초기화 시트 안이에요. 시트가 키트보다 먼저 오는 레이어에 있으면 둘은 똑같아요.
 * Tailwind의 preflight도 마찬가지예요.
 *
 * As it is, and inside a reset that takes everything away: the same, as long as the reset's layer comes first.
 */
const meta = {
  id: 'components-reset',
  title: '컴포넌트/초기화 시트 옆에서',
  component: Both,
  beforeEach: stopClock,
} satisfies Meta<typeof Both>

export default meta

/** 두 쪽의 모든 요소에서 계산된 스타일이 같은지도 확인해요. */
export const SideBySide: StoryObj<typeof meta> = {
  name: '지우는 시트 안에서도 그대로',
  play: async ({ canvasElement }) => {
    // The records arrive one after the other.
    await waitFor(
      () => {
        const [plain, reset] = [...canvasElement.querySelectorAll('.reset-side')].map(kitElements)
        expect(plain?.length).toBeGreaterThan(60)
        expect(reset?.length).toBe(plain?.length)
        expect(plain?.flatMap((element, at) => differences(element, reset?.[at]))).toEqual([])
      },
      { timeout: 10_000 },
    )
  },
}

function kitElements(side: Element): Element[] {
  const kit = '[data-tc], [data-toss-checkout]'
  return [...side.querySelectorAll('*')].filter(
    (element) => element.closest(kit) && element.getClientRects().length > 0,
  )
}

/** What a buyer would see differ. */
const seen = [
  ...['display', 'color', 'background-color', 'box-shadow', 'border-top-left-radius', 'cursor'],
  ...['border-top-width', 'border-right-width', 'border-bottom-width', 'border-left-width'],
  ...['font-family', 'font-size', 'font-weight', 'line-height', 'text-align', 'text-decoration-line'],
]

/** Where two elements are drawn differently, or at different places of their sides. */
function differences(one: Element, other: Element | undefined): string[] {
  if (!other) return ['missing']
  const part = one.getAttribute('data-tc-part') ?? one.tagName
  const styles = [undefined, '::before'].flatMap((pseudo) => {
    const [mine, theirs] = [getComputedStyle(one, pseudo), getComputedStyle(other, pseudo)]
    if (pseudo && mine.content === 'none' && theirs.content === 'none') return []
    // The browser draws these, unless the reset has taken that away.
    const drawn = one.matches('[type=radio], [type=checkbox]')
    const own = pseudo ? ['width', 'height'] : drawn ? ['appearance'] : []
    return [...seen, ...own]
      .filter((property) => property !== 'color' || !drawn)
      .map((property) => [property, mine.getPropertyValue(property), theirs.getPropertyValue(property)])
      .filter(([, before, after]) => before !== after)
      .map(([property, before, after]) => `${part}${pseudo ?? ''} ${property}: ${before} → ${after}`)
  })
  const [mine, theirs] = [placeOf(one), placeOf(other)]
  return mine === theirs ? styles : [...styles, `${part} stands at ${mine} → ${theirs}`]
}

function placeOf(element: Element): string {
  const side = element.closest('.kit-page')?.getBoundingClientRect()
  const { x, y, width, height } = element.getBoundingClientRect()
  return [x - (side?.x ?? 0), y - (side?.y ?? 0), width, height].map(Math.round).join(' ')
}

function Both() {
  const say = useSay()
  return (
    <KnownRecords records={wholeKitRecords}>
      <div className="panes">
        <div className="reset-side">
          <Kit title={say('그대로', 'As it is')} number={0} />
        </div>
        <div className="reset-side with-reset">
          <Kit title={say('초기화 시트 안에서', 'Inside a reset')} number={1} />
        </div>
      </div>
    </KnownRecords>
  )
}

function Kit({ title, number }: { title: string; number: number }) {
  return (
    <div className="kit-page">
      <h1>{title}</h1>
      <WholeKit shop={title} number={number} />
    </div>
  )
}
