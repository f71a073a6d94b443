import { useState } from 'react'
import { formatWon, type PaymentRecord, usePaymentStatus } from 'react-toss-checkout'
import type { Sandbox } from 'react-toss-checkout/sandbox'
import { usePlayground, useSay } from '../playground/Playground.js'
import { ConfirmedOrder } from './ConfirmedOrder.js'
import { RecordTable } from './RecordTable.js'
import { takeFocus } from './takeFocus.js'

/** The account to deposit into, watched until the money is there. */
export function DepositWait({
  payment,
  sandbox,
  onAgain,
}: {
  payment: PaymentRecord
  sandbox: Sandbox
  onAgain: () => void
}) {
  const say = useSay()
  const { locale } = usePlayground()
  const [refusal, setRefusal] = useState('')
  const { data, refetch } = usePaymentStatus(payment.merchantUid, { interval: 2_000 })
  if (data?.status === 'paid') return <ConfirmedOrder payment={data} onAgain={onAgain} />

  const deposit = () => {
    const result = sandbox.gateway.deposit(payment.impUid)
    setRefusal(result.accepted ? '' : result.reason)
    refetch()
  }
  return (
    <section className="shop-card done" aria-labelledby="done-title">
      <h2 id="done-title" tabIndex={-1} ref={takeFocus}>
        {say('입금을 기다리고 있어요', 'Waiting for your deposit')}
      </h2>
      <p>
        {say(
          `아래 계좌로 ${formatWon(payment.amount, locale)}을 보내 주세요. 입금이 확인되면 이 화면이 바뀌어요.`,
          `Please send ${formatWon(payment.amount, locale)} to this account. This page changes once it arrives.`,
        )}
      </p>
      <RecordTable payment={data ?? payment} />
      <div className="sandbox-aside">
        <p className="soft">
          {say(
            '샌드박스에는 은행이 없어요. 대신 입금해 볼 수 있어요.',
            'The sandbox has no bank: make the deposit here.',
          )}
        </p>
        <button type="button" className="plain-button" onClick={deposit}>
          {say('입금한 것으로 하기', 'Make the deposit')}
        </button>
        {refusal && <p className="notice">{refusal}</p>}
      </div>
    </section>
  )
}
