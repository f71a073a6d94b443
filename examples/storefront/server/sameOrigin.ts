import type { MiddlewareHandler } from 'hono'
import { ShopRefusal } from './ShopRefusal.js'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Another site's page may not act for a buyer or a shopkeeper whose cookies the browser sends along. Browsers name the
 * page's origin with every POST; a gateway's webhook names none.
 */
export const sameOrigin: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin')
  if (!harmless.has(context.req.method) && origin !== undefined) {
    const host = URL.canParse(origin) ? new URL(origin).host : null
    if (host !== context.req.header('host'))
      throw new ShopRefusal(403, 'ORIGIN_REFUSED', '다른 사이트에서 보낸 요청은 받지 않아요.')
  }
  await next()
}
