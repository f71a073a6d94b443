import { PortOneError } from '../../PortOneError.js'
import type { PortOneErrorCode } from '../../portOneErrorCodes.js'

/** After these, a call that was sent may have been carried out. */
const lost: readonly PortOneErrorCode[] = ['UNREACHABLE', 'TIMEOUT', 'GATEWAY_ERROR', 'UNEXPECTED_ANSWER']

/**
 * Sends something that must not be sent twice, once. When its answer is lost or cannot be read, raises
 * `UNKNOWN_RESULT` with the way to find out; every other error is definite and passes through.
 */
export async function orUnknownResult<T>(
  send: () => Promise<T>,
  operation: string,
  findOut: string,
): Promise<T> {
  try {
    return await send()
  } catch (thrown) {
    if (!(thrown instanceof PortOneError && lost.includes(thrown.code))) throw thrown
    const { status, gateway, field } = thrown
    throw new PortOneError('UNKNOWN_RESULT', {
      operation,
      todo: findOut,
      status,
      gateway,
      field,
      cause: thrown,
    })
  }
}
