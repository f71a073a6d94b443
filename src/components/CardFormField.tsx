'use client'
import type { ReactNode } from 'react'
import { groupCardExpiry } from '../payment/cardExpiry.js'
import type { CardFormMessages } from '../payment/cardFormMessages.js'
import { type CardBrand, groupCardNumber } from '../payment/cardNumber.js'
import type { CardField, CardProblem } from '../payment/checkCardForm.js'
import { groupAsTyped } from './groupAsTyped.js'

interface CardFormFieldKind {
  name: CardField
  autoComplete: string
  longest: number
  secret?: boolean
  group?: (typed: string) => string
}

/** The fields, in the order they are filled in. @internal */
export const cardFormFields: readonly CardFormFieldKind[] = [
  { name: 'cardNumber', autoComplete: 'cc-number', longest: 24, group: groupCardNumber },
  { name: 'expiry', autoComplete: 'cc-exp', longest: 9, group: groupCardExpiry },
  { name: 'birth', autoComplete: 'off', longest: 12, secret: true },
  { name: 'pwd2digit', autoComplete: 'off', longest: 2, secret: true },
]

const brandNames: Record<Exclude<CardBrand, 'domestic'>, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  jcb: 'JCB',
  unionpay: 'UnionPay',
}

/** One field of the card form. What is typed stays in it. @internal */
export function CardFormField(props: {
  field: CardFormFieldKind
  id: string
  /** Said under the number, once its first digits tell. */
  brand: CardBrand | null
  problem: CardProblem | undefined
  words: CardFormMessages
  readOnly: boolean
  onType: (value: string) => void
}): ReactNode {
  const { id, brand, problem, words, readOnly, onType } = props
  const { name, autoComplete, longest, secret, group } = props.field
  return (
    <div data-tc-part="field" data-field={name}>
      <label data-tc-part="label" htmlFor={id}>
        {words.cardFieldLabel(name)}
      </label>
      <input
        id={id}
        data-tc-part="input"
        data-card-field={name}
        type={secret ? 'password' : 'text'}
        inputMode="numeric"
        autoComplete={autoComplete}
        spellCheck={false}
        maxLength={longest}
        readOnly={readOnly}
        aria-required
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}hint ${id}problem`}
        onInput={({ currentTarget }) => {
          if (group) groupAsTyped(currentTarget, group)
          onType(currentTarget.value)
        }}
      />
      <span data-tc-part="hint" id={`${id}hint`}>
        {brand === null || name !== 'cardNumber'
          ? words.cardFieldHint(name)
          : brand === 'domestic'
            ? words.cardFormDomestic
            : brandNames[brand]}
      </span>
      <span data-tc-part="problem" id={`${id}problem`}>
        {problem && words.cardFieldProblem(name, problem)}
      </span>
    </div>
  )
}
