import { useEffect, useMemo, useRef, useState } from 'react'
import {
  CardCompanySelect,
  InstallmentSelect,
  type Order,
  type PayMethod,
  PaymentMethodSelect,
  type PaymentRecord,
  PaymentResult,
  paymentOptionsFor,
  TossCheckoutButton,
  useCardDirect,
  usePayment,
  usePaymentRedirect,
} from 'react-toss-checkout'
import type { Fault } from 'react-toss-checkout/sandbox'
import { PhonePages, storyUrl } from '../phone/PhonePages.js'
import { useSay } from '../playground/Playground.js'
import { SandboxShop, type ShopTools } from '../playground/SandboxShop.js'
import './components.css'

export interface KitPageProps {
  /** Won. Default 55,000. */
  amount?: number
  /** Mishaps that are on when the page opens. */
  faults?: readonly Fault[]
}

/** A page of nothing but the kit's own components: method, company, months, button, result. */
export function KitPage({ amount = 55_000, faults }: KitPageProps) {
  return (
    <SandboxShop faults={faults}>
      {(tools) => <Page key={tools.orderNumber} amount={amount} faults={faults} tools={tools} />}
    </SandboxShop>
  )
}

/** The same page on a phone: paying leaves it, and the result stands on the page that the buyer returns to. */
export function KitPhone() {
  return (
    <PhonePages checkout={(tools) => <Page amount={55_000} tools={tools} />} returned={() => <Returned />} />
  )
}

function Returned() {
  const say = useSay()
  const { state, askAgain } = usePaymentRedirect()
  return (
    <main className="kit-page">
      <h1>{say('주문 결과', 'Your order')}</h1>
      <PaymentResult
        state={state}
        autoFocus
        onRetry={() => location.assign(storyUrl())}
        onAskAgain={askAgain}
        slots={{
          actions: () => (
            <button type="button" data-tc-part="action" onClick={() => location.assign(storyUrl())}>
              {say('새로 주문하기', 'A new order')}
            </button>
          ),
        }}
      />
    </main>
  )
}

function Page({ amount, faults, tools }: { amount: number; faults?: readonly Fault[]; tools: ShopTools }) {
  const { orderNumber, sandbox, orderAgain } = tools
  const say = useSay()
  const [method, setMethod] = useState<PayMethod>('card')
  const [refunded, setRefunded] = useState<PaymentRecord | null>(null)
  const card = useCardDirect({ amount, cardQuota: [2, 3, 6], interestFreeMonths: { '366': 3 } })
  const { state, askAgain, reset } = usePayment({ merchantUid: orderNumber })
  const name = say('손뜨개 울 머플러', 'Hand-knit wool muffler')
  const order = useMemo<Order>(
    () => ({ merchantUid: orderNumber, name, amount }),
    [orderNumber, name, amount],
  )
  const shows = !/idle|preparing|in-window/.test(state.status)
  const pay = useRef<HTMLButtonElement>(null)
  const showed = useRef(shows)
  useEffect(() => {
    // The button that asked for another try is gone with the result.
    if (showed.current && !shows) pay.current?.focus()
    showed.current = shows
  }, [shows])

  const refund = async () => {
    if (state.status !== 'paid') return
    sandbox.gateway.cancel(state.payment.impUid, { amount: 5_000 })
    setRefunded(await sandbox.confirm({ merchantUid: orderNumber }, { signal: new AbortController().signal }))
  }
  return (
    <main className="kit-page">
      <h1>{say('주문서', 'Checkout')}</h1>
      {shows ? (
        <PaymentResult
          state={state}
          record={refunded}
          autoFocus
          onRetry={reset}
          onAskAgain={askAgain}
          slots={{
            actions: ({ status }) => (
              <>
                {status === 'paid' && (
                  <button type="button" data-tc-part="action" onClick={refund}>
                    {say('5,000원 환불한 것으로 하기', 'Pretend a refund of ₩5,000')}
                  </button>
                )}
                {status === 'awaiting-deposit' && state.status === 'awaiting-deposit' && (
                  <button
                    type="button"
                    data-tc-part="action"
                    onClick={() => sandbox.gateway.deposit(state.payment.impUid)}
                  >
                    {say('입금한 것으로 하기', 'Pretend the deposit')}
                  </button>
                )}
                {faults && status === 'unconfirmed' && (
                  <button type="button" data-tc-part="action" onClick={() => sandbox.faults.clear()}>
                    {say('서버를 다시 켜기', 'Bring the server back')}
                  </button>
                )}
                <button type="button" data-tc-part="action" onClick={orderAgain}>
                  {say('새로 주문하기', 'A new order')}
                </button>
              </>
            ),
          }}
        />
      ) : (
        <>
          <PaymentMethodSelect
            value={method}
            onValueChange={setMethod}
            methods={['card', 'trans', 'vbank']}
          />
          {method === 'card' && (
            <>
              <CardCompanySelect {...card.companyProps} appearance="grid" />
              {card.cardDirect && <InstallmentSelect {...card.installmentProps} />}
            </>
          )}
          <TossCheckoutButton
            {...paymentOptionsFor(method, { card: card.cardOptions })}
            order={order}
            ref={pay}
            className="pay-button"
          />
        </>
      )}
    </main>
  )
}
