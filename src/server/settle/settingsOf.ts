import { guardedReport } from '../guardedReport.js'
import type { SettlementOptions } from './settlement.types.js'

const THREE_DAYS = 3 * 24 * 60 * 60 * 1000

/** Settlement options with their defaults. */
export type SettlementSettings<Details, Tx> = SettlementOptions<Details, Tx> &
  Required<
    Pick<SettlementOptions<Details, Tx>, 'mismatch' | 'testPayments' | 'abandonAfter' | 'onError' | 'now'>
  >

export function settingsOf<Details, Tx>(
  options: SettlementOptions<Details, Tx>,
): SettlementSettings<Details, Tx> {
  const { abandonAfter = THREE_DAYS } = options
  if (!(abandonAfter > 0)) {
    throw new TypeError(`abandonAfter is ${abandonAfter}; pass milliseconds, more than 0.`)
  }
  return {
    ...options,
    mismatch: options.mismatch ?? 'flag',
    testPayments: options.testPayments ?? (isProduction() ? 'refuse' : 'accept'),
    abandonAfter,
    onError: guardedReport(options.onError),
    now: options.now ?? (() => new Date()),
  }
}

function isProduction(): boolean {
  return globalThis.process?.env?.NODE_ENV === 'production'
}
