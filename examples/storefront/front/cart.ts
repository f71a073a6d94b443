import { browserStore } from './browserStore.js'

/** Goods by id, and how many. Names and prices are the server's to say. */
export type Cart = Readonly<Record<string, number>>

const store = browserStore<Cart>('storefront/cart', (stored) =>
  typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).filter(
          ([, count]) => typeof count === 'number' && Number.isInteger(count) && count > 0 && count < 100,
        ),
      )
    : {},
)

export const useCart = store.use

/** 0 takes the goods out. */
export function setCount(id: string, count: number): void {
  const { [id]: _, ...rest } = store.read()
  store.write(count > 0 ? { ...store.read(), [id]: count } : rest)
}

export function emptyCart(): void {
  store.write({})
}
