'use client'
import {
  type ComponentPropsWithoutRef,
  type FormEvent,
  forwardRef,
  type ReactNode,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react'
import { useBillingWords } from '../hooks/useBillingWords.js'
import { type CardFormState, type UseCardFormOptions, useCardForm } from '../hooks/useCardForm.js'
import { useCardFormWords } from '../hooks/useCardFormWords.js'
import { type CardConsent, CardConsents } from './CardConsents.js'
import { CardFormField, cardFormFields } from './CardFormField.js'
import { CardRegistered } from './CardRegistered.js'
import { useCardFields } from './useCardFields.js'
import { useConsents } from './useConsents.js'

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

/**
 * The merchant's own card form, for registering a card by API. Card data lives in the fields alone: posted once, wiped
 * when it was sent, when the page is left and when the form goes. Once registered, the card stands where the fields were,
 * with a button that brings them back. Look: `data-tc="billing-key-form"`, `data-state`. The hook underneath is
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
    const { state, check, submit, reset } = useCardForm({
      action,
      testCards,
      onRegistered,
      onFailed,
      onUnconfirmed,
    })
    const words = useCardFormWords()
    const billing = useBillingWords()
    const form = useRef<HTMLFormElement>(null)
    useImperativeHandle(ref, () => form.current as HTMLFormElement)
    const fields = useCardFields(form)
    const id = useId()
    const agreed = useConsents(form, consents)
    const problems = state.status === 'editing' ? state.problems : {}
    const sending = state.status === 'sending'
    const registered = state.status === 'registered' ? state.billingKey : undefined

    const isAnother = useRef(false)
    useEffect(() => {
      if (isAnother.current && state.status === 'editing') fields.focus('cardNumber')
      isAnother.current = false
    })

    const onSubmit = (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (sending || registered) return
      const missing = agreed.check()
      const first = missing === undefined ? submit(fields.read()) : check(fields.read())
      if (first) fields.focus(first)
      else if (missing !== undefined) agreed.focus(missing)
      else fields.wipe()
    }

    const error = state.status === 'editing' ? state.unconfirmed : 'error' in state ? state.error : undefined
    const unsure = state.status === 'unconfirmed' || (state.status === 'editing' && !!error)
    const label = words[sending ? 'cardFormSending' : unsure ? 'cardFormSendAgain' : 'cardFormSend']
    const usualNote = unsure ? undefined : billing['card-free']
    return (
      <form
        {...native}
        ref={form}
        noValidate
        autoComplete="on"
        onSubmit={onSubmit}
        data-tc="billing-key-form"
        data-state={state.status}
        data-tone={registered && 'success'}
        aria-label={native['aria-label'] ?? words.cardFormTitle}
        aria-busy={sending || undefined}
      >
        {registered ? (
          <CardRegistered
            billingKey={registered}
            title={billing['card-registered']}
            words={words}
            onAnother={() => {
              isAnother.current = true
              reset()
            }}
          />
        ) : (
          <>
            {cardFormFields.map((field) => (
              <CardFormField
                key={field.name}
                field={field}
                id={`${id}${field.name}`}
                problem={problems[field.name]}
                brand={fields.brand}
                words={words}
                readOnly={sending}
                onType={(value) => fields.onType(field.name, value)}
              />
            ))}
            <CardConsents
              consents={consents}
              unagreed={agreed.unagreed}
              id={id}
              words={words}
              onChange={agreed.onChange}
            />
            {/* The only one: what stands at a field or a consent is read with it when the focus comes. */}
            <p data-tc-part="problem" role="alert">
              {error?.buyerMessage}
            </p>
            {note !== null && (note ?? usualNote) && <p data-tc-part="hint">{note ?? usualNote}</p>}
            <button
              type="submit"
              data-toss-checkout=""
              data-state={unsure ? 'unconfirmed' : undefined}
              aria-busy={sending || undefined}
              aria-disabled={sending}
            >
              {typeof children === 'function' ? children(state) : (children ?? label)}
            </button>
          </>
        )}
      </form>
    )
  },
)
