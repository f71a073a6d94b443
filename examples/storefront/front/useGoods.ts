import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Goods } from '../shop/goods.types.js'
import { callShop } from './api.js'

/** What the shop sells today. */
export function useGoods(): UseQueryResult<Goods[]> {
  return useQuery({
    queryKey: ['goods'],
    queryFn: ({ signal }) => callShop<Goods[]>('/api/goods', { signal }),
  })
}
