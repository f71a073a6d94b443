import type { UseQueryResult } from '@tanstack/react-query'
import type { Goods } from '../shop/goods.types.js'
import { shippingFee } from '../shop/shipping.js'
import { useCart } from './cart.js'
import { useGoods } from './useGoods.js'

export interface PricedCart {
  goods: UseQueryResult<Goods[]>
  /** Lines that can be bought as they stand. */
  lines: { goods: Goods; count: number }[]
  /** In the cart, and no longer to be had in that number. */
  short: { goods: Goods; count: number }[]
  goodsTotal: number
  fee: number
  total: number
}

/** The cart at today's prices. */
export function usePricedCart(): PricedCart {
  const cart = useCart()
  const goods = useGoods()
  const all = (goods.data ?? []).flatMap((each) => {
    const count = cart[each.id]
    return count ? [{ goods: each, count }] : []
  })
  const lines = all.filter(({ goods: { stock, limit }, count }) => count <= Math.min(stock, limit))
  const goodsTotal = lines.reduce((sum, { goods: { price }, count }) => sum + price * count, 0)
  const fee = shippingFee(goodsTotal)
  return {
    goods,
    lines,
    short: all.filter((line) => !lines.includes(line)),
    goodsTotal,
    fee,
    total: goodsTotal + fee,
  }
}
