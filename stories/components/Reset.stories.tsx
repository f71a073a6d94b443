import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  CardCompanySelect,
  InstallmentSelect,
  PaymentMethodSelect,
  PaymentResult,
  TossCheckoutButton,
} from 'react-toss-checkout'
import { expect } from 'storybook/test'
import { useSay } from '../playground/Playground.js'
import { accountRecord, cardRecord } from './exampleRecords.js'
import { KnownRecords } from './KnownRecords.js'
import { stopClock } from './stillClock.js'
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
export const Every: StoryObj<typeof meta> = {
  name: '한눈에 보기',
  play: async ({ canvasElement }) => {
    const [plain, reset] = [...canvasElement.querySelectorAll('.reset-side')].map(kitElements)
    await expect(plain?.length).toBeGreaterThan(60)
    await expect(reset?.length).toBe(plain?.length)
    await expect(plain?.flatMap((element, at) => differences(element, reset?.[at]))).toEqual([])
  },
}

const issued = accountRecord({ merchantUid: 'order-20261123-000002' })

function kitElements(side: Element): Element[] {
  const kit = '[data-tc], [data-toss-checkout]'
  return [...side.querySelectorAll('*')].filter((element) => element.closest(kit))
}

/** Properties whose computed values differ, the pseudo-element's in front too. */
function differences(one: Element, other: Element | undefined): string[] {
  if (!other) return ['missing']
  return [undefined, '::before'].flatMap((pseudo) => {
    const [mine, theirs] = [getComputedStyle(one, pseudo), getComputedStyle(other, pseudo)]
    // Nothing is drawn there, whatever it would look like.
    if (pseudo && mine.content === 'none' && theirs.content === 'none') return []
    return [...mine]
      .filter((property) => mine.getPropertyValue(property) !== theirs.getPropertyValue(property))
      .map((property) => {
        const part = one.getAttribute('data-tc-part') ?? one.tagName
        return `${part}${pseudo ?? ''} ${property}: ${mine.getPropertyValue(property)} → ${theirs.getPropertyValue(property)}`
      })
  })
}

function Both() {
  const say = useSay()
  return (
    <KnownRecords records={[issued]}>
      <div className="panes">
        <div className="reset-side">
          <Kit title={say('그대로', 'As it is')} />
        </div>
        <div className="reset-side with-reset">
          <Kit title={say('초기화 시트 안에서', 'Inside a reset')} />
        </div>
      </div>
    </KnownRecords>
  )
}

function Kit({ title }: { title: string }) {
  const say = useSay()
  const paid = cardRecord()
  const order = { merchantUid: 'order-reset', name: say('손뜨개 울 머플러', 'Muffler'), amount: 55_000 }
  return (
    <div className="kit-page">
      <h1>{title}</h1>
      <PaymentMethodSelect />
      <CardCompanySelect cardCompanies={{ only: ['366', '367', '381'] }} defaultValue="366" searchable />
      <InstallmentSelect amount={55_000} cardQuota={[2, 3]} defaultValue={3} />
      <InstallmentSelect amount={55_000} cardQuota={[2, 3]} appearance="segments" />
      <TossCheckoutButton order={order} onClick={(event) => event.preventDefault()} />
      <TossCheckoutButton order={order} disabled />
      <PaymentResult
        headingLevel={2}
        state={{ status: 'paid', merchantUid: paid.merchantUid, payment: paid }}
      />
      <PaymentResult
        headingLevel={2}
        state={{ status: 'awaiting-deposit', merchantUid: issued.merchantUid, payment: issued }}
      />
    </div>
  )
}
