'use client'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type MouseEvent,
  memo,
  type ReactNode,
  useRef,
} from 'react'
import { useCheckout } from '../hooks/TossCheckoutProvider.js'
import { useAttempt } from '../hooks/useAttempt.js'
import { useEarlyOrder } from '../hooks/useEarlyOrder.js'
import { languageOf, type OrderSource, type PaymentHandlers, tellHandlers } from '../hooks/usePayment.js'
import type { PaymentOptions } from '../payment/order.js'
import { payButtonWord } from '../payment/payButtonWord.js'
import type { PaymentState } from '../payment/paymentState.js'
import { type AttemptOptions, startAttempt } from '../portone/attempt.js'
import { type Attempt, attemptsStarted, isInFlight } from '../portone/attemptStore.js'
import { isLeftBehind } from '../portone/isLeftBehind.js'
import { isAchieved } from '../portone/judgeAttempt.js'
import type { NamesOf } from './namesOf.js'
import { Slot } from './Slot.js'

type NativeProps = Omit<ComponentPropsWithoutRef<'button'>, 'children' | keyof PaymentHandlers>

/** Everything about the payment, its ends, and every native button prop. */
export type TossCheckoutButtonProps = NativeProps &
  PaymentOptions &
  PaymentHandlers & {
    /**
     * What is paid. A function asks the merchant's server for it: called when the buyer's pointer or focus arrives, so
     * that the order is there at the press, or else at the press. A fetched order is used for a minute. Whose payment a
     * reload cut off nobody can tell then: every such button of the page shows it, so that it is not paid again.
     */
    order: OrderSource
    /** Renders the only child instead of a `<button>`, with our props and behaviour on it. */
    asChild?: boolean
    /** The label, or a function of the state. Default: what pressing does, then what is happening. */
    children?: ReactNode | ((state: PaymentState) => ReactNode)
  }

const names =
  'pg channelKey module payMethod escrow language appScheme noticeUrl confirmUrl bizNum popup redirectUrl requestParams cardQuota onlyInstallment cardCompanies cardDirect interestFreeMonths appCard useCardPoint internationalCardOnly discountCode autoDiscount culturalExpense cashReceiptType vbankDue digital onPaid onAwaitingDeposit onDismissed onFailed onUnconfirmed onSettled'
/** The payment's own props: the rest belongs to the element. */
const paymentProps = new Set<string>(
  (names satisfies NamesOf<PaymentOptions & PaymentHandlers, typeof names>).split(' '),
)

/**
 * A button that says the price, or that an account is issued (`vbank`), and takes the payment. `data-state` carries the
 * status, `data-retryable` stands on a failure that may simply be tried again, `data-charged` on one in which money moved or
 * may have. In flight it keeps focus and says `aria-busy`; pressing it then changes nothing, as once it is paid or an account
 * was issued (`aria-disabled`). After `unconfirmed` it asks the server again and never opens a second window. It reads the
 * newest props at the press; an attempt keeps those it started with.
 *
 * A label has no room for whether money moved: that is read out to screen readers, and everybody else is told by a
 * `<PaymentResult>` beside the button. It is no part of the button, so that one element is all it puts into a layout.
 *
 * @example
 * <TossCheckoutButton order={makeOrder} onSettled={setEnd} />
 * <PaymentResult state={end} />
 */
export const TossCheckoutButton = memo(
  forwardRef<HTMLButtonElement, TossCheckoutButtonProps>(function TossCheckoutButton(props, ref) {
    const { order, asChild, children, onClick, onPointerEnter, onFocus, ...rest } = props
    const { settings, channel, locale, messages } = useCheckout()
    const known = typeof order === 'function' ? undefined : order
    // Read at the press, so that a thousand resting buttons cost little.
    const options = () =>
      ({ ...languageOf(locale), ...channel, ...pick(rest, true) }) as AttemptOptions & PaymentHandlers
    const adopted = useRef<Attempt>(undefined)
    const before = useRef(attemptsStarted())
    const adopts = (attempt: Attempt) => {
      if (isLeftBehind(attempt, before.current)) adopted.current = attempt
      return adopted.current === attempt && !(attempt.foreign && attempt.state.status === 'unconfirmed')
    }
    const { owner, state: followed, shown } = useAttempt(known?.merchantUid, adopts, tellHandlers(options))
    const state = followed as PaymentState

    // A new order is for a new purchase only: never behind one that runs, ended, or may have moved money.
    const unpaid =
      /idle|dismissed/.test(state.status) || (state.status === 'failed' && state.error.charged === 'no')

    const early = useEarlyOrder(order, unpaid)
    const press = (event: MouseEvent<HTMLButtonElement>) => {
      onClick?.(event)
      if (event.defaultPrevented || rest.disabled) return
      // Safari leaves focus on the page when a button is clicked; it has to come back here when the window closes.
      event.currentTarget.focus({ preventScroll: true })
      const mine = options()
      startAttempt(owner, {
        order: early.take(),
        isMade: !known,
        options: mine,
        settings,
        told: tellHandlers(() => mine),
        follows: shown(),
      })
    }

    const label =
      typeof children === 'function'
        ? children(state)
        : asChild || children == null
          ? payButtonWord(state, known ?? early.order, messages, locale, rest.payMethod)
          : children
    const busy =
      isInFlight({ state }) && !(state.status === 'preparing' && state.waitingFor === 'press-again')
    const shared = {
      ...pick(rest, false),
      ref,
      'data-toss-checkout': '',
      'data-state': state.status,
      'data-retryable': state.status === 'failed' && state.error.retryable ? '' : undefined,
      'data-charged': state.status === 'failed' && state.error.charged !== 'no' ? '' : undefined,
      'aria-busy': busy || undefined,
      'aria-disabled': busy || (rest['aria-disabled'] ?? (isAchieved(state) || undefined)),
      onClick: press,
      onPointerEnter: chain(onPointerEnter, early.fetch),
      onFocus: chain(onFocus, early.fetch),
    }
    if (asChild) {
      return (
        <Slot {...shared} label={label}>
          {typeof children === 'function' ? label : children}
        </Slot>
      )
    }
    return (
      <button type="button" {...shared}>
        {label}
      </button>
    )
  }),
)

/** The payment's own props, or the element's. */
function pick(props: object, own: boolean): object {
  const picked: Record<string, unknown> = {}
  for (const name in props) {
    if (paymentProps.has(name) === own) picked[name] = props[name as keyof typeof props]
  }
  return picked
}

function chain<Event>(theirs: ((event: Event) => void) | undefined, ours: () => void) {
  return (event: Event): void => {
    theirs?.(event)
    ours()
  }
}
