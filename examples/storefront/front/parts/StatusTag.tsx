import { useSpeech } from '../language.js'
import { needsLook, type StatusFacts, shownStatus, useStatusWords } from '../statusWords.js'

/** Where an order stands, in two words and a colour. */
export function StatusTag({ order }: { order: StatusFacts }) {
  const { say } = useSpeech()
  const words = useStatusWords()
  const shown = shownStatus(order)
  return (
    <span className="tags">
      <span className="tag" data-status={shown}>
        {words[shown]}
      </span>
      {needsLook(order) && (
        <span className="tag" data-status="flagged">
          {say('확인 필요', 'Needs a look')}
        </span>
      )}
      {order.parcel === 'short' && (
        <span className="tag" data-status="flagged">
          {say('재고 부족', 'Out of stock')}
        </span>
      )}
    </span>
  )
}
