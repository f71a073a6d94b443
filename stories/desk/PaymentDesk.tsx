import { type ReactNode, useMemo } from 'react'
import {
  formatWon,
  type Order,
  type OrderSource,
  type PaymentOptions,
  TossCheckoutButton,
  usePayment,
} from 'react-toss-checkout'
import type { Fault } from 'react-toss-checkout/sandbox'
import { usePlayground, useSay } from '../playground/Playground.js'
import { SandboxShop, type SandboxShopProps, type ShopTools } from '../playground/SandboxShop.js'
import { BuyerNotice } from '../shop/BuyerNotice.js'
import { RecordTable } from '../shop/RecordTable.js'
import { FaultSwitch } from './FaultSwitch.js'
import { RequestPreview } from './RequestPreview.js'
import { StateFacts } from './StateFacts.js'
import { Timeline } from './Timeline.js'
import { useOrderInMaking } from './useOrderInMaking.js'
import { useTimeline } from './useTimeline.js'
import '../shop/shop.css'
import './desk.css'

export interface PaymentDeskProps {
  /** What to try, and what to look at. */
  lead?: [ko: string, en: string]
  /** Won. Default 55,000. */
  amount?: number
  options?: PaymentOptions
  /** Mishaps that are on, each with a switch. */
  faults?: readonly Fault[]
  shop?: Omit<SandboxShopProps, 'faults' | 'children'>
  /** How the order reaches the button. Default: as it is. */
  source?: (order: Order) => OrderSource
  /** Shows the `request_pay` object. Default true. */
  request?: boolean
  /** More for the buyer's side. */
  children?: (tools: ShopTools) => ReactNode
}

/** One payment with its two sides: what the buyer sees, and what the developer gets. */
export function PaymentDesk({ faults, shop, ...desk }: PaymentDeskProps) {
  return (
    <SandboxShop {...shop} faults={faults}>
      {(tools) => <Desk {...desk} faults={faults} tools={tools} />}
    </SandboxShop>
  )
}

function Desk(props: Omit<PaymentDeskProps, 'shop'> & { tools: ShopTools }) {
  const { tools, lead, amount = 55_000, options = {}, faults = [], source, request = true, children } = props
  const { orderNumber, sandbox, module, orderAgain } = tools
  const say = useSay()
  const { locale } = usePlayground()
  const known = usePayment({ merchantUid: orderNumber }).state
  const making = useOrderInMaking()
  const state = source && known.status === 'idle' ? making : known
  const { entries, handlers } = useTimeline(orderNumber, state)
  const name = say('손뜨개 울 머플러 외 1건', 'Hand-knit wool muffler and 1 more')
  const order = useMemo<Order>(
    () => ({ merchantUid: orderNumber, name, amount, buyer: { name: say('김하늘', 'Kim Haneul') } }),
    [orderNumber, name, amount, say],
  )
  const given = useMemo(() => source?.(order) ?? order, [source, order])
  const ended = state.status === 'paid' || state.status === 'awaiting-deposit'
  const asSent = { pg: module, ...(locale === 'en' && { language: locale }), ...options } as PaymentOptions
  return (
    <div className="desk">
      {lead && <p className="desk-lead">{withCode(say(...lead))}</p>}
      <div className="desk-sides">
        <section className="shop-card desk-buyer" aria-label={say('구매자 화면', 'The buyer’s side')}>
          <p className="desk-side">{say('구매자 화면', 'The buyer’s side')}</p>
          <div className="desk-order">
            <p>{name}</p>
            <p className="desk-amount">{formatWon(amount, locale)}</p>
          </div>
          {faults.length > 0 && (
            <div className="desk-switches">
              {faults.map((fault) => (
                <FaultSwitch key={fault} sandbox={sandbox} fault={fault} />
              ))}
            </div>
          )}
          {children?.(tools)}
          <BuyerNotice state={state} />
          <TossCheckoutButton {...options} {...handlers} order={given} className="pay-button" />
          {ended && <RecordTable payment={state.payment} />}
        </section>
        <section className="shop-card desk-developer" aria-label={say('개발자 화면', 'The developer’s side')}>
          <p className="desk-side">{say('개발자 화면', 'The developer’s side')}</p>
          <StateFacts state={state} />
          <Timeline entries={entries} />
          {(ended || state.status === 'dismissed' || state.status === 'failed') && (
            <button type="button" className="plain-button" onClick={orderAgain}>
              {say('새 주문번호로 처음부터', 'Start over with a new order number')}
            </button>
          )}
          {request && <RequestPreview order={order} options={asSent} />}
        </section>
      </div>
    </div>
  )
}

/** `Text` with `code` in backticks. */
function withCode(text: string): ReactNode[] {
  return text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))
}
