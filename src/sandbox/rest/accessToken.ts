import type { SandboxStore } from '../store.js'

/** A token lives this long by the sandbox clock, seconds. */
export const TOKEN_LIFE = 1800
const LAST_MINUTE = 60
const EXTENSION = 300

/** What `POST /users/getToken` answers. Times in unix seconds. */
export interface AccessToken {
  access_token: string
  expired_at: number
  now: number
}

/**
 * The current token: the same one until it expires, its expiry pushed by five minutes when asked for in the last
 * minute, then a new one (PortOne V1 docs).
 */
export function issueToken(store: SandboxStore, now: number): AccessToken {
  return store.transact((state) => {
    const current = state.token && now < state.token.expiresAt ? state.token : null
    const token = current ?? { value: randomHex(20), expiresAt: now + TOKEN_LIFE }
    if (current && current.expiresAt - now <= LAST_MINUTE) token.expiresAt += EXTENSION
    state.token = token
    return { access_token: token.value, expired_at: token.expiresAt, now }
  })
}

/** Whether the request carries a living token: `Authorization` (plain or `Bearer`), else `X-ImpTokenHeader`. */
export function isAuthorized(headers: Headers, store: SandboxStore, now: number): boolean {
  const { token } = store.read()
  const given =
    headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? headers.get('x-imptokenheader') ?? ''
  return token !== null && now < token.expiresAt && given.trim() === token.value
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
