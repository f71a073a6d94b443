import { OrderRefused, type PricedOrder } from 'react-toss-checkout/server'
import type { OrderLine } from '../shop/goods.types.js'
import { orderName } from '../shop/orderName.js'
import { shippingFee } from '../shop/shipping.js'
import { goodsById } from './goods.js'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import { readDelivery } from './readDelivery.js'
import { findShort } from './stock.js'

const mostLines = 20

/**
 * What the page asks for, priced by the shop's own catalogue. The page's total is only compared: a buyer never pays
 * another amount than the button said.
 *
 * @throws OrderRefused `INVALID_ORDER`, `UNKNOWN_GOODS`, `TOO_MANY`, `SOLD_OUT`, `PRICE_CHANGED`, `INVALID_DELIVERY`
 */
export async function priceOrder(queries: Queries, body: unknown): Promise<PricedOrder<OrderDetails>> {
  const { items, delivery, total, language } = (body ?? {}) as Record<string, unknown>
  const lines = readLines(items)
  const shipTo = readDelivery(delivery)
  const short = await findShort(queries, lines)
  if (short) {
    throw new OrderRefused(
      'SOLD_OUT',
      `not enough of ${short} is left`,
      `${goodsById.get(short)?.name.ko} 상품이 품절됐거나 남은 수량이 모자라요. 장바구니를 확인해 주세요.`,
    )
  }
  const goodsTotal = lines.reduce((sum, { price, count }) => sum + price * count, 0)
  const amount = goodsTotal + shippingFee(goodsTotal)
  if (total !== amount) {
    throw new OrderRefused(
      'PRICE_CHANGED',
      `the page says ${JSON.stringify(total)}, the catalogue ${amount}`,
      '가격이 바뀌었어요. 새로 고친 뒤 금액을 확인해 주세요.',
    )
  }
  const { name, tel, email, address, postcode } = shipTo
  return {
    name: orderName(lines, language === 'en' ? 'en' : 'ko'),
    amount,
    buyer: { name, tel, postcode, addr: address, ...(email && { email }) },
    details: { lines, shippingFee: amount - goodsTotal, delivery: shipTo },
  }
}

function readLines(items: unknown): OrderLine[] {
  if (!Array.isArray(items) || items.length === 0 || items.length > mostLines) {
    throw new OrderRefused(
      'INVALID_ORDER',
      `items should list 1 to ${mostLines} goods`,
      '장바구니가 비어 있어요.',
    )
  }
  const lines = items.map(readLine)
  if (new Set(lines.map(({ id }) => id)).size !== lines.length)
    throw new OrderRefused('INVALID_ORDER', 'each of the goods belongs on one line')
  return lines
}

function readLine(item: unknown): OrderLine {
  const { id, count } = (item ?? {}) as Record<string, unknown>
  const goods = typeof id === 'string' ? goodsById.get(id) : undefined
  if (!goods) {
    throw new OrderRefused(
      'UNKNOWN_GOODS',
      `no goods have the id ${JSON.stringify(id)}`,
      '이제 팔지 않는 상품이 있어요. 장바구니를 확인해 주세요.',
    )
  }
  if (!(typeof count === 'number' && Number.isInteger(count) && count > 0 && count <= goods.limit)) {
    throw new OrderRefused(
      'TOO_MANY',
      `count of ${goods.id} should be a whole number from 1 to ${goods.limit}`,
      `${goods.name.ko} 상품은 한 번에 ${goods.limit}개까지 살 수 있어요.`,
    )
  }
  return { id: goods.id, name: goods.name, price: goods.price, count }
}
