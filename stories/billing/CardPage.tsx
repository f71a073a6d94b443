import { useCallback, useMemo, useState } from 'react'
import {
  BillingKeyList,
  type BillingKeyOrder,
  type BillingKeyRecord,
  BillingKeyRegister,
  type BillingKeys,
  en,
  formatWon,
  ko,
  mintCustomerUid,
} from 'react-toss-checkout'
import type { Fault, RestPayment } from 'react-toss-checkout/sandbox'
import { FaultSwitch } from '../desk/FaultSwitch.js'
import { usePlayground, useSay } from '../playground/Playground.js'
import { newOrderNumber } from '../playground/pageShop.js'
import { SandboxShop, type ShopTools } from '../playground/SandboxShop.js'
import { callGateway, registerCard } from './cardServer.js'
import { useRoute } from './useRoute.js'
import '../shop/shop.css'
import '../desk/desk.css'
import './billing.css'

export interface CardPageProps {
  method: 'window' | 'form'
  /** Shown in the window and never charged. Default none. */
  amount?: number
  /** Mishaps with a switch on the page; all on at the start. */
  faults?: readonly Fault[]
  /** The form's answer gets lost on its way back. */
  loseAnswer?: boolean
}

/** A member's page for registering a card, and a charge on it. */
export function CardPage({ faults, ...page }: CardPageProps) {
  return (
    <SandboxShop faults={faults} module="tosspayments">
      {(tools) => <Page key={tools.orderNumber} {...page} faults={faults} tools={tools} />}
    </SandboxShop>
  )
}

function Page({ method, amount, faults = [], loseAnswer, tools }: CardPageProps & { tools: ShopTools }) {
  const { sandbox, orderNumber, orderAgain } = tools
  const say = useSay()
  const [card, setCard] = useState<BillingKeyRecord>()
  /** What the shop's server keeps. */
  const [kept] = useState<BillingKeyRecord[]>([])
  const [listed, setListed] = useState<readonly BillingKeyRecord[]>()
  const [customerUid] = useState(() => mintCustomerUid('member-7'))
  const name = say('모과차 정기배송 카드 등록', 'Card for the quince tea subscription')
  const order = useMemo<BillingKeyOrder>(
    () => ({ merchantUid: orderNumber, name, ...(amount !== undefined && { amount }) }),
    [orderNumber, name, amount],
  )
  const action = useRoute(
    useCallback(
      async (body: string) => {
        const answer = await registerCard(sandbox, body)
        if (answer.ok) kept.push(await answer.clone().json())
        if (loseAnswer) throw new TypeError('fetch: the answer was lost')
        return answer
      },
      [sandbox, loseAnswer, kept],
    ),
  )
  const consents = [
    { id: 'terms', label: say('자동결제 이용약관', 'Automatic payment terms'), href: '#terms' },
    { id: 'news', label: say('새 소식 받기', 'News by mail'), href: '#news', required: false },
  ]
  const onRegistered = ({ billingKey }: { billingKey: BillingKeyRecord }) => setCard(billingKey)
  return (
    <div className="desk desk-narrow">
      <section className="shop-card card-page">
        <h1>{say('모과차 정기배송', 'Quince tea subscription')}</h1>
        <p className="soft">
          {say(
            '매달 1일에 3,000원씩 결제해요. 언제든 그만둘 수 있어요.',
            '₩3,000 on the first of each month. Stop whenever you like.',
          )}
        </p>
        {faults.map((fault) => (
          <FaultSwitch key={fault} sandbox={sandbox} fault={fault} />
        ))}
        {method === 'window' ? (
          <BillingKeyRegister
            method="window"
            customerUid={customerUid}
            customerId="member-7"
            order={order}
            confirm={sandbox.confirmBillingKey}
            onRegistered={onRegistered}
            className="pay-button"
          />
        ) : (
          <BillingKeyRegister
            method="form"
            action={action}
            consents={consents}
            testCards={['1234123412341234']}
            onRegistered={onRegistered}
            onUnconfirmed={() => setListed([...kept])}
          />
        )}
        {listed && !card && <BillingKeyList keys={justRead(listed)} removable={false} />}
        {card && <RegisteredCard card={card} tools={tools} />}
        <button type="button" className="plain-button" onClick={orderAgain}>
          {say('처음부터 다시', 'Start over')}
        </button>
      </section>
    </div>
  )
}

/** A list that the page has read and only shows. */
function justRead(cards: readonly BillingKeyRecord[]): BillingKeys {
  const change = async () => 'refused' as const
  return { state: { status: 'ready', cards }, remove: change, replace: change, refresh: async () => {} }
}

function RegisteredCard({ card, tools }: { card: BillingKeyRecord; tools: ShopTools }) {
  const say = useSay()
  const { locale } = usePlayground()
  const { cardName } = locale === 'en' ? en : ko
  const [charged, setCharged] = useState<RestPayment | null>(null)
  const charge = async () => {
    const { customerUid } = card
    const body = { customer_uid: customerUid, merchant_uid: newOrderNumber(), amount: 3_000, name: '모과차' }
    setCharged((await callGateway<RestPayment>(tools.sandbox, '/subscribe/payments/again', body)).response)
  }
  return (
    <section className="card-facts" aria-label={say('등록한 카드', 'Registered card')}>
      <dl className="facts">
        <div>
          <dt>{say('등록한 카드', 'Registered card')}</dt>
          <dd>
            {cardName(card.card?.code ?? null, card.card?.name ?? null)} {card.card?.number}
          </dd>
        </div>
        <div>
          <dt>customerUid</dt>
          <dd>{card.customerUid}</dd>
        </div>
      </dl>
      <button type="button" className="plain-button" onClick={charge}>
        {say('이 카드로 3,000원 결제해 보기', 'Charge ₩3,000 to this card')}
      </button>
      <p role="status" className="soft">
        {charged?.status === 'paid' &&
          say(
            `${formatWon(charged.amount, locale)}을 결제했어요.`,
            `${formatWon(charged.amount, locale)} was charged.`,
          )}
        {charged?.status === 'failed' && charged.fail_reason}
      </p>
    </section>
  )
}
