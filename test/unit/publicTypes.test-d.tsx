// Compiled by `tsc`, never run: what the types forbid must not compile.
import {
  ko,
  type Messages,
  type PaymentOutcome,
  TossCheckoutButton,
  TossCheckoutProvider,
  usePayment,
} from 'react-toss-checkout'

const order = { merchantUid: 'order-0001', name: '겨울 니트', amount: 55_000 }
const confirm = async () => null

export const providers = [
  <TossCheckoutProvider key="a" merchantCode="imp00000000" endpoint="/api/checkout" />,
  <TossCheckoutProvider key="b" merchantCode="imp00000000" confirm={confirm} />,
  // @ts-expect-error neither endpoint nor confirm: no road may lead to paid without a server
  <TossCheckoutProvider key="c" merchantCode="imp00000000" />,
  // @ts-expect-error both: which one decides?
  <TossCheckoutProvider key="d" merchantCode="imp00000000" endpoint="/api/checkout" confirm={confirm} />,
]

export const buttons = [
  <TossCheckoutButton
    key="a"
    order={order}
    payMethod="phone"
    digital={false}
    aria-describedby="terms"
    disabled
  />,
  <TossCheckoutButton key="b" order={async () => order} cardQuota={[]} cardCompanies={{ only: ['366'] }} />,
  // @ts-expect-error carrier billing without digital
  <TossCheckoutButton key="c" order={order} payMethod="phone" />,
  // @ts-expect-error a direct card without its months
  <TossCheckoutButton key="d" order={order} cardDirect={{ code: '367' }} />,
  // @ts-expect-error an allow-list and a block-list at once
  <TossCheckoutButton key="e" order={order} cardCompanies={{ only: ['366'], except: ['361'] }} />,
  // @ts-expect-error an amount written as text
  <TossCheckoutButton key="f" order={{ ...order, amount: '55000' }} />,
  // @ts-expect-error card months on a transfer
  <TossCheckoutButton key="g" order={order} payMethod="trans" cardQuota={[3]} />,
  // @ts-expect-error no order
  <TossCheckoutButton key="h" />,
]

export function Reads() {
  const { state, pay } = usePayment()
  // @ts-expect-error there is a payment only where there was one
  state.payment
  const outcome: Promise<PaymentOutcome> = pay(order, { payMethod: 'vbank', vbankDue: new Date() })
  switch (state.status) {
    case 'idle':
    case 'preparing':
    case 'in-window':
    case 'confirming':
    case 'dismissed':
      return null
    case 'paid':
    case 'awaiting-deposit':
      return state.payment.amount
    case 'failed':
    case 'unconfirmed':
      return `${state.error.charged} ${outcome}`
    default:
      return state satisfies never
  }
}

const { previousUnconfirmed: _, ...incomplete } = ko
// @ts-expect-error a language of one's own with a sentence missing
export const language: Required<Messages> = incomplete
