import { PortOneError } from '../../PortOneError.js'
import type { ClientSettings } from '../clientSettings.js'
import { type AccessToken, readAccessToken } from './accessToken.js'
import { exchange, type Outgoing } from './exchange.js'
import { openEnvelope } from './openEnvelope.js'
import type { Call, Operation } from './operation.js'
import { retry } from './retry.js'
import { createSecretKeeper } from './secretKeeper.js'
import { createTokenKeeper } from './tokenKeeper.js'
import { orUnknownResult } from './unknownResult.js'
import { WrongShape } from './WrongShape.js'
import { writeOperation } from './writeOperation.js'

/** Everything between an operation and the wire: token, retries, envelope, errors. */
export function createCall(
  settings: ClientSettings,
  keys: { impKey: string; impSecret: string },
): { call: Call; token: () => Promise<string> } {
  const secrets = createSecretKeeper([keys.impKey, keys.impSecret])

  async function ask<Answer>(operation: Operation<Answer>, outgoing: Outgoing): Promise<Answer> {
    const { name, conceal = (text) => text } = operation
    const guard = { ...secrets, hide: (text: string) => conceal(secrets.hide(text)) }
    const incoming = await exchange(outgoing, settings, guard)
    const response = openEnvelope(incoming, name, guard)
    try {
      return operation.read(response)
    } catch (thrown) {
      if (!(thrown instanceof WrongShape)) throw thrown
      const { status } = incoming
      const { field, message } = thrown
      throw new PortOneError('UNEXPECTED_ANSWER', { operation: name, status, field, message })
    }
  }

  const tokens = createTokenKeeper(
    () =>
      retry(async () => {
        const askedAt = settings.now()
        const operation: Operation<AccessToken> = {
          name: 'getToken',
          method: 'POST',
          path: '/users/getToken',
          body: { imp_key: keys.impKey, imp_secret: keys.impSecret },
          read: (response) => readAccessToken(response, askedAt),
          // Asking twice gives the same token twice.
          whenLost: 'again',
        }
        const token = await ask(operation, writeOperation(operation))
        secrets.learn(token.value)
        return token
      }, settings),
    settings.now,
  )

  const call: Call = async (operation) => {
    const { name, whenLost } = operation
    // First of all: what cannot be written is refused with nothing sent, not even for a token.
    const outgoing = writeOperation(operation)
    const send = ({ value }: AccessToken) => {
      const attempt = () => ask(operation, { ...outgoing, token: value })
      return whenLost === 'again'
        ? retry(attempt, settings)
        : orUnknownResult(attempt, name, whenLost.findOut)
    }
    const token = await tokens.current()
    try {
      return await send(token)
    } catch (thrown) {
      if (!(thrown instanceof PortOneError && thrown.code === 'UNAUTHORIZED')) throw thrown
    }
    // A call that was refused for its token was not carried out, so even a refund may be sent once more.
    return send(await tokens.after(token))
  }

  return { call, token: async () => (await tokens.current()).value }
}
