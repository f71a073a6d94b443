/** How many tokens back an error of a slow call may still mention. */
const REMEMBERED = 8

/** What a token looks like (PortOne V1 docs: 40 hex digits): hides one that was answered but never arrived here. */
const tokenLike = /\b[0-9a-f]{40}\b/gi

/** Knows what must never be read by anyone, and takes it out of texts. */
export interface SecretKeeper {
  /** A token was issued. */
  learn(token: string): void
  /** The text with every known secret, and whatever looks like a token, replaced by `***`. */
  hide(text: string): string
}

/** Keeps the API keys and the last tokens. They live in this closure and nowhere an error, a log or `inspect` looks. */
export function createSecretKeeper(keys: readonly string[]): SecretKeeper {
  const tokens: string[] = []
  return {
    learn: (token) => {
      if (tokens.includes(token)) return
      tokens.unshift(token)
      tokens.length = Math.min(tokens.length, REMEMBERED)
    },
    hide: (text) =>
      [...keys, ...tokens]
        .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        // Longest first, or one that contains another would leave its rest behind.
        .sort((a, b) => b.length - a.length)
        .reduce((kept, secret) => kept.replaceAll(secret, '***'), text)
        .replace(tokenLike, '***'),
  }
}
