import { useEffect, useId, useRef } from 'react'
import { BillingKeyList, type BillingKeyRecord, type BillingKeys, PaymentError } from 'react-toss-checkout'
import { Matrix, type MatrixState } from '../components/Matrix.js'
import { useSay } from '../playground/Playground.js'
import { SandboxShop } from '../playground/SandboxShop.js'

const card = (
  number: number,
  code: string | null,
  name: string | null,
  digits: string | null,
): BillingKeyRecord => ({
  customerUid: `member-7_${number}`,
  merchantUid: null,
  impUid: null,
  status: 'registered',
  card: { code, name, number: digits },
})

type Change = Awaited<ReturnType<BillingKeys['remove']>>

/** Cards that never change, whatever is asked of them. */
function still(state: BillingKeys['state'], removing?: Promise<Change>): BillingKeys {
  const change = () => removing ?? Promise.resolve('refused' as const)
  return { state, remove: change, replace: change, refresh: async () => {} }
}

const never = new Promise<Change>(() => {})

const shinhan = card(1, '366', '신한카드', '4518-****-****-9012')
const hyundai = card(2, '367', '현대카드', '9490-****-****-0003')
const ready = { status: 'ready', cards: [shinhan, hyundai] } as const
const one = { status: 'ready', cards: [shinhan] } as const
const long = [
  card(3, null, '카카오뱅크 프렌즈 체크카드 라이언 에디션 (해외겸용)', '5365-****-****-1234'),
  card(4, null, null, null),
]

const states: MatrixState[] = [
  { title: ['카드 두 장', 'Two cards'], code: 'ready', shows: () => <List keys={still(ready)} /> },
  {
    title: ['바꿀 수 있고, 쓰임을 말할 때', 'Replaceable, with its use'],
    code: 'onReplace, slots',
    shows: () => (
      <List
        keys={still(ready)}
        onReplace={() => {}}
        slots={{
          detail: ({ customerUid }) => customerUid === shinhan.customerUid && <Use />,
        }}
      />
    ),
  },
  {
    title: ['정말 삭제할지 물을 때', 'Asking once more'],
    code: 'ready · asking',
    shows: () => <List keys={still(one)} press="remove" />,
  },
  {
    title: ['삭제하는 중', 'Removing'],
    code: 'ready · removing',
    shows: () => <List keys={still(one, never)} press="confirm" />,
  },
  {
    title: ['구독에 쓰고 있어 삭제할 수 없을 때', 'In use by a subscription'],
    code: 'in-use',
    shows: () => <List keys={still(one, Promise.resolve('in-use'))} press="confirm" />,
  },
  {
    title: ['삭제하지 못했을 때', 'Not removed'],
    code: 'refused',
    shows: () => <List keys={still(one, Promise.resolve('refused'))} press="confirm" />,
  },
  {
    title: ['삭제됐는지 모를 때', 'Nobody knows whether it was removed'],
    code: 'unsure',
    shows: () => <List keys={still(one, Promise.resolve('unsure'))} press="confirm" />,
  },
  {
    title: ['불러오는 중', 'Loading'],
    code: 'loading',
    shows: () => <List keys={still({ status: 'loading' })} />,
  },
  {
    title: ['카드가 없을 때', 'No card'],
    code: 'ready · empty',
    shows: () => <List keys={still({ status: 'ready', cards: [] })} />,
  },
  {
    title: ['불러오지 못했을 때', 'Not loaded'],
    code: 'failed',
    shows: () => <List keys={still({ status: 'failed', error: new PaymentError('CONFIRM_UNREACHABLE') })} />,
  },
  {
    title: ['이름이 아주 길거나 없을 때', 'A very long name, and none'],
    code: 'card: null',
    shows: () => <List keys={still({ status: 'ready', cards: long })} onReplace={() => {}} />,
  },
]

/** Every state of the real list in every size, reached by pressing. */
export function ListStates() {
  return <SandboxShop module="tosspayments">{() => <Matrix states={states} />}</SandboxShop>
}

function Use() {
  const say = useSay()
  return say('모과차 정기배송에 써요', 'Pays for the quince tea subscription')
}

type ListProps = Parameters<typeof BillingKeyList>[0] & { press?: 'remove' | 'confirm' }

function List({ press, ...props }: ListProps) {
  const say = useSay()
  // Many lists on one page: each is a landmark of its own.
  const id = useId()
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const click = (selector: string) => list.current?.querySelector<HTMLElement>(selector)?.click()
    const walk = async () => {
      if (!press) return
      click('[data-tc-part="card"] [data-tc-part="actions"] > :last-child')
      await drawn()
      if (press === 'confirm') click('[data-tc-part="action"][data-tone="danger"]')
      await drawn()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    void walk()
  }, [press])
  return (
    <BillingKeyList
      {...props}
      headingLevel={3}
      ref={list}
      aria-label={`${say('등록한 카드', 'Registered cards')} ${id}`}
    />
  )
}

const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
