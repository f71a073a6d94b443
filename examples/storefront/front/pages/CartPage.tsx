import { formatWon } from 'react-toss-checkout'
import { freeShippingFrom } from '../../shop/shipping.js'
import { setCount } from '../cart.js'
import { useSpeech } from '../language.js'
import { CountStepper } from '../parts/CountStepper.js'
import { GoodsArt } from '../parts/GoodsArt.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { Prices } from '../parts/Prices.js'
import { Problem } from '../parts/Problem.js'
import { Link } from '../route.js'
import { usePricedCart } from '../usePricedCart.js'

/** What is about to be bought. */
export function CartPage() {
  const { language, say, sayWords } = useSpeech()
  const { goods, lines, short, goodsTotal, fee } = usePricedCart()
  const heading = <Heading>{say('장바구니', 'Cart')}</Heading>
  if (goods.isPending) {
    return (
      <>
        {heading}
        <Loading />
      </>
    )
  }
  if (!goods.data) {
    return (
      <>
        {heading}
        <Problem onRetry={goods.refetch}>
          {say('장바구니의 가격을 불러오지 못했어요.', 'Prices could not be loaded.')}
        </Problem>
      </>
    )
  }
  if (lines.length + short.length === 0) {
    return (
      <>
        {heading}
        <div className="card empty">
          <p>{say('아직 담은 상품이 없어요.', 'There is nothing in your cart yet.')}</p>
          <Link className="plain-button" href="/">
            {say('상품 보러 가기', 'See the goods')}
          </Link>
        </div>
      </>
    )
  }
  return (
    <>
      {heading}
      <div className="columns">
        <div className="stack">
          {short.map(({ goods: { id, name, stock, limit } }) => (
            <div className="notice" data-tone="notice" key={id} role="alert">
              <p>
                {stock === 0
                  ? say(`${sayWords(name)} 상품이 품절됐어요.`, `${sayWords(name)} is sold out.`)
                  : say(
                      `${sayWords(name)} 상품은 ${Math.min(stock, limit)}개까지 살 수 있어요.`,
                      `You can buy at most ${Math.min(stock, limit)} of ${sayWords(name)}.`,
                    )}
              </p>
              <button
                type="button"
                className="plain-button"
                onClick={() => setCount(id, Math.min(stock, limit))}
              >
                {stock === 0
                  ? say('장바구니에서 빼기', 'Take it out')
                  : say('살 수 있는 만큼만 담기', 'Keep what can be bought')}
              </button>
            </div>
          ))}
          <section className="card" aria-label={say('담은 상품', 'Items')}>
            <ul className="lines">
              {lines.map(({ goods: { id, name, price, stock, limit }, count }) => (
                <li key={id}>
                  <GoodsArt id={id} />
                  <div className="line-text">
                    <p className="line-name">{sayWords(name)}</p>
                    <p className="soft">{formatWon(price, language)}</p>
                  </div>
                  <p className="line-price">{formatWon(price * count, language)}</p>
                  <div className="line-tools">
                    <CountStepper
                      name={sayWords(name)}
                      count={count}
                      most={Math.min(stock, limit)}
                      onCount={(next) => setCount(id, next)}
                    />
                    <button
                      type="button"
                      className="quiet-button"
                      aria-label={say(`${sayWords(name)} 빼기`, `Remove ${sayWords(name)}`)}
                      onClick={() => setCount(id, 0)}
                    >
                      {say('빼기', 'Remove')}
                    </button>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="aside">
          <section className="card" aria-label={say('결제 금액', 'Summary')}>
            <Prices goodsTotal={goodsTotal} shippingFee={fee} />
            {fee > 0 && (
              <p className="soft">
                {say(
                  `${formatWon(freeShippingFrom - goodsTotal)} 더 담으면 배송비가 없어요.`,
                  `Free shipping with ${formatWon(freeShippingFrom - goodsTotal, language)} more.`,
                )}
              </p>
            )}
          </section>
          {lines.length > 0 && short.length === 0 && (
            <Link className="main-button" href="/checkout">
              {say('주문하기', 'Go to checkout')}
            </Link>
          )}
        </div>
      </div>
    </>
  )
}
