import { PortOneError } from '../PortOneError.js'
import type { RetryRule } from './call/retry.js'

/** How a client is set up. */
export interface PortOneClientOptions {
  /** REST API key (콘솔의 REST API Key). */
  impKey: string
  /** REST API secret. Keep it on the server, out of any bundle and any repository. */
  impSecret: string
  /** Where the API is, absolute, without query. Default `https://api.iamport.kr`. A sandbox served over HTTP has its own. */
  baseUrl?: string
  /** What carries a request. Default: the runtime's `fetch`. An embedded sandbox's: `createSandbox().fetch`. */
  fetch?: (request: Request) => Promise<Response>
  /**
   * Time one attempt may take, answer included, ms, 1–600,000. Default 15,000. A refund that takes longer ends as
   * `UNKNOWN_RESULT`, so do not be stingy.
   */
  timeout?: number
  /** Attempts after the first, 0–10, for what may safely be sent again. Default 2. */
  retries?: number
  /** ms before the second attempt, 0–5,000; doubles each time up to 5,000. Default 200. */
  retryDelay?: number
  /** Sub-merchant code, sent as the header `Tier`. */
  tierCode?: string
  /**
   * The clock, ms since 1970. Spans of it are used, and it says whether a schedule lies ahead. Default `Date.now`; with a
   * sandbox whose clock is moved, `sandbox.clock.now`.
   */
  now?: () => number
}

/** The options that hold no secret, checked and complete. */
export interface ClientSettings extends RetryRule {
  baseUrl: string
  fetch: (request: Request) => Promise<Response>
  timeout: number
  tierCode?: string
  now: () => number
}

const visibleAscii = /^[\x21-\x7e]+$/

/** Fills in the defaults. Raises `INVALID_ARGUMENT`; never quotes a key. */
export function readClientOptions(options: PortOneClientOptions): ClientSettings {
  for (const name of ['impKey', 'impSecret'] as const) {
    const key: unknown = options[name]
    if (typeof key === 'string' && visibleAscii.test(key)) continue
    const given =
      typeof key !== 'string' ? `of type ${typeof key}` : key.trim() ? 'not one word of plain ASCII' : 'empty'
    throw refuse(`${name} is ${given}; pass the text from the console`)
  }
  const { tierCode, now = Date.now, fetch } = options
  if (tierCode !== undefined && !visibleAscii.test(tierCode)) {
    throw refuse('tierCode cannot stand in a header; pass the sub-merchant code as the console shows it')
  }
  return {
    baseUrl: readBaseUrl(options.baseUrl ?? 'https://api.iamport.kr'),
    // Looked up on every call, so that what replaces the global later is used too.
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    timeout: readNumber('timeout', options.timeout ?? 15_000, 1, 600_000),
    retries: readNumber('retries', options.retries ?? 2, 0, 10),
    retryDelay: readNumber('retryDelay', options.retryDelay ?? 200, 0, 5_000),
    ...(tierCode !== undefined && { tierCode }),
    now,
  }
}

function readBaseUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw refuse('baseUrl should be an absolute http(s) address without user, query or hash')
  }
  return url.href.replace(/\/+$/, '')
}

function readNumber(name: string, given: number, least: number, most: number): number {
  if (!(Number.isInteger(given) && given >= least && given <= most)) {
    throw refuse(`${name} is ${given}; a whole number from ${least} to ${most} is allowed`)
  }
  return given
}

function refuse(message: string): PortOneError {
  return new PortOneError('INVALID_ARGUMENT', { operation: 'createPortOneClient', message })
}
