/**
 * Resolves after so many real milliseconds, or at once when the signal aborts. In Node it keeps no process alive: nobody
 * wants to wait a minute for a webhook's second try after the tests are over.
 */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer: unknown = setTimeout(done, ms)
    if (
      typeof timer === 'object' &&
      timer !== null &&
      'unref' in timer &&
      typeof timer.unref === 'function'
    ) {
      timer.unref()
    }
    function done() {
      clearTimeout(timer as ReturnType<typeof setTimeout>)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, { once: true })
  })
}
