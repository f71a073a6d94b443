import { useCallback, useEffect, useId, useRef } from 'react'
import { type BillingKeyRecord, BillingKeyRegister } from 'react-toss-checkout'
import { BothThemes, Frame } from '../components/Frames.js'
import { Sizes } from '../components/Sizes.js'
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
}

const never = () => new Promise<Response>(() => {})
const refuse = async () => Response.json({ code: 'CARD_REFUSED' }, { status: 422 })
const lose = () => Promise.reject(new TypeError('fetch: the answer was lost'))
const register = async () => Response.json(registered)

/** Every state of the real form in one frame, reached by typing and pressing. */
export function FormStates() {
  return (
    <SandboxShop module="tosspayments">
      {() => (
        <BothThemes>
          <Frame title={['입력하기 전', 'Empty']} code="editing">
            <FormInState />
          </Frame>
          <Frame title={['카드 브랜드를 알 때', 'Brand known']} code="editing · brand">
            <FormInState typed={{ cardNumber: '378282246310005', expiry: '0930' }} />
          </Frame>
          <Frame title={['빠뜨린 것이 있을 때', 'Fields missing']} code="editing · problems">
            <FormInState typed={{}} send consent="missing" />
          </Frame>
          <Frame title={['잘못 입력했을 때', 'Fields wrong']} code="editing · problems">
            <FormInState
              typed={{ cardNumber: '4242424242424241', expiry: '0920', birth: '901332', pwd2digit: '9' }}
              send
            />
          </Frame>
          <Frame title={['약관에 동의하지 않았을 때', 'Consent missing']} code="consents">
            <FormInState typed={good} send consent="missing" />
          </Frame>
          <Frame title={['보내는 중', 'Sending']} code="sending">
            <FormInState typed={good} send answer={never} />
          </Frame>
          <Frame title={['등록 완료', 'Registered']} code="registered">
            <FormInState typed={good} send answer={register} />
          </Frame>
          <Frame title={['카드사가 거절', 'Refused']} code="failed">
            <FormInState typed={good} send answer={refuse} />
          </Frame>
          <Frame title={['결과를 모를 때', 'Result unknown']} code="unconfirmed">
            <FormInState typed={good} send answer={lose} />
          </Frame>
          <Frame title={['가장 긴 글', 'The longest text']} code="consents, note, children">
            <FormInState consent="long" />
          </Frame>
          <Sizes>{() => <FormInState typed={{}} send consent="missing" />}</Sizes>
        </BothThemes>
      )}
    </SandboxShop>
  )
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
