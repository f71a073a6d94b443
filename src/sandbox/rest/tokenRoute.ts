import type { Context, MiddlewareHandler } from 'hono'
import { unixSeconds } from '../clock.js'
import type { GatewayParts } from '../gateway.js'
import { isAuthorized, issueToken } from './accessToken.js'
import { ok, refuse } from './envelope.js'
import { readBody } from './readBody.js'

/** `POST /users/getToken`: the one operation that needs no token. */
export function tokenRoute({ store, clock, options }: GatewayParts): (context: Context) => Promise<Response> {
  return async (context) => {
    const body = await readBody(context.req.raw)
    const key = body?.text('imp_key')
    const secret = body?.text('imp_secret')
    if (!key || !secret) return refuse(context, 400, 'imp_key, imp_secret 파라메터가 누락되었습니다.')
    if (key !== options.impKey || secret !== options.impSecret) {
      return refuse(context, 401, '인증에 실패하였습니다. API키와 secret을 확인하세요.')
    }
    return ok(context, issueToken(store, unixSeconds(clock)))
  }
}

/** Lets nobody pass without a living token. */
export function requireToken({ store, clock }: GatewayParts): MiddlewareHandler {
  return async (context, next) =>
    isAuthorized(context.req.raw.headers, store, unixSeconds(clock))
      ? next()
      : refuse(context, 401, 'Unauthorized')
}
