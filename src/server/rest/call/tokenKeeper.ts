import type { AccessToken } from './accessToken.js'

/**
 * How long before its end a token is renewed, ms. Asked earlier than its last minute, the gateway answers the same token
 * with the same end; within it, five more minutes (PortOne V1 docs). So: well inside the last minute.
 */
const RENEW_BEFORE_END = 30_000

/** Holds the one token all calls share. */
export interface TokenKeeper {
  /** A living token; asks for one when there is none or it is about to end. */
  current(): Promise<AccessToken>
  /** The token after the one that was just refused. Those refused together get the same new one, asked for once. */
  after(refused: AccessToken): Promise<AccessToken>
}

/**
 * @param issue asks the gateway for a token
 * @param now the client's clock, ms
 */
export function createTokenKeeper(issue: () => Promise<AccessToken>, now: () => number): TokenKeeper {
  let held: AccessToken | null = null
  let asking: Promise<AccessToken> | null = null

  const renew = (): Promise<AccessToken> => {
    asking ??= issue()
      .then((token) => {
        held = token
        return token
      })
      .finally(() => {
        asking = null
      })
    return asking
  }

  return {
    current: async () => {
      const before = held
      if (before && before.endsAt - now() > RENEW_BEFORE_END) return before
      try {
        return await renew()
      } catch (thrown) {
        // A token that could not be renewed is good until its end.
        if (before && held === before && before.endsAt > now()) return before
        throw thrown
      }
    },
    after: async (refused) => {
      if (held && held !== refused) return held
      held = null
      return renew()
    },
  }
}
