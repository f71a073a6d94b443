'use client'
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { PaymentFact } from '../hooks/paymentFacts.js'
import {
  type PaymentResultView,
  type UsePaymentResultOptions,
  usePaymentResult,
} from '../hooks/usePaymentResult.js'
import { VirtualAccountPanel, type VirtualAccountPanelProps } from './VirtualAccountPanel.js'

/** The result, what its buttons do, and every native prop of the `section` around it. */
export type PaymentResultProps = Omit<ComponentPropsWithoutRef<'section'>, 'children'> &
  UsePaymentResultOptions & {
    /** Pays again: call `pay` with an order number that may be charged. The button is there only where that is safe. */
    onRetry?: () => void
    /**
     * `askAgain` of the hook that gave the state. The button is there only while the result is unknown, and after a
     * failure with money in it.
     */
    onAskAgain?: () => void
    /** Takes the focus to the title when a result appears: for a page that shows nothing else. Default false. */
    autoFocus?: boolean
    /** 2 (default) to 5: where the title stands among the page's headings. */
    headingLevel?: 2 | 3 | 4 | 5
    slots?: {
      /** Before the title. Default: a plain mark of the tone. Null for none. */
      mark?: (view: PaymentResultView) => ReactNode
      /** Between the sentences and the buttons. Default: the facts, or the account to deposit into. */
      body?: (view: PaymentResultView) => ReactNode
      /** Beside the kit's own buttons: a way on, a link to the orders. */
      actions?: (view: PaymentResultView) => ReactNode
    }
  }

/**
 * What happened, whether money is involved, what next. Draws nothing while `idle`. Offers to pay again only where no
 * money moved and nobody has to wait; an unknown result keeps the order number in sight and offers to ask again. The
 * provider has already told screen readers the end; its title is live only for what becomes of a deposit. Look:
 * `data-tc="payment-result"`, `data-state` (the status), `data-tone`. The hook underneath is `usePaymentResult`.
 *
 * @example
 * const { state, askAgain } = usePaymentRedirect()
 * <PaymentResult state={state} onAskAgain={askAgain} autoFocus />
 */
export const PaymentResult = forwardRef<HTMLElement, PaymentResultProps>(function PaymentResult(props, ref) {
  const { state, record, order, onRetry, onAskAgain, autoFocus, headingLevel = 2, slots, ...native } = props
  const id = useId()
  const view = usePaymentResult({ state, record, order })
  const { status, tone, title, detail, facts, receiptUrl, words } = view
  const titleRef = useRef<HTMLHeadingElement>(null)
  const focused = useRef<Element>(null)
  const [asked, setAsked] = useState(false)
  // The focus of a press that is to be repeated stays on its button.
  const settled = tone !== 'busy' && status !== 'idle' && status !== 'preparing'

  useEffect(() => {
    // What had the focus may be gone with the state it belonged to.
    const lost = focused.current?.isConnected === false && document.activeElement === document.body
    if (lost) focused.current = null
    if (status !== 'idle' && (lost || (autoFocus && settled))) titleRef.current?.focus()
  }, [status, settled, autoFocus])

  if (status === 'idle') return null
  const Heading = `h${headingLevel}` as const
  const asking = view.earlier?.asking ?? (asked && status === 'confirming')
  const askAgain = view.earlier?.askAgain ?? ((view.canAskAgain || asking) && onAskAgain)
  const awaiting = state.status === 'awaiting-deposit'
  // The panel of a deposit that is over has the order number itself.
  const shown = view.deposit && view.deposit !== 'waiting' ? facts.filter(isNotNumber) : facts
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here, and a page of orders may show too many for landmarks
    <section
      role="group"
      aria-labelledby={native['aria-label'] ? undefined : `${id}title`}
      {...native}
      ref={ref}
      data-tc="payment-result"
      data-state={status}
      data-tone={tone}
      onFocus={(event) => {
        native.onFocus?.(event)
        focused.current = event.target
      }}
    >
      {slots?.mark ? slots.mark(view) : <span data-tc-part="mark" aria-hidden="true" />}
      <Heading data-tc-part="title" id={`${id}title`} ref={titleRef} tabIndex={-1}>
        {awaiting ? <span aria-live="polite">{title}</span> : title}
      </Heading>
      {detail && <p data-tc-part="note">{detail}</p>}
      {slots?.body ? (
        slots.body(view)
      ) : (
        <>
          {view.deposit && awaiting && (
            <VirtualAccountPanel
              payment={state.payment}
              headingLevel={nextLevel[headingLevel]}
              slots={panelSlots}
            />
          )}
          {shown.length > 0 && (
            <dl data-tc-part="facts">
              {shown.map(({ name, label, value, main }) => (
                <div key={name} data-tc-part="fact" data-name={name} data-main={main && ''}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
      <div data-tc-part="actions">
        {view.canRetry && onRetry && (
          <button type="button" data-tc-part="action" data-primary="" onClick={onRetry}>
            {words.retry}
          </button>
        )}
        {askAgain && (
          <button
            type="button"
            data-tc-part="action"
            data-tone="notice"
            aria-busy={asking || undefined}
            aria-disabled={asking || undefined}
            onClick={() => {
              if (asking) return
              setAsked(true)
              askAgain()
            }}
          >
            {
              words[
                asking ? 'confirming' : status === 'failed' && !view.earlier ? 'needs-check' : 'unconfirmed'
              ]
            }
          </button>
        )}
        {receiptUrl && (
          <a data-tc-part="action" href={receiptUrl} target="_blank" rel="noreferrer">
            {words.resultReceipt} <span data-tc-part="unseen">({words.newTab})</span>
          </a>
        )}
        {slots?.actions?.(view)}
      </div>
    </section>
  )
})

const isNotNumber = ({ name }: PaymentFact) => name !== 'order-number'
/** Its mark stands above already, and so does a deadline that has passed. */
const panelSlots: VirtualAccountPanelProps['slots'] = {
  mark: () => null,
  title: ({ status, title, words }) =>
    status === 'expired' ? words.accountTitleAfter : <span aria-live="polite">{title}</span>,
}
const nextLevel = { 2: 3, 3: 4, 4: 5, 5: 6 } as const
