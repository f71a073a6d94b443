import { useInsertionEffect, useState } from 'react'

/** What a page's own server answers; `route` is the address after the server's own, without its slash. */
export type Answer = (body: string, route: string) => Promise<Response>

const servers = new Map<string, Answer>()
let real: typeof fetch | undefined
let made = 0

/**
 * An address of this page that answers by itself, with no network and no server, while the story is shown. Everything
 * else goes the usual way.
 */
export function useRoute(answer: Answer): string {
  const [path] = useState(() => `/stories/cards/${++made}`)
  // Before any effect of the story posts something.
  useInsertionEffect(() => {
    if (servers.size === 0) takeOver()
    servers.set(path, answer)
    return () => {
      servers.delete(path)
      if (servers.size === 0) handBack()
    }
  }, [path, answer])
  return path
}

function takeOver(): void {
  const before = window.fetch
  real = before
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    const [, path = '', route = ''] = /^(\/stories\/cards\/\d+)(?:\/(.*))?$/.exec(url.pathname) ?? []
    const answer = url.origin === location.origin ? servers.get(path) : undefined
    return answer ? answer(String(init?.body ?? ''), route) : before(input, init)
  }
}

function handBack(): void {
  if (real) window.fetch = real
  real = undefined
}
