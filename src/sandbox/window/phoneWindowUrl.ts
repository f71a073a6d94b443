import type { SandboxParts } from '../sandboxParts.js'

const NAME = 'sandbox-pay'

/** Where a phone is sent to pay: `options.windowUrl`, else the page itself, with `#sandbox-pay=imp_…`. */
export function phoneWindowUrl(target: Window, parts: SandboxParts, impUid: string): string {
  const url = new URL(parts.options.windowUrl ?? target.location.href, target.location.href)
  url.hash = `${NAME}=${impUid}`
  return url.href
}

/** The payment a page was opened for, from `#sandbox-pay=imp_…` or `?sandbox-pay=imp_…`; null on any other page. */
export function readPhoneWindowUrl({ hash, search }: Pick<Location, 'hash' | 'search'>): string | null {
  return new URLSearchParams(hash.slice(1)).get(NAME) || new URLSearchParams(search).get(NAME) || null
}
