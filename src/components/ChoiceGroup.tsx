'use client'
import { type ComponentPropsWithoutRef, type ForwardedRef, type ReactNode, useId } from 'react'

/** What every chooser of the kit takes besides its own choice. */
export interface ChooserProps {
  /** The visible label; null leaves the usual words for screen readers alone. */
  label?: ReactNode
  /** For a form: the choice is sent under this name. */
  name?: string
  /** Nothing can be chosen, and nothing is sent with a form. Default false. */
  disabled?: boolean
}

/** A native `div`'s props that a chooser does not need for itself. */
export type NativeDiv = Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'defaultValue' | 'onChange'>

interface ChoiceGroupProps<Option> extends ChooserProps {
  rootRef: ForwardedRef<HTMLDivElement>
  /** Goes to the root; `ref` and `data-disabled` are the group's own. */
  root: NativeDiv & { 'data-tc': string; 'data-state': string; 'data-appearance'?: string }
  /** The usual words, where `label` says nothing else. */
  labelText: string
  options: readonly Option[]
  keyOf: (option: Option) => string | number
  chosen: string | number | null
  onChoose: (option: Option) => void
  render: (option: Option) => ReactNode
  /** Between label and options. */
  before?: ReactNode
  /** Said under the options, read with the group, and politely when it changes. */
  hint?: ReactNode
  /** There is nothing to choose: what is chosen is shown, and sent with the form. */
  fixed?: boolean
}

/**
 * A labelled group of native radio buttons. The browser brings arrow keys, one tab stop and names; the inputs have a
 * group name of their own, and a hidden field speaks to the form, so that options may come and go under a search.
 * @internal
 */
export function ChoiceGroup<Option>(props: ChoiceGroupProps<Option>): ReactNode {
  const { rootRef, root, label, labelText, name, disabled, options, keyOf, chosen, onChoose, render } = props
  const resting = disabled || props.fixed
  const hinted = props.hint != null && props.hint !== ''
  const id = useId()
  return (
    <div {...root} ref={rootRef} data-disabled={disabled ? '' : undefined}>
      {label !== null && (
        <div data-tc-part="label" id={`${id}label`}>
          {label ?? labelText}
        </div>
      )}
      {props.before}
      <div
        role="radiogroup"
        data-tc-part="options"
        aria-label={label === null ? labelText : undefined}
        aria-labelledby={label === null ? undefined : `${id}label`}
        aria-describedby={hinted ? `${id}hint` : undefined}
        aria-disabled={resting || undefined}
      >
        {options.map((option) => {
          const key = keyOf(option)
          const checked = key === chosen
          return (
            <label
              key={key}
              data-tc-part="option"
              data-state={checked ? 'checked' : 'unchecked'}
              data-value={key}
            >
              <input
                type="radio"
                name={id}
                value={key}
                checked={checked}
                disabled={resting}
                onChange={() => onChoose(option)}
              />
              {render(option)}
            </label>
          )
        })}
      </div>
      {name && !disabled && chosen !== null && <input type="hidden" name={name} value={chosen} />}
      {/* Empty too: a region that comes with its text says nothing. */}
      {props.hint !== undefined && (
        <p data-tc-part="hint" role="status" id={`${id}hint`}>
          {props.hint}
        </p>
      )}
    </div>
  )
}
