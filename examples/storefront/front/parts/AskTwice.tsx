import { useEffect, useRef, useState } from 'react'

/** A button for what cannot be taken back: it asks once more, and the focus goes to the harmless answer. */
export function AskTwice({
  label,
  question,
  no,
  yes,
  onYes,
}: {
  label: string
  question: string
  no: string
  yes: string
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
      <button type="button" className="quiet-button" ref={first} onClick={() => setAsking(true)}>
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
