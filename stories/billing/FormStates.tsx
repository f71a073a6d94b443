import { useCallback, useEffect, useId, useRef } from 'react'
import { type BillingKeyRecord, BillingKeyRegister } from 'react-toss-checkout'
import { Matrix, type MatrixState } from '../components/Matrix.js'
import { useSay } from '../playground/Playground.js'
import { SandboxShop } from '../playground/SandboxShop.js'
import { type TypedCard, typeCard } from './typeCard.js'
import { useRoute } from './useRoute.js'

const good: TypedCard = { cardNumber: '4242424242424242', expiry: '1299', birth: '820213', pwd2digit: '97' }
const registered: BillingKeyRecord = {
  customerUid: 'member-7_c0ffee',
  merchantUid: null,
  impUid: null,
  status: 'registered',
  card: { code: '366', name: '신한카드', number: '4242-****-****-4242' },
}

const never = () => new Promise<Response>(() => {})
const refuse = async () => Response.json({ code: 'CARD_REFUSED' }, { status: 422 })
const lose = () => Promise.reject(new TypeError('fetch: the answer was lost'))
const register = async () => Response.json(registered)

const states: MatrixState[] = [
  { title: ['입력하기 전', 'Empty'], code: 'editing', shows: () => <FormInState /> },
  {
    title: ['카드 브랜드를 알 때', 'Brand known'],
    code: 'editing · brand',
    shows: () => <FormInState typed={{ cardNumber: '378282246310005', expiry: '0930' }} />,
  },
  {
    title: ['빠뜨린 것이 있을 때', 'Fields missing'],
    code: 'editing · problems · required',
    shows: () => <FormInState typed={{}} send consent="missing" />,
  },
  {
    title: ['잘못 입력했을 때', 'Fields wrong'],
    code: 'editing · problems',
    shows: () => (
      <FormInState
        typed={{ cardNumber: '4242424242424241', expiry: '0920', birth: '901332', pwd2digit: '9' }}
        send
      />
    ),
  },
  {
    title: ['약관에 동의하지 않았을 때', 'Consent missing'],
    code: 'consents',
    shows: () => <FormInState typed={good} send consent="missing" />,
  },
  {
    title: ['보내는 중', 'Sending'],
    code: 'sending',
    shows: () => <FormInState typed={good} send answer={never} />,
  },
  {
    title: ['등록 완료', 'Registered'],
    code: 'registered',
    shows: () => <FormInState typed={good} send answer={register} />,
  },
  {
    title: ['카드사가 거절', 'Refused'],
    code: 'failed',
    shows: () => <FormInState typed={good} send answer={refuse} />,
  },
  {
    title: ['결과를 모를 때', 'Result unknown'],
    code: 'unconfirmed',
    shows: () => <FormInState typed={good} send answer={lose} />,
  },
  {
    title: ['가장 긴 글', 'The longest text'],
    code: 'consents, note, children',
    shows: () => <FormInState consent="long" />,
  },
]

/** Every state of the real form in every size, reached by typing and pressing. */
export function FormStates() {
  return <SandboxShop module="tosspayments">{() => <Matrix states={states} />}</SandboxShop>
}

function FormInState({
  typed,
  send,
  answer = never,
  consent,
}: {
  typed?: Partial<TypedCard>
  send?: boolean
  answer?: () => Promise<Response>
  consent?: 'missing' | 'long'
}) {
  const say = useSay()
  // Many forms on one page: each is a landmark of its own.
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const action = useRoute(useCallback(() => answer(), [answer]))
  useEffect(() => {
    if (!form.current) return
    typeCard(form.current, typed ?? {})
    if (send) form.current.requestSubmit()
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [typed, send])
  const terms = {
    id: 'terms',
    label: say('자동결제 이용약관에 동의해요', 'I agree to automatic payments'),
    href: '#terms',
  }
  const all = {
    id: 'all',
    label:
      '전자금융거래 기본약관, 개인정보 수집·이용, 개인정보 제3자 제공, 정기결제 이용약관에 모두 동의해요',
    href: '#all',
  }
  const long = consent === 'long'
  return (
    <BillingKeyRegister
      method="form"
      ref={form}
      action={action}
      consents={consent ? [long ? all : terms] : []}
      note={
        long
          ? '구독료는 매달 1일에 이 카드로 결제돼요. 해지하면 다음 달부터 결제되지 않고, 이미 낸 달은 끝까지 쓸 수 있어요.'
          : undefined
      }
      aria-label={`${say('카드 정보', 'Card details')} ${id}`}
    >
      {long ? '약관에 동의하고 모과차 정기배송에 쓸 카드 등록하기' : undefined}
    </BillingKeyRegister>
  )
}
