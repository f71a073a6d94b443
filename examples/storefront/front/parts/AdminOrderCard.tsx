import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatWon } from 'react-toss-checkout'
import type { Misfit, RefundLines, ShopOrder } from '../../shop/order.types.js'
import { ApiError, callShop } from '../api.js'
import { keptCounts } from '../keptCounts.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { printTel } from '../printTel.js'
import { RefundList } from './OrderFacts.js'
import { noAccount, RefundAccountFields } from './RefundAccountFields.js'
import { RefundForm } from './RefundForm.js'
import { StatusTag } from './StatusTag.js'

/** One order, with all that the shopkeeper may do about it. */
export function AdminOrderCard({ order }: { order: ShopOrder }) {
  const { language, say, sayWords } = useSpeech()
  const client = useQueryClient()
  const { merchantUid, name, amount, cancelAmount, status, delivery, lines, record, refunds, misfits } = order
  const left = Object.values(keptCounts(order)).some((count) => count > 0)
  const refundable = (status === 'paid' || status === 'partly-refunded') && left
  const refund = async (body: RefundLines) => {
    const path = `/api/admin/orders/${encodeURIComponent(merchantUid)}/refund`
    try {
      await callShop(path, { method: 'POST', body: { ...body, reason: '상점에서 환불' } })
    } finally {
      await client.invalidateQueries({ queryKey: ['admin'] })
    }
  }
  return (
    <li className="card admin-order" aria-label={`${say('주문', 'Order')} ${merchantUid}`}>
      <div className="admin-order-head">
        <p className="order-name">{name}</p>
        <StatusTag order={order} />
        <p className="line-price">
          {formatWon(amount, language)}
          {cancelAmount > 0 && <span className="soft"> − {formatWon(cancelAmount, language)}</span>}
        </p>
      </div>
      <p className="soft">
        <span className="number">{merchantUid}</span> · {printKst(order.createdAt, language)}
      </p>
      <p>
        {delivery.name} · {printTel(delivery.tel)}
        {record && ` · ${record.payMethod}${record.card ? ` ${record.card.name ?? ''}` : ''}`}
      </p>
      <p className="soft">{lines.map((line) => `${sayWords(line.name)} ${line.count}`).join(', ')}</p>
      {order.failReason && <p className="soft">{order.failReason}</p>}
      {misfits.map((misfit) => (
        <MisfitNotice key={misfit.impUid} misfit={misfit} />
      ))}
      <RefundList order={order} />
      {refundable && !refunds.some(({ state }) => state === 'asked') && (
        <details className="refund">
          <summary>{say('환불하기', 'Refund')}</summary>
          <RefundForm order={order} everything onRefund={refund} />
        </details>
      )}
    </li>
  )
}

/** Money that arrived and belongs to no order. */
function MisfitNotice({ misfit: { impUid, flag, amount, returnedAt } }: { misfit: Misfit }) {
  const { language, say } = useSpeech()
  const client = useQueryClient()
  const [account, setAccount] = useState(noAccount)
  const giveBack = useMutation({
    mutationFn: () =>
      callShop(`/api/admin/misfits/${encodeURIComponent(impUid)}/return`, {
        method: 'POST',
        body: account.account ? { account } : {},
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  })
  const why = {
    'amount-differs': say('주문과 다른 금액이 결제됐어요', 'Another amount was paid'),
    'currency-differs': say('주문과 다른 통화로 결제됐어요', 'Another currency was paid'),
    'second-payment': say('이미 결제한 주문이 또 결제됐어요', 'Paid a second time'),
  }
  const needsAccount = giveBack.error instanceof ApiError && giveBack.error.code === 'REFUND_ACCOUNT_REQUIRED'
  return (
    <div className="notice" data-tone="notice">
      <p>
        {why[flag]}: {formatWon(amount, language)} <span className="number">({impUid})</span>
        {returnedAt &&
          say(` · ${printKst(returnedAt, language)} 돌려줌`, ` · returned ${printKst(returnedAt, language)}`)}
      </p>
      {needsAccount && <RefundAccountFields account={account} onAccount={setAccount} />}
      {giveBack.isError && !needsAccount && <p role="alert">{giveBack.error.message}</p>}
      {!returnedAt && (
        <button
          type="button"
          className="plain-button"
          onClick={() => giveBack.isPending || giveBack.mutate()}
        >
          {say(`${formatWon(amount)} 돌려주기`, `Return ${formatWon(amount, language)}`)}
        </button>
      )}
    </div>
  )
}
