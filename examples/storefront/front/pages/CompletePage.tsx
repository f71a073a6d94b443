import { PaymentResult, usePaymentRedirect } from 'react-toss-checkout'
import { useSpeech } from '../language.js'
import { Heading } from '../parts/Heading.js'
import { Link, pathOfOrder } from '../route.js'

/** Where a phone comes back to. The server says how it ended; the address only says which payment it was. */
export function CompletePage() {
  const { say } = useSpeech()
  const { state, askAgain } = usePaymentRedirect()
  const merchantUid = 'merchantUid' in state ? state.merchantUid : undefined
  const nothingPaid =
    state.status === 'dismissed' || (state.status === 'failed' && state.error.charged === 'no')
  return (
    <div className="narrow">
      <Heading>{say('주문 결과', 'Your order')}</Heading>
      {state.status === 'idle' ? (
        <div className="card empty">
          <p>{say('확인할 결제가 없어요.', 'There is no payment to look up.')}</p>
          <Link className="plain-button" href="/orders">
            {say('주문 내역 보기', 'See your orders')}
          </Link>
        </div>
      ) : (
        <PaymentResult
          className="card"
          state={state}
          onAskAgain={askAgain}
          autoFocus
          slots={{
            actions: () =>
              nothingPaid ? (
                <Link className="main-button" href="/checkout">
                  {say('주문서로 돌아가기', 'Back to checkout')}
                </Link>
              ) : (
                merchantUid && (
                  <Link className="main-button" href={pathOfOrder(merchantUid)}>
                    {say('주문 보기', 'See the order')}
                  </Link>
                )
              ),
          }}
        />
      )}
    </div>
  )
}
