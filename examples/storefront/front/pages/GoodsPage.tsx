import { formatWon } from 'react-toss-checkout'
import type { Goods } from '../../shop/goods.types.js'
import { setCount, useCart } from '../cart.js'
import { useSpeech } from '../language.js'
import { GoodsArt } from '../parts/GoodsArt.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { Problem } from '../parts/Problem.js'
import { Link } from '../route.js'
import { useGoods } from '../useGoods.js'

/** Everything in the cupboard. */
export function GoodsPage() {
  const { say } = useSpeech()
  const { data, isPending, refetch } = useGoods()
  const count = Object.values(useCart()).reduce((sum, each) => sum + each, 0)
  return (
    <>
      <Heading
        note={say(
          '도예가 세 분의 그릇과, 올해 딴 잎차예요.',
          'Bowls by three potters, and leaves picked this year.',
        )}
      >
        {say('찻그릇과 잎차', 'Tea ware and tea')}
      </Heading>
      {data ? (
        <ul className="goods">
          {data.map((goods) => (
            <GoodsCard key={goods.id} goods={goods} />
          ))}
        </ul>
      ) : isPending ? (
        <Loading />
      ) : (
        <Problem onRetry={refetch}>
          {say('상품을 불러오지 못했어요.', 'The goods could not be loaded.')}
        </Problem>
      )}
      {count > 0 && (
        <Link className="main-button to-cart" href="/cart">
          {say(`장바구니 보기 (${count}개)`, `View cart (${count})`)}
        </Link>
      )}
    </>
  )
}

function GoodsCard({ goods: { id, name, note, price, stock, limit } }: { goods: Goods }) {
  const { language, say, sayWords } = useSpeech()
  const inCart = useCart()[id] ?? 0
  const most = Math.min(stock, limit)
  return (
    <li className="card goods-card" data-sold-out={stock === 0 || undefined}>
      <GoodsArt id={id} />
      <div>
        <h2>{sayWords(name)}</h2>
        <p className="soft">{sayWords(note)}</p>
        <p className="price">
          {formatWon(price, language)}
          {stock > 0 && stock <= 5 && (
            <span className="tag" data-status="flagged">
              {say(`${stock}개 남음`, `${stock} left`)}
            </span>
          )}
        </p>
      </div>
      {stock === 0 ? (
        <p className="sold-out">{say('품절', 'Sold out')}</p>
      ) : (
        <button
          type="button"
          className="plain-button"
          aria-disabled={inCart >= most || undefined}
          onClick={() => inCart < most && setCount(id, inCart + 1)}
        >
          {/* The words to be seen are part of the name, or whoever says them to a screen presses nothing. */}
          <span className="unseen">{say(`${sayWords(name)} `, '')}</span>
          {inCart === 0
            ? say('담기', 'Add to cart')
            : inCart >= most
              ? say('최대로 담음', 'No more')
              : say('더 담기', 'Add more')}
          <span className="unseen">{say('', ` · ${sayWords(name)}`)} </span>
          {inCart > 0 && (
            <span className="count">
              {inCart}
              <span className="unseen">{say('개 담김', ' in it')}</span>
            </span>
          )}
        </button>
      )}
    </li>
  )
}
