import { useCallback, useEffect, useState } from 'react'
import {
  BillingKeyList,
  type BillingKeyRecord,
  BillingKeyRegister,
  type BillingKeys,
  CardCompanySelect,
  InstallmentSelect,
  type Order,
  PaymentError,
  PaymentMethodSelect,
  PaymentResult,
  TossCheckoutButton,
} from 'react-toss-checkout'
import { useRoute } from '../billing/useRoute.js'
import { exampleStates, putState, type StateName } from '../desk/putState.js'
import { useSay } from '../playground/Playground.js'
import { accountRecord, cardRecord } from './exampleRecords.js'

const card = (number: number, code: string, name: string): BillingKeyRecord => ({
  customerUid: `member-7_${number}`,
  merchantUid: null,
  impUid: null,
  status: 'registered',
  card: { code, name, number: '4518-****-****-9012' },
})

const refused = async () => 'refused' as const
const keys: BillingKeys = {
  state: { status: 'ready', cards: [card(1, '366', '신한카드'), card(2, '367', '현대카드')] },
  remove: refused,
  replace: refused,
  refresh: async () => {},
}

/** Records that a shop's server has to know for `WholeKit`. */
export const wholeKitRecords = [accountRecord({ merchantUid: 'order-20261123-000002' })] as const

const buttons: readonly StateName[] = [
  'idle',
  'confirming',
  'failedRetryable',
  'failed',
  'unconfirmed',
  'paid',
]

/**
 * One of every component, and the states that differ most: for pages that ask what a shop's own sheet does to the kit.
 * `shop` and `number` tell two of them on one page apart.
 */
export function WholeKit({ shop, number }: { shop: string; number: number }) {
  const say = useSay()
  const [issued] = wholeKitRecords
  const paid = cardRecord()
  const { merchantUid } = paid
  const nothing = () => {}
  const action = useRoute(useCallback(() => new Promise<Response>(() => {}), []))
  const [orders] = useState(() =>
    buttons.map(
      (_, at): Order => ({
        merchantUid: `order-20261123-${1000 + 100 * number + at}`,
        name: '머플러',
        amount: 55_000,
      }),
    ),
  )
  useEffect(() => {
    const undo = buttons.map((state, at) => {
      const order = orders[at] as Order
      return putState(order, exampleStates[state](order))
    })
    return () => {
      for (const each of undo) each()
    }
  }, [orders])
  return (
    <>
      <PaymentMethodSelect methods={['card', 'trans', 'vbank']} />
      <PaymentMethodSelect methods={['card', 'trans']} appearance="list" disabled label={null} />
      <CardCompanySelect cardCompanies={{ only: ['366', '367', '381'] }} defaultValue="366" searchable />
      <InstallmentSelect amount={55_000} cardQuota={[2, 3]} defaultValue={3} />
      <InstallmentSelect amount={55_000} cardQuota={[2, 3]} defaultValue={3} appearance="segments" />
      {orders.map((order) => (
        <TossCheckoutButton
          key={order.merchantUid}
          order={order}
          onClick={(event) => event.preventDefault()}
        />
      ))}
      <TossCheckoutButton order={orders[0] as Order} disabled />
      <PaymentResult
        aria-label={say(`${shop}: 결제 완료`, `${shop}: paid`)}
        state={{ status: 'paid', merchantUid, payment: paid }}
      />
      <PaymentResult
        aria-label={say(`${shop}: 입금 대기`, `${shop}: deposit`)}
        state={{ status: 'awaiting-deposit', merchantUid: issued.merchantUid, payment: issued }}
      />
      <PaymentResult
        aria-label={say(`${shop}: 실패`, `${shop}: failed`)}
        state={{ status: 'failed', merchantUid, error: new PaymentError('DECLINED') }}
        onRetry={nothing}
      />
      <PaymentResult
        aria-label={say(`${shop}: 확인하지 못함`, `${shop}: unconfirmed`)}
        state={{ status: 'unconfirmed', merchantUid, error: new PaymentError('CONFIRM_UNREACHABLE') }}
        onAskAgain={nothing}
      />
      <BillingKeyRegister
        method="form"
        action={action}
        consents={[
          { id: 'terms', label: say('자동결제 이용약관', 'Automatic payment terms'), href: '#terms' },
        ]}
        aria-label={say(`${shop}: 카드 정보`, `${shop}: card details`)}
      />
      <BillingKeyList
        keys={keys}
        onReplace={nothing}
        aria-label={say(`${shop}: 등록한 카드`, `${shop}: your cards`)}
      />
    </>
  )
}
