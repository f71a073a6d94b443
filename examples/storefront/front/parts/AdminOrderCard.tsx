import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatWon } from 'react-toss-checkout'
import type { Misfit, RefundLines, ShopOrder } from '../../shop/order.types.js'
import { orderName } from '../../shop/orderName.js'
import { ApiError, callShop } from '../api.js'
import { keptCounts } from '../keptCounts.js'
import { type Language, useSpeech } from '../language.js'
import { printKst } from '../printKst.js'
import { printTel } from '../printTel.js'
import { findWrongAccount, noAccount } from '../refundAccount.js'
import { shownStatus } from '../statusWords.js'
import { useMethodName } from '../useMethodName.js'
import { RefundList } from './OrderFacts.js'
import { RefundAccountFields } from './RefundAccountFields.js'
import { RefundForm } from './RefundForm.js'
import { StatusTag } from './StatusTag.js'

/** One order, with all that the shopkeeper may do about it. */
export function AdminOrderCard({ order }: { order: ShopOrder }) {
  const { language, say, sayWords } = useSpeech()
  const client = useQueryClient()
  const methodOf = useMethodName()
  const { merchantUid, amount, cancelAmount, status, delivery, lines, record, refunds, misfits } = order
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
  // Of a charge that was withdrawn nobody noted whose it was.
  const known = [delivery.name, printTel(delivery.tel), record && methodOf(record)].filter(Boolean)
  return (
    <li className="card admin-order" tabIndex={-1} aria-label={`${say('주문', 'Order')} ${merchantUid}`}>
      <div className="admin-order-head">
        <p className="order-name">{orderName(lines, language)}</p>
        <StatusTag order={order} />
        <p className="line-price">
          {formatWon(amount, language)}
          {cancelAmount > 0 && <span className="soft"> · {goneBack(order, say, language)}</span>}
        </p>
      </div>
      <p className="soft numbered">
        <span className="number">{merchantUid}</span>
        <OrderDate order={order} />
      </p>
      {known.length > 0 && <p>{known.join(' · ')}</p>}
      <p className="soft">{lines.map((line) => `${sayWords(line.name)} ${line.count}`).join(', ')}</p>
      <FailReason order={order} />
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

/** How much of it went back: no sum to work out. */
function goneBack(
  { amount, cancelAmount }: ShopOrder,
  say: (ko: string, en: string) => string,
  language: Language,
): string {
  if (cancelAmount === amount) return say('전액 환불', 'All refunded')
  const won = formatWon(cancelAmount, language)
  return say(`${won} 환불`, `${won} refunded`)
}

/** When it was ordered; of a membership's charge, when it was paid or tried and not when it was scheduled. */
function OrderDate({ order: { charge, createdAt, lines } }: { order: ShopOrder }) {
  const { language, say } = useSpeech()
  const words = charge
    ? charge.state === 'paid'
      ? say('결제', 'Paid')
      : say('결제 시도', 'Tried')
    : lines.some(({ id }) => id === 'membership')
      ? say('예약', 'Scheduled')
      : say('주문', 'Ordered')
  return (
    <span>
      {words} {printKst(charge?.at ?? createdAt, language)}
    </span>
  )
}

/** Why nothing was paid, where the status does not say it all. */
function FailReason({ order }: { order: ShopOrder }) {
  const { say } = useSpeech()
  const { failReason } = order
  if (!failReason || shownStatus(order) === 'withdrawn') return null
  const ours: Partial<Record<string, string>> = {
    abandoned: say('결제하지 않고 떠난 주문이에요.', 'Left without paying.'),
    expired: say('기한 안에 입금되지 않았어요.', 'No deposit came in time.'),
    revoked: say('입금 전에 취소됐어요.', 'Called off before any deposit.'),
    declined: say('결제사가 승인하지 않았어요.', 'Declined by the gateway.'),
  }
  return <p className="soft">{ours[failReason] ?? <span lang="ko">{failReason}</span>}</p>
}

/** Money that arrived and belongs to no order. */
function MisfitNotice({ misfit: { impUid, flag, amount, returnedAt } }: { misfit: Misfit }) {
  const { language, say } = useSpeech()
  const client = useQueryClient()
  const [account, setAccount] = useState(noAccount)
  const [checked, setChecked] = useState(false)
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
  const wrong = needsAccount ? findWrongAccount(account) : []
  const press = () => {
    setChecked(needsAccount)
    if (wrong.length === 0 && !giveBack.isPending) giveBack.mutate()
  }
  return (
    <div className="notice" data-tone="notice">
      <p>
        {why[flag]}: {formatWon(amount, language)} <span className="number">({impUid})</span>
        {returnedAt &&
          say(` · ${printKst(returnedAt, language)} 돌려줌`, ` · returned ${printKst(returnedAt, language)}`)}
      </p>
      {needsAccount && (
        <RefundAccountFields account={account} wrong={checked ? wrong : []} onAccount={setAccount} />
      )}
      {giveBack.isError && !needsAccount && <p role="alert">{giveBack.error.message}</p>}
      {!returnedAt && (
        <button type="button" className="plain-button" onClick={press}>
          {say(`${formatWon(amount)} 돌려주기`, `Return ${formatWon(amount, language)}`)}
        </button>
      )}
    </div>
  )
}
