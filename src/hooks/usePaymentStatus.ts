'use client'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { PaymentRecord } from '../payment/paymentRecord.js'
import { readPaymentRecord } from '../payment/readPaymentRecord.js'
import { useCheckout } from './TossCheckoutProvider.js'

/**
 * The server's record of an order, asked for again every `interval` ms (default 5,000) while a deposit is awaited and
 * the page is in sight. `data` is null when the server knows no such payment.
 */
export function usePaymentStatus(
  merchantUid: string | undefined,
  { interval = 5_000 }: { interval?: number } = {},
): UseQueryResult<PaymentRecord | null> {
  const { client, confirm } = useCheckout()
  return useQuery(
    {
      queryKey: ['react-toss-checkout', 'status', merchantUid],
      queryFn: async ({ signal }) =>
        readPaymentRecord(await confirm()({ merchantUid: merchantUid ?? '' }, { signal })),
      enabled: !!merchantUid,
      refetchInterval: ({ state: { data } }) =>
        data?.status === 'ready' && data.virtualAccount ? interval : false,
    },
    client,
  )
}
