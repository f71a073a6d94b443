import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatWon } from 'react-toss-checkout'
import type { RefundLines, ShopOrder } from '../../shop/order.types.js'
import { keptCounts, refundWorth } from '../keptCounts.js'
import { useSpeech } from '../language.js'
import { useRefusalWords } from '../refusalWords.js'
import { CountStepper } from './CountStepper.js'
import { noAccount, RefundAccountFields } from './RefundAccountFields.js'

/** Which of the goods go back. The button says how much comes back. */
export function RefundForm({
  order,
  everything = false,
  onRefund,
}: {
  order: ShopOrder
  /** All goods are chosen at first. */
  everything?: boolean
  onRefund: (refund: RefundLines) => Promise<unknown>
}) {
  const { language, say, sayWords } = useSpeech()
  const wordsOf = useRefusalWords()
  const kept = keptCounts(order)
  const lines = order.lines.filter(({ id }) => (kept[id] ?? 0) > 0)
  const [chosen, setChosen] = useState<Record<string, number>>(everything ? kept : {})
  const [account, setAccount] = useState(noAccount)
  const byTransfer = order.record?.payMethod === 'vbank'
  const refund = useMutation({ mutationFn: onRefund, onSuccess: () => setChosen({}) })
  const counts = Object.fromEntries(
    Object.entries(chosen)
      .map(([id, count]) => [id, Math.min(count, kept[id] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )
  const worth = Object.keys(counts).length ? refundWorth(order, counts) : 0
  const all = lines.every(({ id }) => counts[id] === kept[id])

  const send = (event: FormEvent) => {
    event.preventDefault()
    // One press, one refund; the server refuses a second one too.
    if (refund.isPending || worth === 0) return
    refund.mutate({ counts, reason: '구매자 요청', ...(byTransfer && { account }) })
  }
  return (
    <form className="refund-form" onSubmit={send}>
      <fieldset>
        <legend>{say('환불할 상품', 'Goods to send back')}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={all}
            onChange={({ target }) => setChosen(target.checked ? kept : {})}
          />
          <span>{say('모두 선택', 'All of them')}</span>
        </label>
        {lines.map(({ id, name, price }) => (
          <div className="refund-line" key={id}>
            <label className="choice">
              <input
                type="checkbox"
                checked={counts[id] !== undefined}
                onChange={({ target }) =>
                  setChosen({ ...counts, [id]: target.checked ? (kept[id] ?? 0) : 0 })
                }
              />
              <span>{sayWords(name)}</span>
              <span className="line-price">{formatWon(price, language)}</span>
            </label>
            {(kept[id] ?? 0) > 1 && counts[id] !== undefined && (
              <CountStepper
                name={sayWords(name)}
                count={counts[id]}
                most={kept[id] ?? 0}
                onCount={(count) => setChosen({ ...counts, [id]: count })}
              />
            )}
          </div>
        ))}
      </fieldset>
      {byTransfer && worth > 0 && <RefundAccountFields account={account} onAccount={setAccount} />}
      {refund.isError && (
        <p className="notice" data-tone="bad" role="alert">
          {wordsOf(refund.error) ??
            say(
              '환불을 요청했는지 확인하지 못했어요. 새로 고쳐 환불 내역을 확인해 주세요.',
              'It is not known whether the refund was asked for. Please reload and look at the refunds.',
            )}
        </p>
      )}
      <button
        type="submit"
        className="danger-button"
        aria-busy={refund.isPending || undefined}
        aria-disabled={refund.isPending || worth === 0 || undefined}
      >
        {refund.isPending
          ? say('환불하고 있어요', 'Refunding')
          : worth
            ? say(`${formatWon(worth)} 환불하기`, `Refund ${formatWon(worth, language)}`)
            : say('환불할 상품을 골라 주세요', 'Choose what to send back')}
      </button>
    </form>
  )
}
