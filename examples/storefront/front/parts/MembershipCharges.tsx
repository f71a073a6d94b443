import { formatWon } from 'react-toss-checkout'
import type { MembershipCharge } from '../../shop/membership.types.js'
import { useSpeech } from '../language.js'
import { printKst } from '../printKst.js'

/** What was charged, and what was not. A new one is read out. */
export function MembershipCharges({ charges }: { charges: readonly MembershipCharge[] }) {
  const { language, say } = useSpeech()
  if (charges.length === 0) return null
  const stateOf = ({ state, cancelAmount, amount }: MembershipCharge) =>
    state === 'declined'
      ? say('승인되지 않음', 'Declined')
      : cancelAmount === 0
        ? say('결제 완료', 'Paid')
        : cancelAmount < amount
          ? say('일부 환불', 'Partly refunded')
          : say('환불 완료', 'Refunded')
  // Newest first: the tries before one stand below it.
  const tryOf = ({ membershipId, period }: MembershipCharge, index: number) =>
    charges.slice(index).filter((each) => each.membershipId === membershipId && each.period === period).length
  const print = (charge: MembershipCharge) =>
    `${printKst(charge.at, language)} ${formatWon(charge.amount, language)} ${stateOf(charge)}`
  return (
    <section className="card" aria-labelledby="charges-title">
      <h2 id="charges-title">{say('결제 내역', 'Charges')}</h2>
      <p className="unseen" role="status">
        {charges[0] && print(charges[0])}
      </p>
      <ul className="charges">
        {charges.map((charge, index) => (
          <li key={charge.merchantUid} data-state={charge.state}>
            <span>
              {say(`${charge.period}번째 결제`, `Charge ${charge.period}`)}
              {tryOf(charge, index) > 1 &&
                say(` · ${tryOf(charge, index)}번째 시도`, ` · try ${tryOf(charge, index)}`)}{' '}
              <span className="tag" data-status={charge.state === 'paid' ? 'paid' : 'failed'}>
                {stateOf(charge)}
              </span>
            </span>
            <strong className="line-price">{formatWon(charge.amount, language)}</strong>
            <span className="soft">
              {printKst(charge.at, language)}
              {charge.reason && (
                <>
                  {' · '}
                  <span lang="ko">{charge.reason}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
