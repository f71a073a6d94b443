import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A button for what cannot be taken back: it asks once more, and the focus goes to the harmless answer. */
export function AskTwice({
  label,
  className = 'quiet-button',
  question,
  no,
  yes,
  busy = false,
  disabled = false,
  mayAsk = () => true,
  onYes,
}: {
  label: ReactNode
  /** Of the first button. */
  className?: string
  question: string
  no: string
  yes: string
  /** It is being done: pressing changes nothing. */
  busy?: boolean
  /** There is nothing to ask yet; the label says why. */
  disabled?: boolean
  /** Called at the first press; false asks nothing and has shown what is missing. */
  mayAsk?: () => boolean
  onYes: () => void
}) {
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asking) keep.current?.focus()
    else if (asked.current) first.current?.focus()
    asked.current = asking
  }, [asking])
  if (!asking) {
    return (
      <button
        type="button"
        className={className}
        ref={first}
        aria-busy={busy || undefined}
        aria-disabled={busy || disabled || undefined}
        onClick={() => {
          if (!busy && !disabled && mayAsk()) setAsking(true)
        }}
      >
        {label}
      </button>
    )
  }
  return (
    <fieldset className="ask-twice">
      <legend>{question}</legend>
      <button type="button" className="plain-button" ref={keep} onClick={() => setAsking(false)}>
        {no}
      </button>
      <button
        type="button"
        className="danger-button"
        onClick={() => {
          setAsking(false)
          onYes()
        }}
      >
        {yes}
      </button>
    </fieldset>
  )
}
