import { useId } from 'react'
import { type BillingKeyRecord, en, ko } from 'react-toss-checkout'
import { useSpeech } from '../language.js'

/** A registered card, by its company and last digits. */
export function useCardName(): (card: BillingKeyRecord) => string {
  const { language, say } = useSpeech()
  const words = language === 'en' ? en : ko
  return ({ card }) => {
    const ending = /(\d{2,4})\D*$/.exec(card?.number ?? '')?.[1]
    return [
      words.cardName(card?.code ?? null, card?.name ?? null) || say('카드', 'Card'),
      ending && say(`끝자리\u00a0${ending}`, `ending\u00a0${ending}`),
    ]
      .filter(Boolean)
      .join(' ')
  }
}

/** Which card: those registered already, or how a new one is registered. */
export function CardWays({
  cards,
  way,
  onWay,
}: {
  cards: readonly BillingKeyRecord[]
  /** A card's `customerUid`, or how a new one is registered. */
  way: string
  onWay: (way: string) => void
}) {
  const { say } = useSpeech()
  const nameOf = useCardName()
  const name = useId()
  const ways = [
    ...cards.map((card) => [card.customerUid, nameOf(card)] as const),
    ['window', say('결제사 창에서 새 카드 등록', 'A new card, in the gateway’s window')] as const,
    ['form', say('여기에 카드 정보 입력', 'A new card, typed here')] as const,
  ]
  return (
    <fieldset className="ways">
      <legend className="unseen">{say('카드 고르기', 'Choose a card')}</legend>
      {ways.map(([each, words]) => (
        <label className="way" key={each}>
          <input type="radio" name={name} checked={way === each} onChange={() => onWay(each)} />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
