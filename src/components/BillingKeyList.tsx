'use client'
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useEffect, useRef, useState } from 'react'
import { type BillingKeyChange, type BillingKeys, useBillingKeys } from '../hooks/useBillingKeys.js'
import { useWords } from '../hooks/useWords.js'
import type { BillingKeyRecord } from '../payment/billingKey.js'
import { billingListKo } from '../payment/billingListMessages.ko.js'
import { BillingKeyCard } from './BillingKeyCard.js'

const fetchEnglish = () =>
  import('../payment/billingListMessages.en.js').then(({ billingListEn }) => billingListEn)

/** Which cards, what may be done with them, and every native prop of the `section` around them. */
export type BillingKeyListProps = Omit<ComponentPropsWithoutRef<'section'>, 'children'> & {
  /** The list to show, when the page uses it too (`refresh` after a registration). Default: one of its own. */
  keys?: BillingKeys
  /** Shows a button on each card: register another one, then `keys.replace`. */
  onReplace?: (card: BillingKeyRecord) => void
  /** Default true. */
  removable?: boolean
  /** 2 (default) to 6: where its title stands among the page's headings. */
  headingLevel?: 2 | 3 | 4 | 5 | 6
  slots?: {
    /** Under a card's name: a next charge, a default mark. */
    detail?: (card: BillingKeyRecord) => ReactNode
  }
}

/**
 * The customer's registered cards. Removing asks once more, and says so when a subscription still uses the card. Look:
 * `data-tc="billing-key-list"`, `data-state` (`loading`, `ready`, `failed`). The hook underneath is `useBillingKeys`.
 */
export const BillingKeyList = forwardRef<HTMLElement, BillingKeyListProps>(
  function BillingKeyList(props, ref) {
    return props.keys ? (
      <Cards {...props} keys={props.keys} rootRef={ref} />
    ) : (
      <OwnCards {...props} rootRef={ref} />
    )
  },
)

type Inner = BillingKeyListProps & { rootRef: React.ForwardedRef<HTMLElement> }

function OwnCards(props: Inner): ReactNode {
  return <Cards {...props} keys={useBillingKeys()} />
}

function Cards(props: Inner & { keys: BillingKeys }): ReactNode {
  const { keys, onReplace, removable = true, headingLevel = 2, slots, rootRef, ...native } = props
  const Heading = `h${headingLevel}` as const
  const words = useWords(billingListKo, fetchEnglish)
  const [did, setDid] = useState<BillingKeyChange | 'removing' | 'reloading' | 'reloaded'>()
  const title = useRef<HTMLHeadingElement>(null)
  const { state } = keys

  const remove = async (customerUid: string) => {
    setDid('removing')
    const outcome = await keys.remove(customerUid)
    setDid(outcome)
    // The button that was pressed may be gone.
    if (outcome === 'done') title.current?.focus()
  }
  const reload = async () => {
    setDid('reloading')
    await keys.refresh()
    // Not over what was done meanwhile.
    setDid((now) => (now === 'reloading' ? 'reloaded' : now))
  }
  // A list that could not be loaded answers nothing.
  const stands = did === 'reloaded' && state.status === 'ready' && state.outdated ? 'unsure' : did
  useEffect(() => {
    // The button that was pressed is gone.
    if (stands === 'reloaded' && document.activeElement === document.body) title.current?.focus()
  }, [stands])
  const said: Record<NonNullable<typeof did>, [tone: 'neutral' | 'success' | 'notice' | 'danger', string]> = {
    removing: ['neutral', words.cardListRemoving],
    done: ['success', words.cardListRemoved],
    'in-use': ['notice', onReplace ? words.cardListInUse : words.cardListInUseElsewhere],
    unsure: ['notice', words.cardListUnsure],
    refused: ['danger', words.cardListNotRemoved],
    reloading: ['neutral', words.cardListLoading],
    reloaded: ['neutral', words.cardListReloaded],
  }
  const [tone, text] = (stands && said[stands]) ?? []

  return (
    <section
      aria-label={words.cardListTitle}
      {...native}
      ref={rootRef}
      data-tc="billing-key-list"
      data-state={state.status}
    >
      <Heading data-tc-part="label" ref={title} tabIndex={-1}>
        {words.cardListTitle}
      </Heading>
      {state.status === 'loading' && (
        <p data-tc-part="hint" role="status">
          {words.cardListLoading}
        </p>
      )}
      {state.status === 'failed' && (
        <>
          <p data-tc-part="problem" role="alert">
            {words.cardListFailed}
          </p>
          <button type="button" data-tc-part="action" onClick={() => keys.refresh()}>
            {words.cardListAgain}
          </button>
        </>
      )}
      {state.status === 'ready' && state.cards.length === 0 && (
        <p data-tc-part="hint">{words.cardListEmpty}</p>
      )}
      {state.status === 'ready' && state.cards.length > 0 && (
        <ul data-tc-part="cards">
          {state.cards.map((card) => (
            <BillingKeyCard
              key={card.customerUid}
              card={card}
              words={words}
              detail={slots?.detail?.(card)}
              onReplace={onReplace}
              onRemove={removable ? remove : undefined}
            />
          ))}
        </ul>
      )}
      <p data-tc-part="status" role="status" data-tone={tone}>
        {text}
      </p>
      {state.status === 'ready' && (stands === 'unsure' || stands === 'reloading') && (
        <button type="button" data-tc-part="action" onClick={reload}>
          {words.cardListAgain}
        </button>
      )}
    </section>
  )
}
