import { type ComponentPropsWithoutRef, useId } from 'react'

interface TextFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
  label: string
  /** What is wrong with it; shown and read with the field. */
  mistake?: string | false
  onText: (text: string) => void
}

/** One labelled line of text. */
export function TextField({ label, mistake, onText, ...input }: TextFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={mistake ? `${id}mistake` : undefined}
        onChange={({ target }) => onText(target.value)}
      />
      {mistake && (
        <p className="mistake" id={`${id}mistake`}>
          {mistake}
        </p>
      )}
    </div>
  )
}
