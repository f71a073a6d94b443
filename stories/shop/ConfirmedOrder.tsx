import type { PaymentRecord } from 'react-toss-checkout'
import { useSay } from '../playground/Playground.js'
import { RecordTable } from './RecordTable.js'
import { takeFocus } from './takeFocus.js'

/** The page after the server said paid. */
export function ConfirmedOrder({ payment, onAgain }: { payment: PaymentRecord; onAgain: () => void }) {
  const say = useSay()
  return (
    <section className="shop-card done" aria-labelledby="done-title">
      <svg className="done-mark" viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="24" />
        <path d="M14 25l7 7 13-15" />
      </svg>
      <h2 id="done-title" tabIndex={-1} ref={takeFocus}>
        {say('결제가 완료됐어요', 'Your order is paid')}
      </h2>
      <p>
        {say(
          '상점 서버가 결제사에 조회해 확인한 내용이에요. 내일 오후에 출발해요.',
          'This is what the shop’s server read back from the gateway. It ships tomorrow afternoon.',
        )}
      </p>
      <RecordTable payment={payment} />
      <button type="button" className="plain-button" onClick={onAgain}>
        {say('새 주문으로 다시 해 보기', 'Try again with a new order')}
      </button>
    </section>
  )
}
