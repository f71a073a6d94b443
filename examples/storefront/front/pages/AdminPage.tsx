import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ShopOrder } from '../../shop/order.types.js'
import { ApiError, callShop } from '../api.js'
import { useSpeech } from '../language.js'
import { AdminLogin } from '../parts/AdminLogin.js'
import { AdminOrderCard } from '../parts/AdminOrderCard.js'
import { Heading } from '../parts/Heading.js'
import { Loading } from '../parts/Loading.js'
import { Problem } from '../parts/Problem.js'
import { useStatusWords } from '../statusWords.js'

interface AdminOrders {
  orders: ShopOrder[]
  /** The last order of the page; null when there are no more. */
  next: string | null
}

/** Every order, for the shopkeeper. */
export function AdminPage() {
  const { say } = useSpeech()
  const [status, setStatus] = useState<ShopOrder['status'] | ''>('')
  const [flagged, setFlagged] = useState(false)
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['admin', 'orders', status, flagged],
    queryFn: ({ pageParam, signal }) => {
      const search = new URLSearchParams({
        ...(status && { status }),
        ...(flagged && { flagged: '1' }),
        ...(pageParam && { before: pageParam }),
      })
      return callShop<AdminOrders>(`/api/admin/orders?${search}`, { signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { error } }) => (error ? false : 15_000),
  })
  const { data, error, isPending, refetch } = query
  if (error instanceof ApiError && error.code === 'NO_SESSION')
    return <AdminLogin onOpened={() => refetch()} />
  const orders = data?.pages.flatMap((page) => page.orders) ?? []
  const leave = async () => {
    await callShop('/api/admin/session', { method: 'DELETE' })
    client.removeQueries({ queryKey: ['admin'] })
    refetch()
  }
  return (
    <>
      <Heading>{say('주문 관리', 'All orders')}</Heading>
      <AdminFilters
        status={status}
        onStatus={setStatus}
        flagged={flagged}
        onFlagged={setFlagged}
        onLeave={leave}
      />
      {isPending && <Loading />}
      {error && (
        <Problem onRetry={refetch}>
          {error instanceof ApiError && error.code === 'ADMIN_CLOSED'
            ? say(error.message, 'Set ADMIN_PASSWORD to open this page.')
            : say('주문을 불러오지 못했어요.', 'The orders could not be loaded.')}
        </Problem>
      )}
      {data && orders.length === 0 && (
        <div className="card empty">
          <p>{say('해당하는 주문이 없어요.', 'There are no such orders.')}</p>
        </div>
      )}
      <ul className="admin-orders">
        {orders.map((order) => (
          <AdminOrderCard key={order.merchantUid} order={order} />
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className="plain-button more" onClick={() => query.fetchNextPage()}>
          {say('더 보기', 'More')}
        </button>
      )}
    </>
  )
}

function AdminFilters({
  status,
  onStatus,
  flagged,
  onFlagged,
  onLeave,
}: {
  status: ShopOrder['status'] | ''
  onStatus: (status: ShopOrder['status'] | '') => void
  flagged: boolean
  onFlagged: (flagged: boolean) => void
  onLeave: () => void
}) {
  const { say } = useSpeech()
  const { unpaid, withdrawn: _, ...words } = useStatusWords()
  // Whatever no money came of, for whichever reason.
  const names: Record<ShopOrder['status'], string> = { ...words, failed: unpaid }
  const id = useId()
  return (
    <div className="admin-filters">
      <div className="field">
        <label htmlFor={id}>{say('주문 상태', 'Status')}</label>
        <select
          id={id}
          value={status}
          onChange={({ target }) => onStatus(target.value as ShopOrder['status'] | '')}
        >
          <option value="">{say('전체', 'All')}</option>
          {(Object.keys(names) as ShopOrder['status'][]).map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </div>
      <label className="choice">
        <input type="checkbox" checked={flagged} onChange={({ target }) => onFlagged(target.checked)} />
        {say('확인 필요한 주문만', 'Only those that need a look')}
      </label>
      <button type="button" className="quiet-button" onClick={onLeave}>
        {say('로그아웃', 'Sign out')}
      </button>
    </div>
  )
}
