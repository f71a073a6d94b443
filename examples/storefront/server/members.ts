import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import type { Delivery } from '../shop/order.types.js'
import { isHttps } from './isHttps.js'
import type { Queries } from './queries.js'

const cookie = 'storefront_member'
/** Seconds: as long as browsers keep any cookie. */
const life = 400 * 24 * 60 * 60

/** Somebody who may have tea sent every month. */
export interface Member {
  /** Random: the gateway's console shows it. */
  id: string
  delivery: Delivery
}

/**
 * **Stands in for the sign-in that your shop has.** It asks for a name and an address and takes them at their word; what
 * matters to billing is only that `memberOf` answers a checked id. The session is a random token in an HttpOnly cookie, and
 * only its SHA-256 is stored.
 */
export async function becomeMember(queries: Queries, context: Context, delivery: Delivery): Promise<void> {
  const id = `m_${randomBytes(12).toString('hex')}`
  const token = randomBytes(32).toString('base64url')
  await queries.query('INSERT INTO shop_member (id, session_hash, delivery) VALUES ($1, $2, $3)', [
    id,
    digest(token),
    JSON.stringify(delivery),
  ])
  setCookie(context, cookie, token, {
    httpOnly: true,
    // Phones come back from the gateway's site: the page they come back to has to know them.
    sameSite: 'Lax',
    secure: isHttps(context.req.raw),
    path: '/api',
    maxAge: life,
  })
}

/** The member behind a request; null for nobody. */
export async function memberOf(queries: Queries, request: Request): Promise<Member | null> {
  const token = parse(request.headers.get('cookie') ?? '', cookie)[cookie]
  if (!token) return null
  const [member] = await queries.query<Member>(
    'SELECT id, delivery FROM shop_member WHERE session_hash = $1',
    [digest(token)],
  )
  return member ?? null
}

/**
 * Runs `work` for one request of the member at a time, on all instances: two tabs that join two memberships at the same moment
 * would both look before either has one. A server that dies in it keeps the member's place for a minute.
 *
 * @returns null when another request is at it
 */
export async function whileJoining<Result>(
  queries: Queries,
  memberId: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const [place] = await queries.query(
    `UPDATE shop_member SET joining_until = now() + interval '1 minute'
     WHERE id = $1 AND (joining_until IS NULL OR joining_until < now()) RETURNING id`,
    [memberId],
  )
  if (!place) return null
  try {
    return await work()
  } finally {
    await queries
      .query('UPDATE shop_member SET joining_until = NULL WHERE id = $1', [memberId])
      .catch((error) => console.error(`the place of member ${memberId}, free in a minute:`, error))
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
