import type { MiddlewareHandler } from 'hono'
import { SLOW_LOOKUP_MS } from '../faults.js'
import type { SandboxStore } from '../store.js'
import { refuse } from './envelope.js'

/** What befalls a lookup: 500 under `confirm-down`, 8 s of waiting under `confirm-slow`. */
export function lookupFaults(store: SandboxStore): MiddlewareHandler {
  return async (context, next) => {
    const { faults } = store.read()
    if (faults.includes('confirm-down')) return refuse(context, 500, '서버 오류가 발생하였습니다.')
    if (faults.includes('confirm-slow')) await pause(SLOW_LOOKUP_MS, context.req.raw.signal)
    return next()
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
