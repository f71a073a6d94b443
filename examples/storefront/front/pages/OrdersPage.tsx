import { useQueries } from '@tanstack/react-query'
import { formatWon } from 'react-toss-checkout'
import type { ShopOrder } from '../../shop/order.types.js'
import { orderName } from '../../shop/orderName.js'
import { callShop } from '../api.js'
import { useSpeech } from '../language.js'
import { useOwnOrders } from '../ownOrders.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { Problem } from '../parts/Problem.js'
import { StatusTag } from '../parts/StatusTag.js'
import { printKst } from '../printKst.js'
import { Link, pathOfOrder } from '../route.js'
import { orderKey } from '../useOrder.js'

/** Seconds for which an order that was pressed and never paid is worth showing. */
const pendingShown = 24 * 60 * 60

/** The orders of this browser. */
export function OrdersPage() {
  const { language, say } = useSpeech()
  const numbers = useOwnOrders()
  const answers = useQueries({
    queries: numbers.map((merchantUid) => ({
      queryKey: orderKey(merchantUid),
      queryFn: () => callShop<ShopOrder>(`/api/orders/${encodeURIComponent(merchantUid)}`),
    })),
  })
  const orders = answers.flatMap(({ data }) => (data && worthShowing(data) ? [data] : []))
  const failed = answers.some(({ isError, error }) => isError && !isGone(error))
  return (
    <div className="narrow">
      <Heading note={say('이 브라우저에서 주문한 내역이에요.', 'Orders made in this browser.')}>
        {say('주문 내역', 'Orders')}
      </Heading>
      {answers.some(({ isPending }) => isPending) && <Loading />}
      {failed && (
        <Problem onRetry={() => Promise.all(answers.map(({ refetch }) => refetch()))}>
          {say('불러오지 못한 주문이 있어요.', 'Some orders could not be loaded.')}
        </Problem>
      )}
      <ul className="orders">
        {orders.map((order) => (
          <li key={order.merchantUid}>
            <Link className="card order-link" href={pathOfOrder(order.merchantUid)}>
              <span>
                <span className="order-name">{orderName(order.lines, language)}</span>
                <StatusTag order={order} />
              </span>
              <span>
                <span className="soft">{printKst(order.createdAt, language)}</span>
                <span className="line-price">{formatWon(order.amount, language)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {orders.length === 0 && !failed && answers.every(({ isPending }) => !isPending) && (
        <div className="card empty">
          <p>{say('아직 주문한 내역이 없어요.', 'There are no orders yet.')}</p>
          <Link className="plain-button" href="/">
            {say('상품 보러 가기', 'See the goods')}
          </Link>
        </div>
      )}
    </div>
  )
}

function worthShowing({ status, createdAt }: ShopOrder): boolean {
  return status !== 'pending' || createdAt > Date.now() / 1000 - pendingShown
}

/** The session that made it has ended: not this browser's to see any more. */
function isGone(error: unknown): boolean {
  return (error as { status?: number }).status === 404
}
