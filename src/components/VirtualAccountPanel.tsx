'use client'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId, useRef } from 'react'
import {
  type UseVirtualAccountOptions,
  useVirtualAccount,
  type VirtualAccount,
} from '../hooks/useVirtualAccount.js'

/** The issued account, and every native prop of the `section` around it. */
export type VirtualAccountPanelProps = Omit<ComponentPropsWithoutRef<'section'>, 'children'> &
  UseVirtualAccountOptions & {
    /** 2 (default) to 6: where the panel's title stands among the page's headings. */
    headingLevel?: 2 | 3 | 4 | 5 | 6
    slots?: {
      /** Before the title, once nothing is awaited. Default: a plain mark of the tone. Null for none. */
      mark?: (account: VirtualAccount) => ReactNode
      /** Default: what it is for, and once it is over, how it ended. Null leaves the panel named for screen readers alone. */
      title?: (account: VirtualAccount) => ReactNode
      /** More at the end: how to deposit, a link to the orders. */
      footer?: (account: VirtualAccount) => ReactNode
    }
  }

/**
 * Where to deposit, how much, until when, and whether it has arrived: asks the server through `usePaymentStatus` and says a
 * change politely. Look: `data-tc="virtual-account"`, `data-state` (`waiting`, `deposited`, `expired`, `revoked`,
 * `mismatch`), `data-tone`. Once the account must not be used any more, its number is gone, and the order's stands there to
 * ask the shop about. The hook underneath is `useVirtualAccount`.
 *
 * @example
 * {state.status === 'awaiting-deposit' && <VirtualAccountPanel payment={state.payment} />}
 */
export const VirtualAccountPanel = forwardRef<HTMLElement, VirtualAccountPanelProps>(
  function VirtualAccountPanel({ payment, interval, headingLevel = 2, slots, ...native }, ref) {
    const id = useId()
    const numberRef = useRef<HTMLSpanElement>(null)
    const account = useVirtualAccount({ payment, interval })
    const {
      status,
      tone,
      note,
      bank,
      number,
      digits,
      holder,
      amount,
      due,
      timeLeft,
      unreachable,
      copied,
      words,
    } = account
    const Heading = `h${headingLevel}` as const
    // Live, as the note is: the two say together what changed. No `status`: a heading takes no name from one.
    const title = slots?.title ? slots.title(account) : <span aria-live="polite">{account.title}</span>
    const ended = status !== 'waiting'
    return (
      // biome-ignore lint/a11y/useSemanticElements: nothing is filled in here, and a page of orders may show too many for landmarks
      <section
        role="group"
        aria-labelledby={title == null || native['aria-label'] ? undefined : `${id}title`}
        aria-label={title == null ? account.title : undefined}
        {...native}
        ref={ref}
        data-tc="virtual-account"
        data-state={status}
        data-tone={tone}
      >
        {ended && (slots?.mark ? slots.mark(account) : <span data-tc-part="mark" aria-hidden="true" />)}
        {title != null && (
          <Heading data-tc-part="title" id={`${id}title`}>
            {title}
          </Heading>
        )}
        <div role="status" data-tc-part="note">
          <p>{note}</p>
          {unreachable && <p data-tc-part="warning">{words.accountUnreachable}</p>}
        </div>
        {ended ? (
          <dl data-tc-part="facts">
            <Fact label={words.accountOrderAmount} name="amount">
              {amount}
            </Fact>
            <Fact label={words.accountOrderNumber} name="order-number">
              {payment.merchantUid}
            </Fact>
          </dl>
        ) : (
          <>
            <dl data-tc-part="facts">
              <Fact label={words.accountAmount} name="amount" main>
                {amount}
              </Fact>
              {due && (
                <Fact label={words.accountDue} name="due">
                  {due}
                  {timeLeft && <span data-tc-part="time-left">{words.timeLeft(timeLeft)}</span>}
                </Fact>
              )}
              {bank && <Fact label={words.accountBank}>{bank}</Fact>}
              <Fact label={words.accountHolder}>{holder}</Fact>
              <Fact label={words.accountNumber} name="number">
                <span ref={numberRef} data-tc-part="number" aria-hidden="true">
                  {number}
                </span>
                {/* Digit by digit: read as one number it could not be typed. */}
                <span data-tc-part="unseen">{[...digits].join(' ')}</span>
              </Fact>
            </dl>
            <button
              type="button"
              data-tc-part="action"
              data-state={copied}
              data-tone={copied === 'copied' ? 'success' : undefined}
              onClick={() => account.copy(numberRef.current)}
            >
              {copied === 'copied' ? words.copied : words.copyNumber}
            </button>
            <p role="status" data-tc-part={copied === 'by-hand' ? 'hint' : 'unseen'}>
              {copied === 'copied' ? words.copied : copied === 'by-hand' ? words.copyByHand : ''}
            </p>
          </>
        )}
        {slots?.footer?.(account)}
      </section>
    )
  },
)

function Fact(props: { label: string; name?: string; main?: boolean; children: ReactNode }): ReactNode {
  const { label, name, main, children } = props
  return (
    <div data-tc-part="fact" data-name={name} data-main={main ? '' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
