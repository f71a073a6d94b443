import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { formatWon } from 'react-toss-checkout'
import type { RefundLines, ShopOrder } from '../../shop/order.types.js'
import { keptCounts, refundWorth } from '../keptCounts.js'
import { useSpeech } from '../language.js'
import { findWrongAccount, noAccount } from '../refundAccount.js'
import { useRefusalWords } from '../refusalWords.js'
import { AskTwice } from './AskTwice.js'
import { CountStepper } from './CountStepper.js'
import { RefundAccountFields } from './RefundAccountFields.js'

/** Which of the goods go back. The button says how much comes back, and asks once more. */
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
  const [checked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const byTransfer = order.record?.payMethod === 'vbank'
  const refund = useMutation({ mutationFn: onRefund, onSuccess: () => setChosen({}) })
  const counts = Object.fromEntries(
    Object.entries(chosen)
      .map(([id, count]) => [id, Math.min(count, kept[id] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )
  const worth = Object.keys(counts).length ? refundWorth(order, counts) : 0
  const all = lines.every(({ id }) => counts[id] === kept[id])

  const wrong = byTransfer ? findWrongAccount(account) : []
  const won = formatWon(worth, language)

  const check = () => {
    setChecked(true)
    if (wrong.length === 0) return true
    // After the mistakes are drawn, the first of them takes the focus.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    return false
  }
  return (
    <form className="refund-form" ref={form} onSubmit={(event) => event.preventDefault()} noValidate>
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
      {byTransfer && worth > 0 && (
        <RefundAccountFields account={account} wrong={checked ? wrong : []} onAccount={setAccount} />
      )}
      {refund.isError && (
        <p className="notice" data-tone="bad" role="alert">
          {wordsOf(refund.error) ??
            say(
              '환불을 요청했는지 확인하지 못했어요. 새로 고쳐 환불 내역을 확인해 주세요.',
              'It is not known whether the refund was asked for. Please reload and look at the refunds.',
            )}
        </p>
      )}
      <AskTwice
        // Another sum is another question.
        key={worth}
        className="danger-button"
        label={
          refund.isPending
            ? say('환불하고 있어요', 'Refunding')
            : worth
              ? say(`${won} 환불하기`, `Refund ${won}`)
              : say('환불할 상품을 골라 주세요', 'Choose what to send back')
        }
        question={say(`${won}을 환불할까요?`, `Refund ${won}?`)}
        no={say('그만두기', 'Not now')}
        yes={say('환불하기', 'Refund it')}
        busy={refund.isPending}
        disabled={worth === 0}
        mayAsk={check}
        // One refund; the server refuses a second one too.
        onYes={() => refund.mutate({ counts, reason: '구매자 요청', ...(byTransfer && { account }) })}
      />
    </form>
  )
}
