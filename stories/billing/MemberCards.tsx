import { useState } from 'react'
import {
  BillingKeyList,
  type BillingKeyRecord,
  BillingKeyRegister,
  en,
  TossCheckoutProvider,
  useBillingKeys,
} from 'react-toss-checkout'
import type { Sandbox } from 'react-toss-checkout/sandbox'
import { usePlayground, useSay } from '../playground/Playground.js'
import { SandboxShop } from '../playground/SandboxShop.js'
import { cardServer } from './cardServer.js'
import { useRoute } from './useRoute.js'
import '../shop/shop.css'
import '../desk/desk.css'
import './billing.css'

/**
 * A member's page of registered cards: remove one, or register another and move the subscription to it. `cutOff` names the
 * route whose first request fails.
 */
export function MemberCards({ cutOff }: { cutOff?: string }) {
  return (
    <SandboxShop module="tosspayments">
      {({ sandbox }) => <OwnServer sandbox={sandbox} cutOff={cutOff} />}
    </SandboxShop>
  )
}

function OwnServer({ sandbox, cutOff }: { sandbox: Sandbox; cutOff?: string }) {
  const { locale } = usePlayground()
  const [answer] = useState(() => cardServer(sandbox, cutOff))
  const endpoint = useRoute(answer)
  return (
    <TossCheckoutProvider
      merchantCode="imp00000000"
      pg="tosspayments"
      sdkUrl={sandbox.sdkUrl}
      redirectUrl="/complete"
      endpoint={endpoint}
      locale={locale}
      messages={locale === 'en' ? en : undefined}
    >
      <Cards endpoint={endpoint} />
    </TossCheckoutProvider>
  )
}

/** What the member is doing: the new card is registered first, and only then takes the old one's place. */
type Step =
  | { at: 'list'; said?: string }
  | { at: 'registering'; instead: BillingKeyRecord }
  | { at: 'moving' }
  | { at: 'not-moved'; from: string; to: string }

function Cards({ endpoint }: { endpoint: string }) {
  const say = useSay()
  const keys = useBillingKeys()
  const [step, setStep] = useState<Step>({ at: 'list' })
  const move = async (from: string, to: string) => {
    setStep({ at: 'moving' })
    const outcome = await keys.replace({ from, to })
    setStep(
      outcome === 'done'
        ? { at: 'list', said: say('이제 새 카드로 결제해요.', 'The new card pays from now on.') }
        : { at: 'not-moved', from, to },
    )
  }
  return (
    <div className="desk desk-narrow">
      <section className="shop-card card-page">
        <h1>{say('결제 카드', 'Payment cards')}</h1>
        <p className="soft">
          {say(
            '모과차 정기배송은 먼저 등록한 카드로 결제해요.',
            'The quince tea subscription is charged to the card registered first.',
          )}
        </p>
        <BillingKeyList keys={keys} onReplace={(instead) => setStep({ at: 'registering', instead })} />
        {step.at === 'registering' && (
          <BillingKeyRegister
            method="form"
            action={`${endpoint}/register`}
            onRegistered={({ billingKey }) => move(step.instead.customerUid, billingKey.customerUid)}
            onUnconfirmed={keys.refresh}
          />
        )}
        {step.at === 'moving' && <p role="status">{say('카드를 바꾸고 있어요', 'Changing the card')}</p>}
        {step.at === 'not-moved' && (
          <div className="card-facts" role="alert">
            <p>
              {say(
                '새 카드는 등록했고, 아직 바꾸지 못했어요.',
                'The new card is registered; the change did not go through yet.',
              )}
            </p>
            <button type="button" className="plain-button" onClick={() => move(step.from, step.to)}>
              {say('다시 바꾸기', 'Try the change again')}
            </button>
          </div>
        )}
        {step.at === 'list' && step.said && <p role="status">{step.said}</p>}
      </section>
    </div>
  )
}
