import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { MembershipPageData } from '../shop/membership.types.js'
import { callShop } from './api.js'
import { settings } from './settings.js'

export const membershipKey = ['membership']

/** ms between questions: a sandbox's clock may be moved any moment, a real month may not. */
const interval = settings.sandbox ? 1_000 : 30_000
/** ms between questions while a charge is on its way. */
const soon = 3_000

/** The member's membership and charges, asked for again by itself while the page is to be seen. */
export function useMembership(): UseQueryResult<MembershipPageData> {
  return useQuery({
    queryKey: membershipKey,
    queryFn: ({ signal }) => callShop<MembershipPageData>('/api/membership', { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.membership
        ? Math.min(interval, data.membership.charging || data.membership.mayStillBeCharged ? soon : interval)
        : false,
  })
}
