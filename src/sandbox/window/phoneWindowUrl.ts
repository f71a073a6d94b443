import type { PageParts } from '../pageParts.js'

const NAME = 'sandbox-pay'

/** Where a phone is sent to pay: `options.payPage`, `options.windowUrl`, or else the page itself, with `#sandbox-pay=imp_…`. */
export function phoneWindowUrl(target: Window, parts: PageParts, impUid: string): string {
  if (parts.options.payPage) return `${parts.options.payPage}?${NAME}=${impUid}`
  const url = new URL(parts.options.windowUrl ?? target.location.href, target.location.href)
  url.hash = `${NAME}=${impUid}`
  return url.href
}

/** The payment a page was opened for, from `#sandbox-pay=imp_…` or `?sandbox-pay=imp_…`; null on any other page. */
export function readPhoneWindowUrl({ hash, search }: Pick<Location, 'hash' | 'search'>): string | null {
  return new URLSearchParams(hash.slice(1)).get(NAME) || new URLSearchParams(search).get(NAME) || null
}
