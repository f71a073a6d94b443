import { browserStore } from './browserStore.js'

const most = 30

const store = browserStore<readonly string[]>('storefront/orders', (stored) =>
  Array.isArray(stored) ? stored.filter((each) => typeof each === 'string').slice(0, most) : [],
)

/** Numbers of the orders this browser pressed to pay, newest first. Whose they are, the server knows. */
export const useOwnOrders = store.use

/** Noted before the window opens: a buyer whose browser dies in it finds the order again. */
export function noteOrder(merchantUid: string): void {
  const known = store.read()
  if (known[0] !== merchantUid)
    store.write([merchantUid, ...known.filter((each) => each !== merchantUid)].slice(0, most))
}
