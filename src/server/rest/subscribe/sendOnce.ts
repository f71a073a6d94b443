import { PortOneError } from '../../PortOneError.js'
import { pause, type RetryRule } from '../call/retry.js'

/**
 * Sends a write, once. When its answer is lost, looks for what it should have left at the gateway, as often as the
 * client repeats a read; only when that does not tell either does the `UNKNOWN_RESULT` reach the caller.
 *
 * @param look what the write left there; null when it is not (yet) there or is not certainly its own
 */
export async function sendOnce<Answer>(
  send: () => Promise<Answer>,
  look: () => Promise<Answer | null>,
  { retries, retryDelay }: RetryRule,
): Promise<Answer> {
  try {
    return await send()
  } catch (thrown) {
    if (!(thrown instanceof PortOneError && thrown.code === 'UNKNOWN_RESULT')) throw thrown
    for (let attempt = 0; attempt <= retries; attempt++) {
      // A gateway that cannot be asked, each look being repeated by itself, will not be able to tell next time.
      const found = await look().catch(() => undefined)
      if (found === undefined) break
      if (found !== null) return found
      if (attempt < retries) await pause(attempt, retryDelay)
    }
    throw thrown
  }
}

/** What was asked for, or null when the gateway says that there is none. Other failures pass through. */
export async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (thrown) {
    if (thrown instanceof PortOneError && thrown.code === 'NOT_FOUND') return null
    throw thrown
  }
}
