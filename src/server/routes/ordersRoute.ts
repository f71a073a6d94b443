import type { Order } from '../../payment/order.js'
import type { CheckoutOrder, NewOrder } from '../orders/checkoutOrder.js'
import { OrderStoreError } from '../orders/OrderStoreError.js'
import type { OrderAnswer } from './checkoutRoutes.types.js'
import { type CheckedPrice, checkMinted, checkPricedOrder } from './checkPricedOrder.js'
import { mintMerchantUid } from './mintMerchantUid.js'
import { TOKEN_HEADER } from './orderAccess.js'
import { readJson } from './readBody.js'
import type { Route, RouteParts } from './routeParts.js'

/** ms after which the sweep first asks about an order: most are paid by then, and a lost webhook is found soon. */
const FIRST_CHECK = 5 * 60_000
/** Times a number of the merchant's that is taken is minted again. */
const MINT_AGAIN = 2

/** `POST orders`: prices, numbers, stores and registers an order at the gateway; only then the page gets it. */
export function ordersRoute<Details, Tx>(parts: RouteParts<Details, Tx>): Route {
  const { access, calls, options } = parts
  return async (context) => {
    const body = await readJson(context)
    const request = context.req.raw
    const price = await calls.merchant('priceOrder', async () =>
      checkPricedOrder<Details>(await options.priceOrder(body, request)),
    )
    const { sessionHash, cookie } = await access.makerOf(request)
    const { token, tokenHash } = await access.mintToken()
    const { merchantUid, amount, currency } = await store(parts, price, { sessionHash, tokenHash })
    // Without it the window would open with any amount: an order the gateway does not know is not handed over.
    await calls.backend('orders: preparePayment', () =>
      options.client.preparePayment({ merchantUid, amount, currency }),
    )
    context.header(TOKEN_HEADER, token)
    if (cookie !== undefined) context.header('Set-Cookie', cookie)
    return context.json(toAnswer(merchantUid, price), 201)
  }
}

/** Stores the order under a number of its own. */
async function store<Details, Tx>(
  { calls, options, now }: RouteParts<Details, Tx>,
  { name, amount, taxFree, currency, details }: CheckedPrice<Details>,
  hashes: Pick<NewOrder, 'sessionHash' | 'tokenHash'>,
): Promise<CheckoutOrder<Details>> {
  const createdAt = now()
  for (let again = 0; ; again++) {
    const merchantUid = await calls.merchant('mintMerchantUid', () =>
      options.mintMerchantUid ? checkMinted(options.mintMerchantUid()) : mintMerchantUid(createdAt),
    )
    const order: NewOrder<Details> = {
      ...{ merchantUid, name, amount, taxFree, currency, details, ...hashes, createdAt },
      checkAt: new Date(createdAt.getTime() + FIRST_CHECK),
    }
    const made = await calls.backend('orders.create', async () => {
      try {
        return await options.orders.create(order)
      } catch (thrown) {
        if (isTaken(thrown) && again < MINT_AGAIN) return null
        throw thrown
      }
    })
    if (made) return made
  }
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof OrderStoreError && thrown.code === 'ORDER_EXISTS'
}

/** What the button's `order` prop takes. */
function toAnswer(merchantUid: string, price: CheckedPrice<unknown>): OrderAnswer {
  const { name, amount, taxFree, currency, buyer } = price
  const order: Order = { merchantUid, name, amount, currency }
  return { ...order, ...(taxFree > 0 && { taxFree }), ...(buyer && { buyer }) }
}
