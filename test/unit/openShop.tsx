import { act, cleanup, type RenderResult, render } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { vi } from 'vitest'
import type { ConfirmQuery, Order, PaymentOutcome, PaymentRecord } from '../../src/index.js'
import { type FakeIamport, fakeIamport } from './fakeIamport.js'

/** What the merchant's server answers: a record, null, a rejection, or whatever a test wants to say. */
export type Answer = (query: ConfirmQuery, times: number) => unknown

/** A page freshly loaded with the kit on it. Time stands still until `pass`. */
export interface Shop {
  kit: typeof import('../../src/index.js')
  imp: FakeIamport
  /** Every question to the merchant's server. */
  asked: ConfirmQuery[]
  /** Every end that the provider's `onSettled` was told. */
  ends: PaymentOutcome[]
  errors: unknown[]
  /** Changes what the server answers from now on. */
  server(answer: Answer): void
  /** The provider's props of this shop. */
  settings: { merchantCode: string; redirectUrl: string; confirm(query: ConfirmQuery): Promise<never> }
  show(page: ReactNode, provider?: object, strict?: boolean): RenderResult
  /** Lets time go by, and what it brings. */
  pass(ms?: number): Promise<void>
}

let number = 0

/** An order of 55,000 won under a number of its own. */
export const orderOf = (more: Partial<Order> = {}): Order => ({
  merchantUid: `order-${String(++number).padStart(4, '0')}`,
  name: '겨울 니트',
  amount: 55_000,
  ...more,
})

export const recordOf = (
  { merchantUid, amount }: Pick<Order, 'merchantUid' | 'amount'>,
  more: Partial<PaymentRecord> = {},
): PaymentRecord => ({
  impUid: `imp_${merchantUid}`,
  merchantUid,
  status: 'paid',
  amount,
  currency: 'KRW',
  payMethod: 'card',
  ...more,
})

/** A page load: the kit is evaluated anew, as after a reload. Storage stays unless `clean`. */
export async function openShop({
  clean = true,
  imp = fakeIamport(),
  warm = true,
}: {
  clean?: boolean
  imp?: FakeIamport
  warm?: boolean
} = {}): Promise<Shop> {
  closeShop(clean)
  vi.useFakeTimers()
  vi.resetModules()
  if (warm) window.IMP = imp
  const kit = await import('../../src/index.js')
  let answer: Answer = () => null
  const shop: Shop = {
    kit,
    imp,
    asked: [],
    ends: [],
    errors: [],
    server(next) {
      answer = next
    },
    settings: {
      merchantCode: 'imp00000000',
      redirectUrl: '/done',
      async confirm(query) {
        return answer(query, shop.asked.push(query)) as never
      },
    },
    show(page, provider, strict = false) {
      const { TossCheckoutProvider } = kit
      const whole = (
        <TossCheckoutProvider
          {...shop.settings}
          onSettled={(outcome) => shop.ends.push(outcome)}
          onError={(error) => shop.errors.push(error)}
          {...provider}
        >
          {page}
        </TossCheckoutProvider>
      )
      return render(strict ? <StrictMode>{whole}</StrictMode> : whole)
    },
    async pass(ms = 0) {
      await act(() => vi.advanceTimersByTimeAsync(ms))
    },
  }
  return shop
}

/** Leaves the page. `clean`: and the browser forgets it. */
export function closeShop(clean = true): void {
  cleanup()
  vi.useRealTimers()
  document.head.replaceChildren()
  document.body.replaceChildren()
  delete window.IMP
  if (!clean) return
  sessionStorage.clear()
  localStorage.clear()
  history.replaceState(null, '', '/')
}
