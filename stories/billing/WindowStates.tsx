import { type MouseEvent, useEffect, useRef } from 'react'
import {
  type BillingKeyRecord,
  BillingKeyRegister,
  type BillingKeyState,
  type ConfirmBillingKey,
  PaymentError,
} from 'react-toss-checkout'
import {
  type Attempt,
  addAttempt,
  dropAttempt,
  findAttempt,
  setState,
} from '../../src/portone/attemptStore.js'
import { Matrix } from '../components/Matrix.js'
import { useSay } from '../playground/Playground.js'
import { newOrderNumber } from '../playground/pageShop.js'
import { SandboxShop } from '../playground/SandboxShop.js'

const merchantUid = 'card-0001'
const billingKey: BillingKeyRecord = {
  customerUid: 'member-7_c0ffee',
  merchantUid,
  impUid: null,
  status: 'registered',
}

interface Example {
  title: [ko: string, en: string]
  code: string
  state: BillingKeyState
}

const failed = (code: ConstructorParameters<typeof PaymentError>[0]): BillingKeyState => ({
  status: 'failed',
  merchantUid,
  error: new PaymentError(code),
})

const examples: Example[] = [
  { title: ['누르기 전', 'At rest'], code: 'idle', state: { status: 'idle' } },
  {
    title: ['준비하는 중', 'Getting ready'],
    code: 'preparing',
    state: { status: 'preparing', merchantUid, waitingFor: 'sdk' },
  },
  {
    title: ['한 번 더 눌러야 할 때', 'Needs one more press'],
    code: 'preparing · press-again',
    state: { status: 'preparing', merchantUid, waitingFor: 'press-again' },
  },
  {
    title: ['등록창이 열려 있을 때', 'Window open'],
    code: 'in-window',
    state: { status: 'in-window', merchantUid },
  },
  {
    title: ['서버에 확인하는 중', 'Asking the server'],
    code: 'confirming',
    state: { status: 'confirming', merchantUid },
  },
  {
    title: ['등록 완료', 'Registered'],
    code: 'registered',
    state: { status: 'registered', merchantUid, billingKey },
  },
  {
    title: ['구매자가 그만뒀을 때', 'The buyer gave up'],
    code: 'dismissed',
    state: { status: 'dismissed', merchantUid },
  },
  {
    title: ['실패, 다시 눌러도 될 때', 'Failed, may retry'],
    code: 'failed · retryable',
    state: failed('DECLINED'),
  },
  {
    title: ['실패, 다시 눌러도 소용없을 때', 'Failed, retrying is no use'],
    code: 'failed',
    state: failed('GATEWAY_CONFIGURATION'),
  },
  {
    title: ['결과를 모를 때', 'Result unknown'],
    code: 'unconfirmed',
    state: { status: 'unconfirmed', merchantUid, error: new PaymentError('CONFIRM_UNREACHABLE') },
  },
]

/** Every state of the real button in every size. Pressing does nothing here. */
export function WindowStates() {
  return (
    <SandboxShop module="tosspayments">
      {({ sandbox }) => <Frames confirm={sandbox.confirmBillingKey} />}
    </SandboxShop>
  )
}

function Frames({ confirm }: { confirm: ConfirmBillingKey }) {
  const say = useSay()
  const frames = useRef<HTMLDivElement>(null)
  const placing = useRef(false)
  useEffect(() => {
    const buttons = [...(frames.current?.querySelectorAll<HTMLElement>('[data-example]') ?? [])]
    placing.current = true
    const attempts = buttons.map(attemptOf)
    placing.current = false
    attempts.forEach((attempt, index) => {
      const example = examples[Number(buttons[index]?.dataset.example)]
      if (example) setState(attempt, example.state)
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    return () => {
      for (const attempt of attempts) dropAttempt(attempt)
    }
  }, [])
  const unlessPlacing = (event: MouseEvent) => {
    if (!placing.current) event.preventDefault()
  }
  return (
    <div ref={frames}>
      <Matrix
        states={[
          ...examples.map(({ title, code }, index) => ({
            title,
            code,
            shows: () => (
              <BillingKeyRegister
                {...registration}
                confirm={confirm}
                onClick={unlessPlacing}
                data-example={index}
              />
            ),
          })),
          {
            title: ['지금은 누를 수 없을 때', 'Not available'],
            code: 'disabled',
            shows: () => <BillingKeyRegister {...registration} disabled />,
          },
          {
            title: ['글을 바꿨을 때', 'Words of the shop'],
            code: 'children, note',
            shows: () => (
              <BillingKeyRegister
                {...registration}
                onClick={stop}
                note={say('구독은 언제든 해지할 수 있어요.', 'Cancel the subscription whenever you like.')}
              >
                {say('구독에 쓸 카드 등록하기', 'Register a card for the subscription')}
              </BillingKeyRegister>
            ),
          },
          {
            title: ['가장 긴 글', 'The longest text'],
            code: 'children',
            shows: () => (
              <BillingKeyRegister {...registration} onClick={stop}>
                정기결제 이용약관에 동의하고, 매달 1일에 모과차 정기배송 1,234,567원을 결제할 카드를 등록하기
              </BillingKeyRegister>
            ),
          },
        ]}
      />
    </div>
  )
}

const registration = {
  method: 'window',
  customerUid: 'member-7_c0ffee',
  // Comes a moment after the press, when nothing waits for it any more.
  order: async () => ({ merchantUid: newOrderNumber(), name: '카드 등록' }),
  className: 'pay-button',
} as const

const stop = (event: MouseEvent) => event.preventDefault()

/**
 * An attempt that this button shows. Who the button is to its attempts only a press tells: the pressed attempt is ended
 * and dropped at once, before it opens anything, and another one of the same button takes its place.
 */
function attemptOf(button: HTMLElement): Attempt {
  button.click()
  const pressed = findAttempt(() => true)
  if (!pressed) throw new Error('the press began nothing')
  setState(pressed, { status: 'dismissed', merchantUid })
  dropAttempt(pressed)
  return addAttempt(pressed.owner, pressed.plan)
}
