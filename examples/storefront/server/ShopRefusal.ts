import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '../shop/order.types.js'

/** Thrown anywhere in a route, with a sentence for the buyer: the answer says `{code, buyerMessage}`. */
export class ShopRefusal extends Error {
  override readonly name = 'ShopRefusal'

  constructor(
    readonly status: ContentfulStatusCode,
    /** Stable: the front branches on it. */
    readonly code: string,
    message: string,
  ) {
    super(message)
  }

  get body(): Refusal {
    return { code: this.code, buyerMessage: this.message }
  }
}
