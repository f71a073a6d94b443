import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/**
 * Takes the focus when it appears (the element marked `data-first`) and keeps Tab inside. Two empty stops stand at the
 * ends, because no list of "focusable" elements knows which radio of a group the browser stops at.
 */
export function FocusTrap({
  onEscape,
  children,
}: {
  onEscape: () => void
  children: ReactNode
}): ReactElement {
  const inside = useRef<HTMLDivElement>(null)
  const first = () => inside.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  const last = () =>
    [...(inside.current?.querySelectorAll<HTMLElement>('button:enabled') ?? [])].at(-1)?.focus()
  useEffect(first, [])

  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onEscape()
  }

  return (
    <div className="trap" ref={inside} onKeyDown={keys}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop that hands the focus on at once */}
      <span tabIndex={0} onFocus={last} />
      {children}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a stop that hands the focus on at once */}
      <span tabIndex={0} onFocus={first} />
    </div>
  )
}
