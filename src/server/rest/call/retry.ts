import { PortOneError } from '../../PortOneError.js'

/** How often, and how long in between. */
export interface RetryRule {
  /** Attempts after the first. */
  retries: number
  /** ms before the second attempt; doubles each time. */
  retryDelay: number
}

/** No wait is longer, ms. */
const LONGEST_WAIT = 5_000

/** Does the work again while it fails with an error that says it may be, each time after a longer wait. */
export async function retry<T>(work: () => Promise<T>, { retries, retryDelay }: RetryRule): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work()
    } catch (thrown) {
      if (attempt >= retries || !(thrown instanceof PortOneError && thrown.retryable)) throw thrown
      await pause(attempt, retryDelay)
    }
  }
}

/** Waits between two attempts, longer after each; `attempt` counts from 0. */
export async function pause(attempt: number, retryDelay: number): Promise<void> {
  const wait = Math.min(retryDelay * 2 ** attempt, LONGEST_WAIT)
  // Half of it by chance, so that calls that failed together do not come back together.
  await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)))
}
