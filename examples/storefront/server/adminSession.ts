import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import { isHttps } from './isHttps.js'

const cookie = 'storefront_admin'
/** Seconds. */
const life = 12 * 60 * 60
/** Wrong passwords that one address may send in a minute, to each server. */
const mostTries = 10
/** ms. */
const minute = 60_000

/** Who keeps the shop. A session is a signed date, so every instance with the same password knows it. */
export interface AdminSession {
  /** `slow-down` after too many wrong passwords from this address; whoever keeps the shop signs in from another meanwhile. */
  open(context: Context, password: unknown, address: string): Promise<'opened' | 'wrong' | 'slow-down'>
  isOpen(context: Context): Promise<boolean>
  close(context: Context): void
}

export function createAdminSession(password: string): AdminSession {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(password)
  const signature = createHmac('sha256', password).update('storefront admin session').digest('hex')
  /** When each address was wrong, for a minute. */
  const wrong = new Map<string, number[]>()

  function recentlyWrong(address: string, now: number): number[] {
    for (const [each, times] of wrong) {
      const recent = times.filter((at) => at > now - minute)
      if (recent.length) wrong.set(each, recent)
      else wrong.delete(each)
    }
    return wrong.get(address) ?? []
  }

  return {
    async open(context, given, address) {
      const now = Date.now()
      const times = recentlyWrong(address, now)
      if (times.length >= mostTries) return 'slow-down'
      if (!(typeof given === 'string' && timingSafeEqual(digest(given), expected))) {
        wrong.set(address, [...times, now])
        return 'wrong'
      }
      await setSignedCookie(context, cookie, String(Math.floor(now / 1000) + life), signature, {
        httpOnly: true,
        sameSite: 'Strict',
        secure: isHttps(context.req.raw),
        path: '/api/admin',
        maxAge: life,
      })
      return 'opened'
    },
    async isOpen(context) {
      const until = await getSignedCookie(context, signature, cookie)
      return typeof until === 'string' && Number(until) > Date.now() / 1000
    },
    close(context) {
      deleteCookie(context, cookie, { path: '/api/admin' })
    },
  }
}
