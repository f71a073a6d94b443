import { parse, serialize } from 'hono/utils/cookie'
import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import { randomText } from './randomText.js'
import { sameDigest, sha256 } from './sha256.js'

/** Over https with a prefix that only this very host can set: no neighbouring subdomain plants a session. RFC 6265bis. */
const cookieName = (secure: boolean) => (secure ? '__Host-toss_checkout' : 'toss_checkout')
/** Long enough for a virtual account's deadline and a look back at the receipt. */
const COOKIE_DAYS = 30
/** 32 characters of 5 bits: 160 bits. */
const SECRET_LENGTH = 32
const ownSecret = /^[0-9a-z]{32}$/

/** Header in which an order's access token is handed out, and handed back. */
export const TOKEN_HEADER = 'X-Checkout-Token'

/** The merchant's own way to tell who asks. */
export type AskSession = (request: Request) => Promise<string | null>

/** Who made an order. */
export interface OrderMaker {
  sessionHash: string | null
  /** `Set-Cookie`, for a buyer who has no session yet. */
  cookie?: string
}

/** Who may read an order: whoever holds the session it was made in, or its own token. Only hashes are kept. */
export interface OrderAccess {
  makerOf(request: Request): Promise<OrderMaker>
  mintToken(): Promise<{ token: string; tokenHash: string }>
  mayRead(request: Request, order: CheckoutOrder): Promise<boolean>
}

/** @param askSession undefined: a random session in a cookie of ours */
export function orderAccess(askSession: AskSession | undefined): OrderAccess {
  const sessionOf = askSession ?? (async (request: Request) => cookieSession(request))
  return {
    makerOf: async (request) => {
      const session = await sessionOf(request)
      if (session) return { sessionHash: await sha256(session) }
      if (askSession) return { sessionHash: null }
      const minted = randomText(SECRET_LENGTH)
      return { sessionHash: await sha256(minted), cookie: sessionCookie(minted, isHttps(request)) }
    },
    mintToken: async () => {
      const token = randomText(SECRET_LENGTH)
      return { token, tokenHash: await sha256(token) }
    },
    mayRead: async (request, { sessionHash, tokenHash }) => {
      const token = request.headers.get(TOKEN_HEADER)
      if (token && tokenHash !== null && sameDigest(await sha256(token), tokenHash)) return true
      // Two requests without a session are not from the same person.
      const session = sessionHash === null ? null : await sessionOf(request)
      return !!session && sessionHash !== null && sameDigest(await sha256(session), sessionHash)
    },
  }
}

function cookieSession(request: Request): string | null {
  const name = cookieName(isHttps(request))
  const found = parse(request.headers.get('cookie') ?? '', name)[name]
  return found !== undefined && ownSecret.test(found) ? found : null
}

function sessionCookie(value: string, secure: boolean): string {
  const maxAge = COOKIE_DAYS * 24 * 60 * 60
  return serialize(cookieName(secure), value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge, secure })
}

/** Behind a proxy the request itself is plain http. Whoever forges the header only spoils their own cookie. */
function isHttps(request: Request): boolean {
  const outside = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase()
  return (outside ?? new URL(request.url).protocol.slice(0, -1)) === 'https'
}
