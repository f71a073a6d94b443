import { answerFields } from './answerFields.js'
import { WrongShape } from './WrongShape.js'

/** A token as the gateway issued it. Compared by identity: the gateway may issue the same text again. */
export interface AccessToken {
  readonly value: string
  /** By the client's clock, ms. */
  readonly endsAt: number
}

/**
 * Reads the answer of `POST /users/getToken`. What is left of its life is `expired_at - now`, both by the gateway's
 * clock, so that a clock of ours that is wrong does no harm.
 *
 * @param askedAt when the question left, by the client's clock, ms
 */
export function readAccessToken(response: unknown, askedAt: number): AccessToken {
  const fields = answerFields(response)
  const value = fields.text('access_token')
  // It goes into a header, and a header that cannot be set would quote it.
  if (!/^[\x21-\x7e]+$/.test(value)) throw new WrongShape('response.access_token', 'a token', value)
  const [end, now] = ['expired_at', 'now'].map((name) => {
    const at = fields.date(name)
    if (!at) throw new WrongShape(`response.${name}`, 'unix seconds', fields.raw[name])
    return at.getTime()
  }) as [number, number]
  return { value, endsAt: askedAt + end - now }
}
