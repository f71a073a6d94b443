import type { Delivery } from '../shop/order.types.js'

const KEY = 'storefront/delivery'

export const noDelivery: Delivery = { name: '', tel: '', email: '', postcode: '', address: '', memo: '' }

/** What was typed, for this tab only: a phone's payment leaves the page, and a buyer who gives up comes back to it. */
export function readDraft(): Delivery {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    const entries = Object.keys(noDelivery).map((name) => [name, String(stored?.[name] ?? '')])
    return Object.fromEntries(entries)
  } catch {
    return noDelivery
  }
}

export function keepDraft(delivery: Delivery): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(delivery))
  } catch {}
}

/** Which fields the server would refuse. The server checks by rules of its own. */
export function findWrong({ name, tel, email, postcode, address }: Delivery): (keyof Delivery)[] {
  const wrong: Partial<Record<keyof Delivery, boolean>> = {
    name: !name.trim() || name.trim().length > 16,
    tel: !/^0\d{8,11}$/.test(tel.replace(/[\s.-]/g, '')),
    email: email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()),
    postcode: !/^[\d-]{5,8}$/.test(postcode.trim()),
    address: !address.trim() || address.trim().length > 128,
  }
  return (Object.keys(wrong) as (keyof Delivery)[]).filter((field) => wrong[field])
}
