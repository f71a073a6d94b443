import { useCallback, useEffect, useId, useRef } from 'react'
import { type BillingKeyRecord, BillingKeyRegister } from 'react-toss-checkout'
import { BothThemes, Frame } from '../components/Frames.js'
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
  consent?: 'missing'
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
  return (
    <BillingKeyRegister
      method="form"
      ref={form}
      action={action}
      consents={consent ? [terms] : []}
      aria-label={`${say('카드 정보', 'Card details')} ${id}`}
    />
  )
}
