import type { FrontSettings } from '../shop/order.types.js'

/** What the server wrote into the page. */
export const settings: FrontSettings = JSON.parse(
  document.querySelector<HTMLMetaElement>('meta[name="storefront"]')?.content ?? 'null',
)
