// Runs in a page: how long 1,000 of each take to mount, against a button written by hand.
import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { TossCheckoutButton, TossCheckoutProvider } from 'react-toss-checkout'

const orders = Array.from({ length: 1_000 }, (_, n) => ({
  merchantUid: `order-${n}`,
  name: '겨울 니트',
  amount: 10_000 + n,
}))

function ByHand({ order }: { order: (typeof orders)[number] }) {
  const [busy, setBusy] = useState(false)
  return (
    <button type="button" aria-busy={busy} onClick={() => setBusy(true)}>
      {order.amount}원 결제하기
    </button>
  )
}

export const pages: Record<string, () => ReactNode> = {
  hand: () => orders.map((order) => <ByHand key={order.merchantUid} order={order} />),
  kit: () => (
    <TossCheckoutProvider
      merchantCode="imp00000000"
      confirm={async () => null}
      sdkUrl="data:text/javascript,//"
    >
      {orders.map((order) => (
        <TossCheckoutButton key={order.merchantUid} order={order} />
      ))}
    </TossCheckoutProvider>
  ),
}

/** ms for one mount, root and all. */
export function mount(name: string): number {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const start = performance.now()
  flushSync(() => root.render(pages[name]?.()))
  const took = performance.now() - start
  root.unmount()
  host.remove()
  return took
}

/** ms for one rendering to text. */
export function render(name: string): number {
  const start = performance.now()
  renderToString(pages[name]?.())
  return performance.now() - start
}

if (typeof window !== 'undefined') Object.assign(window, { mount, render })
