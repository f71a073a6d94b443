import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { PaymentResult, type PaymentState, usePaymentStatus } from 'react-toss-checkout'
import type { ShopOrder } from '../../shop/order.types.js'
import { useSpeech } from '../language.js'
import { Link } from '../route.js'
import { needsLook, shownStatus } from '../statusWords.js'
import { orderKey } from '../useOrder.js'

/** What the server knows of the payment, in the kit's words. */
export function OrderPayment({ order }: { order: ShopOrder }) {
  const { say } = useSpeech()
  const { merchantUid, amount, currency, status, record, flag } = order
  const attention = flag && <Misfits order={order} />
  if (status === 'pending') return attention || <Unpaid order={order} />
  if (status === 'failed' || !record) {
    return (
      <>
        {attention}
        <div className="card empty">
          <p>
            {shownStatus(order) === 'failed'
              ? say(
                  '결제하지 못한 주문이에요. 결제된 금액은 없어요.',
                  'The payment failed. Nothing was charged.',
                )
              : say(
                  '결제하지 않은 주문이에요. 결제된 금액은 없어요.',
                  'This order was not paid. Nothing was charged.',
                )}
          </p>
          <Link className="plain-button" href="/cart">
            {say('장바구니로 가기', 'Go to the cart')}
          </Link>
        </div>
      </>
    )
  }
  const state: PaymentState = {
    status: status === 'awaiting-deposit' ? 'awaiting-deposit' : 'paid',
    merchantUid,
    payment: record,
  }
  return (
    <>
      {attention}
      <PaymentResult
        className="card"
        aria-label={say('결제 내역', 'Payment')}
        state={state}
        record={record}
        order={{ merchantUid, amount, currency }}
      />
    </>
  )
}

/** Money that does not fit the order: on its way back, or back already. */
function Misfits({ order }: { order: ShopOrder }) {
  const { say } = useSpeech()
  return (
    <p className="notice" data-tone="notice" role="alert">
      {needsLook(order)
        ? say(
            '주문과 맞지 않는 결제가 있어 상점에서 확인하고 있어요. 다시 결제하지 마세요. 확인되는 대로 돌려드릴게요.',
            'A payment does not fit this order, and we are looking into it. Please do not pay again; what is not ours will be returned.',
          )
        : say(
            '주문과 맞지 않는 결제를 돌려드렸어요. 카드사나 은행에 따라 며칠 걸릴 수 있어요.',
            'A payment that did not fit this order was returned. It may take your bank a few days.',
          )}
    </p>
  )
}

/** Nothing is known of a payment yet: the gateway is asked once by itself, and again at a press. */
function Unpaid({ order: { merchantUid } }: { order: ShopOrder }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const asked = usePaymentStatus(merchantUid)
  useEffect(() => {
    if (asked.data) client.invalidateQueries({ queryKey: orderKey(merchantUid) })
  }, [asked.data, client, merchantUid])
  return (
    <div className="card empty" role="status">
      <p className="notice" data-tone="notice">
        {asked.isFetching
          ? say(
              '결제를 확인하고 있어요. 끝날 때까지 다시 결제하지 마세요.',
              'Looking up the payment. Please do not pay again until this is done.',
            )
          : asked.isError
            ? say(
                '지금은 결제를 확인하지 못했어요. 결제했다면 다시 결제하지 말고 잠시 뒤 확인해 주세요.',
                'The payment could not be looked up. If you paid, please do not pay again and check later.',
              )
            : say(
                '아직 확인된 결제가 없어요. 방금 결제했다면 다시 결제하지 말고 잠시 뒤 다시 확인해 주세요.',
                'No payment is known yet. If you have just paid, please do not pay again; check again in a moment.',
              )}
      </p>
      <button
        type="button"
        className="plain-button"
        aria-disabled={asked.isFetching || undefined}
        onClick={() => void (asked.isFetching || asked.refetch())}
      >
        {say('결제 결과 다시 확인하기', 'Check the payment again')}
      </button>
    </div>
  )
}
