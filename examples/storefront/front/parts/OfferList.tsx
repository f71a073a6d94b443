import type { MembershipOffer } from '../../shop/membership.types.js'
import { useSpeech } from '../language.js'
import { useOfferPrice } from '../useOfferPrice.js'
import { GoodsArt } from './GoodsArt.js'

/** What there is to join, for those who only look. */
export function OfferList({ offers }: { offers: readonly MembershipOffer[] }) {
  const { say, sayWords } = useSpeech()
  const priceOf = useOfferPrice()
  return (
    <section className="card" aria-labelledby="offers-title">
      <h2 id="offers-title">{say('고를 수 있는 멤버십', 'Memberships')}</h2>
      <ul className="lines small">
        {offers.map((offer) => (
          <li key={offer.id}>
            <GoodsArt id="sejak" />
            <div className="line-text">
              <p>
                <span className="line-name">{sayWords(offer.name)}</span> <strong>{priceOf(offer)}</strong>
              </p>
              <p className="soft">{sayWords(offer.note)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
