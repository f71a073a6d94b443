// A small shop that the browser tests buy in. What is on the page comes from the address: `?setup={…}`.
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  type PaymentOptions,
  type PaymentOutcome,
  type PaymentState,
  TossCheckoutButton,
  TossCheckoutProvider,
  type TossCheckoutProviderProps,
  usePayment,
  usePaymentRedirect,
} from 'react-toss-checkout'
import 'react-toss-checkout/styles.css'
import { createSandbox, type Sandbox, type SandboxOptions } from 'react-toss-checkout/sandbox'

export interface Setup {
  /** Buttons on the page, by order number. */
  buttons?: { merchantUid: string; amount?: number; options?: PaymentOptions; made?: boolean }[]
  provider?: Partial<TossCheckoutProviderProps>
  sandbox?: Omit<SandboxOptions, 'storage'>
  strict?: boolean
  /** Adds a button that unmounts and remounts the payment buttons. */
  toggles?: boolean
  /** `onPaid` throws. */
  throws?: boolean
}

declare global {
  interface Window {
    sandbox: Sandbox
    ends: PaymentOutcome[]
    errors: string[]
    /** Every `IMP.init`. */
    inits: string[]
    asked: { merchantUid: string; impUid?: string }[]
  }
}

const setup: Setup = JSON.parse(new URLSearchParams(location.search).get('setup') ?? '{}')
const sandbox = createSandbox({ ...setup.sandbox, storage: localStorage })
window.sandbox = sandbox
window.ends = []
window.errors = []
window.asked = []

const confirm: Sandbox['confirm'] = (query, context) => {
  window.asked.push(query)
  return sandbox.confirm(query, context)
}

function Shown({ label, state }: { label: string; state: PaymentState }) {
  return (
    <output aria-label={label} data-status={state.status}>
      {JSON.stringify(state, (key, value) =>
        key === 'error' ? { ...value, buyerMessage: value.buyerMessage } : value,
      )}
    </output>
  )
}

function Buttons() {
  const handlers = setup.throws
    ? {
        onPaid: () => {
          throw new Error('상점의 onPaid가 던진 오류')
        },
      }
    : {}
  return (setup.buttons ?? [{ merchantUid: 'order-0001' }]).map(
    ({ merchantUid, amount = 55_000, options, made }) => {
      const order = { merchantUid, name: '겨울 니트', amount }
      return (
        <p key={merchantUid}>
          <TossCheckoutButton {...options} {...handlers} order={made ? async () => order : order} />
          <Followed merchantUid={merchantUid} />
        </p>
      )
    },
  )
}

function Followed({ merchantUid }: { merchantUid: string }) {
  return <Shown label={merchantUid} state={usePayment({ merchantUid }).state} />
}

function Returned() {
  const { state, order } = usePaymentRedirect()
  return (
    <>
      <Shown label="돌아온 결제" state={state} />
      <output aria-label="돌아온 주문">{order?.name ?? ''}</output>
    </>
  )
}

function Shop() {
  const [shown, setShown] = useState(true)
  return (
    <TossCheckoutProvider
      merchantCode="imp00000000"
      pg="tosspayments"
      redirectUrl={`/return?from=cart&setup=${encodeURIComponent(JSON.stringify(setup))}`}
      confirm={confirm}
      onSettled={(outcome) => window.ends.push(outcome)}
      onError={(error) => window.errors.push(String(error))}
      {...(setup.provider as object)}
    >
      <h1>{location.pathname === '/return' ? '주문 결과' : '주문서'}</h1>
      {location.pathname === '/return' && <Returned />}
      {location.pathname === '/return' && <Returned />}
      {setup.toggles && (
        <button type="button" onClick={() => setShown(!shown)}>
          주문서 접기
        </button>
      )}
      {shown && location.pathname !== '/return' && <Buttons />}
    </TossCheckoutProvider>
  )
}

if (!sandbox.showPhoneWindow(window)) {
  const shop = <Shop />
  createRoot(document.getElementById('root') as HTMLElement).render(
    setup.strict ? <StrictMode>{shop}</StrictMode> : shop,
  )
}
