import { guardedReport } from '../guardedReport.js'
import type { SettlementOptions } from './settlement.types.js'

const DAY = 24 * 60 * 60 * 1000

/** Settlement options with their defaults. */
export type SettlementSettings<Details, Tx> = SettlementOptions<Details, Tx> &
  Required<
    Pick<
      SettlementOptions<Details, Tx>,
      'mismatch' | 'testPayments' | 'abandonAfter' | 'watchFor' | 'onError' | 'now'
    >
  >

export function settingsOf<Details, Tx>(
  options: SettlementOptions<Details, Tx>,
): SettlementSettings<Details, Tx> {
  const { abandonAfter = 3 * DAY, watchFor = 180 * DAY } = options
  for (const [name, span] of Object.entries({ abandonAfter, watchFor })) {
    if (!(span > 0)) throw new TypeError(`${name} is ${span}; pass milliseconds, more than 0.`)
  }
  return {
    ...options,
    mismatch: options.mismatch ?? 'flag',
    testPayments: options.testPayments ?? (isProduction() ? 'refuse' : 'accept'),
    abandonAfter,
    watchFor,
    onError: guardedReport(options.onError),
    now: options.now ?? (() => new Date()),
  }
}

/** Where nobody may read the environment (Deno without `--allow-env`) it is taken for production: a trial says what it is. */
function isProduction(): boolean {
  try {
    return globalThis.process?.env?.NODE_ENV === 'production'
  } catch {
    return true
  }
}
