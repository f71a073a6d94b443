import { type RefObject, useEffect } from 'react'

/**
 * A button may go away with what it did: a line taken out of the cart, a refund that was the last. Browsers then start over at
 * the top of the page; here the focus goes to the heading of the nearest part that is left. Whoever knows better focuses first.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = page
    if (!current) return
    // What has the focus, and all that it is part of.
    let path: Element[] = []
    const note = ({ target }: FocusEvent) => {
      path = []
      for (let part = target as Element | null; part && current.contains(part); part = part.parentElement)
        path.push(part)
    }
    const observer = new MutationObserver(() => {
      if (!path[0] || path[0].isConnected || document.activeElement !== document.body) return
      for (const part of path.filter(({ isConnected }) => isConnected)) {
        const heading = part.querySelector<HTMLElement>('h1, h2, h3')
        const heir = heading ?? (part.hasAttribute('tabindex') ? (part as HTMLElement) : null)
        if (!heir) continue
        if (!heir.hasAttribute('tabindex')) heir.tabIndex = -1
        return heir.focus({ preventScroll: true })
      }
    })
    current.addEventListener('focusin', note)
    observer.observe(current, { childList: true, subtree: true })
    return () => {
      current.removeEventListener('focusin', note)
      observer.disconnect()
    }
  }, [page])
}
