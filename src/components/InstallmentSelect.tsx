'use client'
import { forwardRef, type ReactNode, useId } from 'react'
import {
  type InstallmentOption,
  type Installments,
  type UseInstallmentsOptions,
  useInstallments,
} from '../hooks/useInstallments.js'
import { ChoiceGroup, type ChooserProps, type NativeDiv } from './ChoiceGroup.js'

/** What depends on the price and the shop, the choice, and every native prop of the `div` around it. */
export type InstallmentSelectProps = NativeDiv &
  UseInstallmentsOptions &
  ChooserProps & {
    /** `select` (default) is the browser's own list; the others show every month at once as radio buttons. */
    appearance?: 'select' | 'segments' | 'list'
    slots?: {
      /** What one choice shows, for `segments` and `list`. Default: its `name` and `share`. */
      option?: (option: InstallmentOption) => ReactNode
      /** What stands under the choices. Default: `note`. Null for nothing. */
      hint?: (installments: Installments) => ReactNode
    }
  }

/**
 * Months to pay in: exactly those that the gateway will offer (`resolveInstallments`), each with what it costs a month.
 * Under 50,000 won, and where the shop offers none, it says why only 일시불 is left. Look: `data-tc="installment-select"`,
 * `data-state` (`lump-sum-only`, `lump-sum`, `installments`), `data-appearance`. The hook underneath is `useInstallments`.
 *
 * @example
 * <InstallmentSelect amount={55_000} cardQuota={[2, 3]} onValueChange={setMonths} />
 */
export const InstallmentSelect = forwardRef<HTMLDivElement, InstallmentSelectProps>(
  function InstallmentSelect(props, ref) {
    const {
      amount,
      module,
      cardQuota,
      onlyInstallment,
      payMethod,
      singleMonth,
      interestFreeMonths,
      cardCompany,
      value: _value,
      defaultValue: _defaultValue,
      onValueChange: _onValueChange,
      appearance = 'select',
      label,
      name,
      disabled,
      slots,
      ...native
    } = props
    const id = useId()
    const installments = useInstallments(props)
    const { options, value, setValue, status, note, words } = installments
    const hint = slots?.hint ? slots.hint(installments) : note
    // A control that does nothing looks like it.
    const fixed = status === 'lump-sum-only'
    const root = {
      ...native,
      'data-tc': 'installment-select',
      'data-state': status,
      'data-appearance': appearance,
    }
    if (appearance !== 'select') {
      return (
        <ChoiceGroup
          rootRef={ref}
          root={root}
          label={label}
          labelText={words.installmentLabel}
          name={name}
          disabled={disabled}
          options={options}
          keyOf={({ months }) => months}
          chosen={value}
          onChoose={({ months }) => setValue(months)}
          render={
            slots?.option ??
            (({ name, share }) => (
              <span data-tc-part="text">
                <span data-tc-part="name">{name}</span> {share && <span data-tc-part="extra">{share}</span>}
              </span>
            ))
          }
          hint={hint}
          fixed={fixed}
        />
      )
    }
    const hinted = hint != null && hint !== ''
    return (
      <div {...root} ref={ref} data-disabled={disabled ? '' : undefined}>
        {label !== null && (
          <label data-tc-part="label" htmlFor={id}>
            {label ?? words.installmentLabel}
          </label>
        )}
        <select
          id={id}
          data-tc-part="select"
          name={name}
          disabled={disabled || fixed}
          value={value}
          onChange={({ target }) => setValue(Number(target.value))}
          aria-label={label === null ? words.installmentLabel : undefined}
          aria-describedby={hinted ? `${id}hint` : undefined}
        >
          {options.map((option) => (
            <option key={option.months} value={option.months}>
              {option.label}
            </option>
          ))}
        </select>
        {/* What is disabled sends nothing. */}
        {fixed && name && !disabled && <input type="hidden" name={name} value={value} />}
        {/* Empty too: a region that comes with its text says nothing. */}
        <p data-tc-part="hint" role="status" id={`${id}hint`}>
          {hint}
        </p>
      </div>
    )
  },
)
