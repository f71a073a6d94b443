import type { MiddlewareHandler } from 'hono'
import { SLOW_LOOKUP_MS } from './faults.js'
import { refuse } from './rest/envelope.js'
import type { Fault } from './sandbox.types.js'
import type { SandboxStore } from './store.js'
import { wait } from './wait.js'

const DOWN = '서버 오류가 발생하였습니다.'

/**
 * Mishaps of the whole REST half, tokens included: `rest-timeout`, `rest-error`, `rest-slow`. Of everything but tokens:
 * `token-expires` (the token of an answered call is void afterwards), and `rest-answer-lost`, which carries out whatever
 * changes something and then answers 500; lookups are left alone, so that a caller can find out what happened.
 */
export function restFaults(store: SandboxStore): MiddlewareHandler {
  return async (context, next) => {
    const { faults } = store.read()
    const has = (fault: Fault) => faults.includes(fault)
    const { signal } = context.req.raw
    if (has('rest-timeout')) {
      await untilGone(signal)
      return refuse(context, 500, DOWN)
    }
    if (has('rest-error')) return refuse(context, 500, DOWN)
    if (has('rest-slow')) await wait(SLOW_LOOKUP_MS, signal)

    const forToken = /\/users\/getToken\/?$/.test(context.req.path)
    const token = store.read().token?.value
    await next()
    if (forToken) return
    if (has('token-expires') && context.res.status !== 401) {
      store.transact((state) => {
        if (state.token?.value === token) state.token = null
      })
    }
    if (has('rest-answer-lost') && context.req.method !== 'GET') context.res = refuse(context, 500, DOWN)
  }
}

/** Resolves when the caller has given up; a caller that never does waits for ever. */
function untilGone(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
