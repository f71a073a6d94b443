import type { RefundLines } from '../shop/order.types.js'
import { ShopRefusal } from './ShopRefusal.js'

const longestReason = 256
const goodsId = /^[\w-]{1,64}$/

/** @throws ShopRefusal `INVALID_BODY`, `ACCOUNT_REQUIRED` */
export function readRefundRequest(body: unknown): RefundLines {
  const { counts, reason, account } = (body ?? {}) as Record<string, unknown>
  if (typeof counts !== 'object' || counts === null || Array.isArray(counts))
    throw new ShopRefusal(400, 'INVALID_BODY', '환불할 상품을 골라 주세요.')
  const entries = Object.entries(counts)
  if (!entries.every(([id, count]) => goodsId.test(id) && typeof count === 'number'))
    throw new ShopRefusal(400, 'INVALID_BODY', '환불할 상품을 골라 주세요.')
  return {
    counts: Object.fromEntries(entries) as Record<string, number>,
    reason: (typeof reason === 'string' && reason.trim().slice(0, longestReason)) || '구매자 요청',
    ...(account !== undefined && account !== null && { account: readAccount(account) }),
  }
}

function readAccount(value: unknown): NonNullable<RefundLines['account']> {
  const given = (value ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].trim() : '')
  const account = text('account').replace(/[\s-]/g, '')
  if (!/^\d{6,20}$/.test(account) || !/^\d{3}$/.test(text('bank')) || !/^.{1,16}$/.test(text('holder')))
    throw new ShopRefusal(422, 'ACCOUNT_REQUIRED', '은행, 계좌번호, 예금주를 확인해 주세요.')
  return { holder: text('holder'), bank: text('bank'), account }
}
