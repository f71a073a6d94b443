import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { RefundLines, ShopOrder } from '../../shop/order.types.js'
import { callShop } from '../api.js'
import { keptCounts } from '../keptCounts.js'
import { useSpeech } from '../language.js'
import { orderKey } from '../useOrder.js'
import { RefundList } from './OrderFacts.js'
import { RefundForm } from './RefundForm.js'

/** What went back, and a form for what may. */
export function OrderRefunds({ order }: { order: ShopOrder }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const title = useRef<HTMLHeadingElement>(null)
  const { merchantUid, status, refunds } = order
  const paid = status === 'paid' || status === 'partly-refunded'
  const running = refunds.some(({ state }) => state === 'asked')
  const left = Object.values(keptCounts(order)).some((count) => count > 0)
  const refund = async (body: RefundLines) => {
    const path = `/api/orders/${encodeURIComponent(merchantUid)}/refund`
    try {
      client.setQueryData(orderKey(merchantUid), await callShop<ShopOrder>(path, { method: 'POST', body }))
      // The form that had the focus may be gone with the last of the goods.
      title.current?.focus()
    } finally {
      await client.invalidateQueries({ queryKey: orderKey(merchantUid) })
    }
  }
  if (!paid && refunds.length === 0) return null
  return (
    <section className="card" aria-labelledby="refund-title">
      <h2 id="refund-title" ref={title} tabIndex={-1}>
        {say('환불', 'Refund')}
      </h2>
      <RefundList order={order} />
      {paid && left && !running && (
        <details className="refund">
          <summary>{say('환불하기', 'Refund')}</summary>
          <RefundForm order={order} onRefund={refund} />
        </details>
      )}
    </section>
  )
}
