import { useQueryClient } from '@tanstack/react-query'
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import {
  en,
  formatWon,
  ko,
  type Order,
  type PaymentOptions,
  type PaymentOutcome,
  PaymentResult,
  type PaymentState,
  TossCheckoutButton,
  usePayment,
} from 'react-toss-checkout'
import type { OrderRequest } from '../../shop/order.types.js'
import { callShop } from '../api.js'
import { useSpeech } from '../language.js'
import { noteOrder } from '../ownOrders.js'
import { useRefusalWords } from '../refusalWords.js'
import { Link, pathOfOrder } from '../route.js'

/** The button that pays, and what came of it. `App` goes on to the order once it is paid. */
export function PayPanel({
  request,
  total,
  options,
  onCheck,
}: {
  /** Null while something is missing. */
  request: OrderRequest | null
  /** Won, printed on the button. */
  total: number
  options: PaymentOptions
  /** Called at the press; false stops it and has shown what is missing. */
  onCheck: () => boolean
}) {
  const { language, say } = useSpeech()
  const wordsOf = useRefusalWords()
  const client = useQueryClient()
  const [outcome, setOutcome] = useState<PaymentOutcome>()
  const made = useRef<string>(undefined)
  const pressed = useRef(false)

  const number = outcome && 'merchantUid' in outcome ? outcome.merchantUid : undefined
  // Without a number: a payment that a reload cut off, found again.
  const followed = usePayment(number ? { merchantUid: number } : {})
  const state: PaymentState = number ? followed.state : (outcome ?? followed.state)

  const shown = 'merchantUid' in state ? state.merchantUid : undefined
  const maybeCharged = state.status === 'failed' && state.error.charged !== 'no'
  const mayBePaid =
    shown !== undefined && (maybeCharged || state.status === 'confirming' || state.status === 'unconfirmed')

  const makeOrder = useCallback(async (): Promise<Order> => {
    if (!request) throw new Error('the form is not complete')
    const order = await callShop<Order>('/api/checkout/orders', { method: 'POST', body: request })
    made.current = order.merchantUid
    if (pressed.current) noteOrder(order.merchantUid)
    return order
  }, [request])

  const press = (event: MouseEvent) => {
    // Asking how a payment ended needs no form.
    if (mayBePaid) return
    if (!onCheck()) return event.preventDefault()
    pressed.current = true
    if (made.current) noteOrder(made.current)
    setOutcome(undefined)
  }
  const settled = (end: PaymentOutcome) => {
    pressed.current = false
    made.current = undefined
    // Another order's payment may have gone through: that one has to be seen, not this one.
    setOutcome(end.status === 'failed' && end.error.code === 'PREVIOUS_UNCONFIRMED' ? undefined : end)
    // Sold out, or another price: show what is true now.
    if (end.status === 'failed' && end.error.code === 'ORDER_UNAVAILABLE')
      client.invalidateQueries({ queryKey: ['goods'] })
  }
  const won = formatWon(total, language)
  const promise = wordsIn(language)[options.payMethod === 'vbank' ? 'pay-vbank' : 'pay'](won)
  const shopSays = state.status === 'failed' ? wordsOf(state.error.cause) : undefined
  return (
    <div className="pay-panel">
      {shopSays && (
        <p className="notice" data-tone="bad" role="alert">
          {shopSays}
        </p>
      )}
      {!shopSays && state.status !== 'in-window' && state.status !== 'preparing' && (
        <PaymentResult
          className="card"
          state={state}
          slots={{
            actions: ({ canAskAgain }) =>
              (canAskAgain || maybeCharged) &&
              shown && (
                <Link className="plain-button" href={pathOfOrder(shown)}>
                  {say('주문 보기', 'See the order')}
                </Link>
              ),
          }}
        />
      )}
      <TossCheckoutButton
        {...options}
        // With its number the button follows the payment that may have gone through, and only asks about that.
        order={mayBePaid ? { merchantUid: shown, name: shown, amount: total } : makeOrder}
        className="pay-button"
        onClick={press}
        onSettled={settled}
      >
        {(now) => (offersPaying(now) ? promise : labelOf(now, language))}
      </TossCheckoutButton>
    </div>
  )
}

const wordsIn = (language: 'ko' | 'en') => (language === 'en' ? en : ko)

type Offering = Extract<PaymentState, { status: 'idle' | 'dismissed' }>

function offersPaying(state: PaymentState): state is Offering {
  return state.status === 'idle' || state.status === 'dismissed'
}

/** The kit's own words for all that comes after the first press. */
function labelOf(state: Exclude<PaymentState, Offering>, language: 'ko' | 'en'): string {
  const words = wordsIn(language)
  switch (state.status) {
    case 'preparing':
      return words[state.waitingFor === 'press-again' ? 'press-again' : 'preparing']
    case 'failed':
      return words[state.error.retryable ? 'retry' : state.error.charged === 'no' ? 'failed' : 'needs-check']
    default:
      return words[state.status]
  }
}
