import type { QueryClient } from '@tanstack/react-query'
import { PaymentError } from '../payment/PaymentError.js'
import type { PaymentRecord } from '../payment/paymentRecord.js'

/** What the server is asked about. `impUid` is missing when no answer came back from the gateway. */
export interface ConfirmQuery {
  merchantUid: string
  impUid?: string
}

/**
 * The merchant's own question to its server: look the payment up at the gateway, compare it with the order, answer with
 * the record, or null when there is no such payment. Must be safe to call many times.
 */
export type Confirm = (query: ConfirmQuery, context: { signal: AbortSignal }) => Promise<PaymentRecord | null>

/** ms the server has for one answer. */
const ANSWER_LIMIT = 10_000
const NETWORK_RETRIES = 3

/** How one kind of record is asked for and read. */
export interface ServerQuestion<Answer> {
  confirm: (query: ConfirmQuery, context: { signal: AbortSignal }) => Promise<unknown>
  read: (answer: unknown) => Answer | null
}

/** Asks a route of the merchant's server. */
export function postTo(route: string): (query: object, context: { signal: AbortSignal }) => Promise<unknown> {
  return async (query, { signal }) => {
    const response = await fetch(route, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
      // The session decides who may read: the routes may live on another host of the shop's (api.shop.kr).
      credentials: 'include',
      signal,
    })
    // A missing route answers 404 too, but not with JSON: it must not look like "no such payment".
    const missing = response.status === 404
    if (missing && /json/.test(response.headers.get('content-type') ?? '')) return null
    // Money that does not fit its order comes with its record, for judging; never as a plain answer.
    if (response.status === 409) {
      const { record } = await response.json()
      if (record) return record
    }
    const answered = `${route} answered ${response.status}`
    if (response.status >= 500) throw new TypeError(`fetch: ${answered}`)
    if (!response.ok) {
      throw new Error(
        __DEV__ && missing ? `${answered}: no checkout routes are there; check endpoint` : answered,
      )
    }
    return response.json()
  }
}

/** One of the two, always: then no road leads to `paid` without a server. */
export function confirmOf({ endpoint, confirm }: { endpoint?: string; confirm?: Confirm }): Confirm {
  if (!endpoint === !confirm) {
    throw new PaymentError('INVALID_PROVIDER', {
      message:
        __DEV__ &&
        `${endpoint ? 'both endpoint and confirm were' : 'neither endpoint nor confirm was'} given to TossCheckoutProvider. Give one: the server decides whether an order is paid.`,
    })
  }
  return confirm ?? (postTo(`${(endpoint as string).replace(/\/$/, '')}/complete`) as Confirm)
}

/** Two questions about one order never share an answer: the later one wants to know what is true now. */
let question = 0

const UNDECIDED = new Error(__DEV__ ? 'the record does not say yet' : '')

const isNetworkError = (error: unknown): boolean =>
  /\bfetch\b|network|load failed|abort|time(d )?out/i.test(
    `${(error as Error)?.name} ${(error as Error)?.message} ${(error as { code?: unknown })?.code}`,
  )

/** Gives up waiting, whether or not `confirm` listens to its signal. */
async function withLimit(confirm: ServerQuestion<unknown>['confirm'], query: ConfirmQuery): Promise<unknown> {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop.abort()
      reject(new Error(__DEV__ ? `timeout: no answer within ${ANSWER_LIMIT} ms` : 'timeout'))
    }, ANSWER_LIMIT)
  })
  try {
    return await Promise.race([confirm(query, { signal: stop.signal }), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Asks through TanStack Query, so the question goes on when every component is gone. Network errors are retried with
 * backoff; an answer that does not decide is asked for again up to `patience` times; nothing else is repeated. No
 * record stays in the cache.
 */
export async function askServer<Answer>(
  client: QueryClient,
  { confirm, read }: ServerQuestion<Answer>,
  query: ConfirmQuery,
  enough: (record: Answer | null) => boolean,
  patience: number,
): Promise<Answer | null> {
  let undecided = 0
  let failures = 0
  try {
    // A retry in a page out of sight waits for it to be looked at again: a client that is not mounted would wait for ever.
    client.mount()
    return await client.fetchQuery({
      queryKey: ['react-toss-checkout', 'confirm', query.merchantUid, query.impUid ?? null, question++],
      queryFn: async () => {
        const record = read(await withLimit(confirm, query))
        // Thrown only to be asked again: the last answer is no error that the app's client should report.
        if (!enough(record) && undecided++ < patience) throw UNDECIDED
        return record
      },
      networkMode: 'always',
      gcTime: 0,
      retry: (_, error) =>
        error === UNDECIDED ||
        (!(error instanceof PaymentError) && isNetworkError(error) && failures++ < NETWORK_RETRIES),
      retryDelay: (count) => 1_000 * 2 ** Math.min(count, 3),
    })
  } catch (cause) {
    if (cause instanceof PaymentError) throw cause
    throw isNetworkError(cause)
      ? new PaymentError('CONFIRM_UNREACHABLE', {
          cause,
          message:
            __DEV__ &&
            `the server could not be asked about "${query.merchantUid}" ${NETWORK_RETRIES + 1} times. The buyer may have paid; ask again, or let the webhook settle the order.`,
        })
      : new PaymentError('CONFIRM_REJECTED', {
          cause,
          message:
            __DEV__ &&
            `confirm failed for "${query.merchantUid}": ${cause}. Answer with a PaymentRecord, or null.`,
        })
  } finally {
    client.unmount()
  }
}
