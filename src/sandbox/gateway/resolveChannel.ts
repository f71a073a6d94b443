import type { RequestPayParams } from '../../portone/iamport.types.js'
import type { SandboxModule, SdkGeneration } from '../sandbox.types.js'
import { isRegistration } from './registration.js'

/** Toss's and PortOne's public test merchants. */
const testMid: Record<SandboxModule, string> = { uplus: 'tlgdacomxpay', tosspayments: 'iamporttest_3' }

/** PortOne's public test merchant for billing through the new module. */
export const BILLING_MID = 'iamporttest_4'

/** The module and merchant id a request goes to. */
export interface Channel {
  module: SandboxModule
  mid: string
}

/**
 * The channel of a request. `pg` is a code or `code.MID`; an unknown one falls back to the default channel without a
 * word, as at PortOne. A `channelKey` (new SDK; the legacy one has no code for it) has to begin with `channel-key-`,
 * else there is no such channel; one that contains `uplus` is the legacy module's, `tosspayments` the new one's. A card
 * is registered with a billing merchant, unless the request names another.
 */
export function resolveChannel(
  params: RequestPayParams,
  sdk: SdkGeneration,
  defaultModule: SandboxModule,
): Channel | null {
  const channel = (module: SandboxModule, mid?: string): Channel => {
    const usual = module === 'tosspayments' && isRegistration(params) ? BILLING_MID : testMid[module]
    return { module, mid: mid || usual }
  }
  if (sdk === 'new' && params.channelKey !== undefined && params.channelKey !== null) {
    const key: unknown = params.channelKey
    if (typeof key !== 'string' || !/^channel-key-./.test(key)) return null
    const module = key.includes('uplus') ? 'uplus' : key.includes('tosspayments') ? 'tosspayments' : null
    return channel(module ?? moduleOf(params.pg) ?? defaultModule)
  }
  const module = moduleOf(params.pg)
  const mid = module && String(params.pg).slice(module.length + 1)
  return channel(module ?? defaultModule, mid ?? undefined)
}

function moduleOf(pg: unknown): SandboxModule | null {
  const code = typeof pg === 'string' ? pg.split('.')[0] : null
  return code === 'uplus' || code === 'tosspayments' ? code : null
}
