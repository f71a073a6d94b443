'use client'
import { forwardRef, type ReactNode } from 'react'
import {
  type PaymentMethodOption,
  type UsePaymentMethodsOptions,
  usePaymentMethods,
} from '../hooks/usePaymentMethods.js'
import { ChoiceGroup, type ChooserProps, type NativeDiv } from './ChoiceGroup.js'

/** Which methods, the choice, and every native prop of the `div` around it. */
export type PaymentMethodSelectProps = NativeDiv &
  UsePaymentMethodsOptions &
  ChooserProps & {
    /** `grid` (default): as many beside each other as fit; `list`: one below the other. */
    appearance?: 'grid' | 'list'
    slots?: {
      /** Before the name: an icon, or a mark that you may show. Default: none, for marks are trademarks. */
      mark?: (option: PaymentMethodOption) => ReactNode
      /** Under the methods. Default: a sentence on the chosen one. Null for nothing. */
      hint?: (selected: PaymentMethodOption | undefined) => ReactNode
    }
  }

/**
 * Ways to pay: those of `methods` that the module's window opens. Hand the choice to the button as `payMethod`; `phone`
 * needs `digital` there too. Look: `data-tc="payment-method-select"`, `data-state` is the method chosen, or `empty`. The hook
 * underneath is `usePaymentMethods`.
 *
 * @example
 * <PaymentMethodSelect methods={['card', 'vbank', 'kakaopay']} value={method} onValueChange={setMethod} />
 */
export const PaymentMethodSelect = forwardRef<HTMLDivElement, PaymentMethodSelectProps>(
  function PaymentMethodSelect(props, ref) {
    const {
      methods,
      module,
      value: _value,
      defaultValue: _defaultValue,
      onValueChange: _onValueChange,
      appearance = 'grid',
      label,
      name,
      disabled,
      slots,
      ...native
    } = props
    const { options, value, setValue, selected, status, words } = usePaymentMethods(props)
    return (
      <ChoiceGroup
        rootRef={ref}
        root={{
          ...native,
          'data-tc': 'payment-method-select',
          'data-state': status,
          'data-appearance': appearance,
        }}
        label={label}
        labelText={words.payMethodLabel}
        name={name}
        disabled={disabled}
        options={options}
        keyOf={({ method }) => method}
        chosen={selected ? value : null}
        onChoose={({ method }) => setValue(method)}
        render={(option) => (
          <>
            {slots?.mark?.(option)}
            <span data-tc-part="name">{option.name}</span>
          </>
        )}
        hint={slots?.hint ? slots.hint(selected) : selected ? selected.note : words.payMethodNone}
      />
    )
  },
)
