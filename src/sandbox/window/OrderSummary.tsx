import type { ReactElement } from 'react'
import type { WindowOffer } from '../sandbox.types.js'
import { printAmount } from './printAmount.js'
import { wording } from './wording.js'

/** Who is paid, for what, and how much; where a card is registered, what is only shown, if anything. */
export function OrderSummary({ offer }: { offer: WindowOffer }): ReactElement {
  const t = wording[offer.language]
  const { registersCard } = offer
  const issuesAccount = offer.payMethod === 'vbank'
  return (
    <section className="summary">
      <div>
        <p className="merchant">
          {offer.merchantName}
          {offer.escrow && <span className="tag">{t.escrow}</span>}
        </p>
        <p className="order">{offer.orderName}</p>
      </div>
      {(!registersCard || offer.amount > 0) && (
        <p className="amount">
          <span className={registersCard || issuesAccount ? 'shown' : 'unseen'}>
            {registersCard ? t.registration.amount : issuesAccount ? t.toDeposit : t.amount}{' '}
          </span>
          {printAmount(offer.amount, offer.currency, offer.language)}
        </p>
      )}
      {registersCard && (
        <p className="assurance">{offer.amount > 0 ? t.registration.later : t.registration.free}</p>
      )}
    </section>
  )
}
