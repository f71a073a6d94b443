import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Where a request comes from. Behind a proxy that is the last address of `X-Forwarded-For`, which the proxy itself wrote down;
 * without one the header is the caller's own word, and not listened to.
 */
export function callerAddress(context: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded || (getConnInfo(context).remote.address ?? '')
}
