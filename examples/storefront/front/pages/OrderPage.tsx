import { ApiError } from '../api.js'
import { useSpeech } from '../language.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { OrderDelivery, OrderLines } from '../parts/OrderFacts.js'
import { OrderPayment } from '../parts/OrderPayment.js'
import { OrderRefunds } from '../parts/OrderRefunds.js'
import { Problem } from '../parts/Problem.js'
import { StatusTag } from '../parts/StatusTag.js'
import { printKst } from '../printKst.js'
import { Link } from '../route.js'
import { useOrder } from '../useOrder.js'

/** Everything about one order. Changes by itself when a deposit or a refund arrives. */
export function OrderPage({ merchantUid }: { merchantUid: string }) {
  const { language, say } = useSpeech()
  const { data: order, error, isPending, refetch } = useOrder(merchantUid)
  const title = say('주문 상세', 'Order')
  if (!order) {
    return (
      <div className="narrow">
        <Heading>{title}</Heading>
        {isPending ? (
          <Loading />
        ) : error instanceof ApiError && error.status === 404 ? (
          <div className="card empty">
            <p>
              {say(
                '주문을 찾을 수 없어요. 주문한 브라우저에서 열어 주세요.',
                'There is no such order here. Please open it in the browser it was made in.',
              )}
            </p>
            <p className="soft">
              {say('주문번호', 'Order number')} {merchantUid}
            </p>
            <Link className="plain-button" href="/orders">
              {say('주문 내역 보기', 'See your orders')}
            </Link>
          </div>
        ) : (
          <Problem onRetry={refetch}>
            {say('주문을 불러오지 못했어요.', 'The order could not be loaded.')}
          </Problem>
        )}
      </div>
    )
  }
  return (
    <>
      <Heading
        note={
          <span className="numbered">
            <span className="number">
              {say('주문번호', 'Order number')} {merchantUid}
            </span>
            <span>{printKst(order.createdAt, language)}</span>
          </span>
        }
      >
        {title}
      </Heading>
      <p className="order-status" role="status">
        <StatusTag order={order} />
      </p>
      <div className="columns">
        <div className="stack">
          <OrderPayment order={order} />
          <OrderRefunds order={order} />
        </div>
        <div className="aside">
          <OrderLines order={order} />
          <OrderDelivery order={order} />
        </div>
      </div>
    </>
  )
}
