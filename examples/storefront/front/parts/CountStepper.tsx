import { useSpeech } from '../language.js'

/** How many of one thing. */
export function CountStepper({
  name,
  count,
  most,
  onCount,
}: {
  name: string
  count: number
  most: number
  onCount: (count: number) => void
}) {
  const { say } = useSpeech()
  return (
    <fieldset className="stepper" aria-label={say(`${name} 수량`, `Quantity of ${name}`)}>
      <button
        type="button"
        aria-label={say(`${name} 하나 빼기`, `One ${name} less`)}
        // Not `disabled`: that would drop the focus at the last press.
        aria-disabled={count <= 1 || undefined}
        onClick={() => count > 1 && onCount(count - 1)}
      >
        −
      </button>
      <output aria-live="polite">{count}</output>
      <button
        type="button"
        aria-label={say(`${name} 하나 더하기`, `One more ${name}`)}
        aria-disabled={count >= most || undefined}
        onClick={() => count < most && onCount(count + 1)}
      >
        +
      </button>
    </fieldset>
  )
}
