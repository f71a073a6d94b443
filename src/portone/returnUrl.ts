/** The result a redirecting window leaves in the query of the return page. */
import { type RememberedAttempt, rememberedAttempt } from './attemptMemory.js'

const KEYS = ['imp_uid', 'merchant_uid', 'imp_success', 'success', 'error_code', 'error_msg']
const MARK = 'reactTossCheckout'

/** The legacy SDK's own appender forgets the `&` before `imp_uid` when the query already had parameters. */
function query(): URLSearchParams {
  return new URLSearchParams(location.search.replace(/([^?&])(imp_uid=(?:imp_|null|undefined))/, '$1&$2'))
}

/** Does this address carry a payment's result? */
export function isReturn(params: URLSearchParams = query()): boolean {
  return params.has('imp_uid') || params.has('merchant_uid') || params.has('imp_success')
}

/** What a return page was opened with. */
export interface Return {
  params: URLSearchParams
  orders: RememberedAttempt[]
  /** Its end was told on this page before, and the page was reloaded or come back to. */
  told: boolean
}

/** Notes on the history entry that a view was told the end. */
export function noteReturnTold(): void {
  const mark = history.state?.[MARK]
  if (mark) history.replaceState({ ...history.state, [MARK]: { ...mark, told: true } }, '')
}

/**
 * Takes the result out of the address, keeping the merchant's own parameters and history state. It stays in the
 * history entry, with the order as this tab remembers it, so that a reload or Back to this page still knows which
 * payment to ask about and what to hold it against.
 */
export function takeReturn(): Return | undefined {
  const params = query()
  const remembered = rememberedAttempt()
  const orders = remembered ? [remembered] : []
  if (!isReturn(params)) {
    const { result, orders: before = [], told = false } = history.state?.[MARK] ?? {}
    return result && { params: new URLSearchParams(result), orders: [...orders, ...before], told }
  }
  const result = new URLSearchParams()
  for (const key of KEYS) {
    for (const value of params.getAll(key)) result.append(key, value)
    params.delete(key)
  }
  const rest = `${params}`
  history.replaceState(
    { ...history.state, [MARK]: { result: `${result}`, orders } },
    '',
    `${location.pathname}${rest && `?${rest}`}${location.hash}`,
  )
  return { params: result, orders, told: false }
}
