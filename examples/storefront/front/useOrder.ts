import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ShopOrder } from '../shop/order.types.js'
import { callShop } from './api.js'

/** ms between questions while something is on its way. */
const interval = 3_000

export const orderKey = (merchantUid: string): string[] => ['order', merchantUid]

/** One order of this buyer's, asked for again by itself while a deposit or a refund is on its way. */
export function useOrder(merchantUid: string): UseQueryResult<ShopOrder> {
  return useQuery({
    queryKey: orderKey(merchantUid),
    queryFn: ({ signal }) =>
      callShop<ShopOrder>(`/api/orders/${encodeURIComponent(merchantUid)}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data) ? interval : false),
  })
}

function isMoving({ status, refunds, parcel }: ShopOrder): boolean {
  const unfulfilled = status === 'paid' && parcel === null
  return (
    status === 'pending' ||
    status === 'awaiting-deposit' ||
    unfulfilled ||
    refunds.some(({ state }) => state === 'asked')
  )
}
