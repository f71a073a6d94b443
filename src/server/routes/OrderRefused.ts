/**
 * Thrown by `priceOrder` when there is nothing to sell: sold out, unknown item, a coupon that is over. The page gets HTTP
 * 422 with these very words, so put nothing in them that it should not see.
 *
 * @example
 * throw new OrderRefused('SOLD_OUT', `item ${id} is sold out`, '품절된 상품이에요.')
 */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused'
  /** Stable: your page branches on it. */
  readonly code: string
  /** For the buyer, in their language. */
  readonly buyerMessage?: string

  constructor(code: string, message: string, buyerMessage?: string) {
    super(message)
    this.code = code
    if (buyerMessage !== undefined) this.buyerMessage = buyerMessage
  }
}
