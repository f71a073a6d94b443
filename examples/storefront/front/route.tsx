import { type ComponentPropsWithoutRef, type MouseEvent, useSyncExternalStore } from 'react'

/** Every page of the shop. */
export type Route =
  | {
      page:
        | 'goods'
        | 'cart'
        | 'checkout'
        | 'complete'
        | 'orders'
        | 'membership'
        | 'terms'
        | 'admin'
        | 'missing'
    }
  | { page: 'order'; merchantUid: string }

const moved = 'storefront:moved'

export function readRoute(pathname: string): Route {
  const [first = '', second, ...rest] = pathname.split('/').filter(Boolean)
  if (first === '') return { page: 'goods' }
  if (first === 'checkout' && second === 'complete' && rest.length === 0) return { page: 'complete' }
  if (first === 'orders' && second !== undefined && rest.length === 0)
    return { page: 'order', merchantUid: decode(second) }
  if (second !== undefined) return { page: 'missing' }
  return isPage(first) ? { page: first } : { page: 'missing' }
}

const pages = ['cart', 'checkout', 'orders', 'membership', 'terms', 'admin'] as const

function isPage(name: string): name is (typeof pages)[number] {
  return (pages as readonly string[]).includes(name)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const pathOfOrder = (merchantUid: string): string => `/orders/${encodeURIComponent(merchantUid)}`

/** Goes to another page of the shop without loading anything. */
export function goTo(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  dispatchEvent(new Event(moved))
  scrollTo(0, 0)
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener)
  addEventListener(moved, listener)
  return () => {
    removeEventListener('popstate', listener)
    removeEventListener(moved, listener)
  }
}

export function usePathname(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

/** A link within the shop. With a modifier key it is an ordinary link: a new tab stays a new tab. */
export function Link({ href, onClick, ...props }: ComponentPropsWithoutRef<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event
    if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return
    event.preventDefault()
    goTo(href)
  }
  return <a {...props} href={href} onClick={follow} />
}
