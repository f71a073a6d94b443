import { formatWon } from 'react-toss-checkout'
import { usePlayground, useSay } from '../playground/Playground.js'
import { basket } from './goods.js'

/** What is being bought. */
export function OrderLines() {
  const say = useSay()
  const { locale } = usePlayground()
  return (
    <section className="shop-card" aria-labelledby="lines-title">
      <h2 id="lines-title">{say(`주문 상품 ${basket.length}개`, `${basket.length} items`)}</h2>
      <ul className="lines">
        {basket.map(({ id, name, option, price, count, art }) => (
          <li key={id}>
            <span className="line-art">{art}</span>
            <div>
              <p className="line-name">{say(...name)}</p>
              <p className="soft">
                {say(...option)} · {say(`${count}개`, `Qty ${count}`)}
              </p>
            </div>
            <p className="line-price">{formatWon(price * count, locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
