import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/**
 * Takes the focus when it appears (the element marked `data-first`), keeps Tab inside and hears Escape. Two empty stops
 * stand at the ends, because no list of "focusable" elements knows which radio of a group the browser stops at.
 */
export function FocusTrap({
  onEscape,
  children,
}: {
  onEscape: () => void
  children: ReactNode
}): ReactElement {
  const start = useRef<HTMLSpanElement>(null)
  const end = useRef<HTMLSpanElement>(null)
  const escaped = useRef(onEscape)
  useEffect(() => {
    escaped.current = onEscape
  })

  useEffect(() => {
    const [head, tail] = [start.current, end.current]
    const inside = head?.parentElement
    if (!head || !tail || !inside) return
    const first = () => inside.querySelector<HTMLElement>('[data-first]')?.focus()
    const last = () => [...inside.querySelectorAll<HTMLElement>('button:enabled')].at(-1)?.focus()
    // On the document: after a press on bare ground nothing inside has the focus.
    const keys = (event: KeyboardEvent) => event.key === 'Escape' && escaped.current()
    head.addEventListener('focus', last)
    tail.addEventListener('focus', first)
    inside.ownerDocument.addEventListener('keydown', keys)
    first()
    return () => inside.ownerDocument.removeEventListener('keydown', keys)
  }, [])

  return (
    <div className="trap">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop that hands the focus on at once */}
      <span ref={start} tabIndex={0} />
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop that hands the focus on at once */}
      <span ref={end} tabIndex={0} />
    </div>
  )
}
