'use client'
import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  forwardRef,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { useBillingWords } from '../hooks/useBillingWords.js'
import { type CardFormState, type UseCardFormOptions, useCardForm } from '../hooks/useCardForm.js'
import { useCardFormWords } from '../hooks/useCardFormWords.js'
import { type CardBrand, cardBrand } from '../payment/cardNumber.js'
import type { CardField } from '../payment/checkCardForm.js'
import { type CardConsent, CardConsents } from './CardConsents.js'
import { CardFormField, cardFormFields } from './CardFormField.js'

type NativeForm = Omit<
  ComponentPropsWithoutRef<'form'>,
  'action' | 'method' | 'children' | 'onSubmit' | keyof UseCardFormOptions
>

/** Where the card goes, what is agreed to, who is told, and every native prop of the `form`. */
export type BillingKeyFormProps = NativeForm &
  UseCardFormOptions & {
    /** What the buyer agrees to. The payment terms are the merchant's to name. Default none. */
    consents?: readonly CardConsent[]
    /** The submit button's label. Default the provider language's words. */
    children?: ReactNode | ((state: CardFormState) => ReactNode)
    /**
     * Stands above the submit button. Default: a sentence saying that nothing is charged now, while it is still to come.
     * `null` for none.
     */
    note?: ReactNode
  }

const brandNames: Record<Exclude<CardBrand, 'domestic'>, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  jcb: 'JCB',
  unionpay: 'UnionPay',
}

/**
 * The merchant's own card form, for registering a card by API. Card data lives in the fields alone: posted once, wiped
 * when it was sent, when the page is left and when the form goes. Look: `data-tc="billing-key-form"`, `data-state`. The hook underneath is
 * `useCardForm`. It formats and checks by itself, because a card library's tables (about 5 kB) know no Korean issuer.
 */
export const BillingKeyForm = forwardRef<HTMLFormElement, BillingKeyFormProps>(
  function BillingKeyForm(props, ref) {
    const {
      action,
      testCards,
      onRegistered,
      onFailed,
      onUnconfirmed,
      consents = [],
      children,
      note,
      ...native
    } = props
    const { state, check, submit } = useCardForm({ action, testCards, onRegistered, onFailed, onUnconfirmed })
    const words = useCardFormWords()
    const billing = useBillingWords()
    const form = useRef<HTMLFormElement>(null)
    useImperativeHandle(ref, () => form.current as HTMLFormElement)
    const id = useId()
    const [brand, setBrand] = useState<CardBrand | null>(null)
    const [unagreed, setUnagreed] = useState<readonly string[]>([])
    const problems = state.status === 'editing' ? state.problems : {}
    const sending = state.status === 'sending'

    const wipe = useCallback((target: HTMLFormElement | null) => {
      for (const { name } of cardFormFields) input(target, name).value = ''
      setBrand(null)
    }, [])
    useEffect(() => {
      const mounted = form.current
      // A page that is left may be kept as it is, and come back with the next person's Back.
      const leave = () => wipe(mounted)
      addEventListener('pagehide', leave)
      return () => {
        removeEventListener('pagehide', leave)
        for (const { name } of cardFormFields) input(mounted, name).value = ''
      }
    }, [wipe])

    const onSubmit = (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (sending) return
      const target = event.currentTarget
      const empty = consents.filter(({ id: name, required = true }) => required && !box(target, name).checked)
      setUnagreed(empty.map((consent) => consent.id))
      const typed = (name: CardField) => input(target, name).value
      const card = {
        cardNumber: typed('cardNumber'),
        expiry: typed('expiry'),
        birth: typed('birth'),
        pwd2digit: typed('pwd2digit'),
      }
      const first = empty[0] ? check(card) : submit(card)
      if (first) input(target, first).focus()
      else if (empty[0]) box(target, empty[0].id).focus()
      else wipe(target)
    }

    const nameOf = (of: CardBrand) => (of === 'domestic' ? words.cardFormDomestic : brandNames[of])
    const error = state.status === 'editing' ? state.unconfirmed : 'error' in state ? state.error : undefined
    const unsure = state.status === 'unconfirmed' || (state.status === 'editing' && !!error)
    const missing = consents.filter(({ id: name }) => unagreed.includes(name))
    const registered = state.status === 'registered'
    const label =
      words[
        sending
          ? 'cardFormSending'
          : registered
            ? 'cardFormSendAnother'
            : unsure
              ? 'cardFormSendAgain'
              : 'cardFormSend'
      ]
    const usualNote = unsure || registered ? undefined : billing['card-free']
    return (
      <form
        {...native}
        ref={form}
        noValidate
        autoComplete="on"
        onSubmit={onSubmit}
        data-tc="billing-key-form"
        data-state={state.status}
        aria-label={native['aria-label'] ?? words.cardFormTitle}
        aria-busy={sending || undefined}
      >
        {cardFormFields.map((field) => (
          <CardFormField
            key={field.name}
            field={field}
            id={`${id}${field.name}`}
            problem={problems[field.name]}
            hint={brand && field.name === 'cardNumber' ? nameOf(brand) : words.cardFieldHint(field.name)}
            words={words}
            readOnly={sending}
            onType={(value) => {
              if (field.name === 'cardNumber') setBrand(cardBrand(value.replace(/\D/g, '')))
            }}
          />
        ))}
        <CardConsents
          consents={consents}
          unagreed={unagreed}
          problemId={`${id}problem`}
          words={words}
          onChange={(agreed) => setUnagreed((still) => still.filter((each) => each !== agreed))}
        />
        {/* The only one: the first field with a problem gets the focus and is read with its own. */}
        <p data-tc-part="problem" role="alert" id={`${id}problem`}>
          {[error?.buyerMessage, missing.length > 0 && words.cardFormConsentMissing]
            .filter(Boolean)
            .join(' ')}
        </p>
        <p data-tc-part="status" role="status">
          {registered ? billing['card-registered'] : ''}
        </p>
        {note !== null && (note ?? usualNote) && <p data-tc-part="hint">{note ?? usualNote}</p>}
        <button type="submit" data-toss-checkout="" aria-busy={sending || undefined} aria-disabled={sending}>
          {typeof children === 'function' ? children(state) : (children ?? label)}
        </button>
      </form>
    )
  },
)

function input(form: HTMLFormElement | null, name: CardField): HTMLInputElement {
  return form?.querySelector(`[data-card-field="${name}"]`) as HTMLInputElement
}

function box(form: HTMLFormElement, name: string): HTMLInputElement {
  const boxes = Array.from(form.querySelectorAll<HTMLInputElement>('[data-consent]'))
  return boxes.find(({ dataset }) => dataset.consent === name) as HTMLInputElement
}
