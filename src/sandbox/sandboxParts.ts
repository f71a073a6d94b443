import type { SandboxOptions } from './sandbox.types.js'
import type { SandboxSettings } from './settings.js'

type Optional = 'storage' | 'windowUrl'

/** Options with every default filled in; `storage` and `windowUrl` stay absent when the caller gave none. */
export type ResolvedSandboxOptions = Required<Omit<SandboxOptions, Optional | keyof SandboxSettings>> &
  Pick<SandboxOptions, Optional>

/** Fills in the defaults that `SandboxOptions` documents. */
export function resolveOptions(options: SandboxOptions): ResolvedSandboxOptions {
  return {
    storage: options.storage,
    windowUrl: options.windowUrl,
    merchantCode: options.merchantCode ?? 'imp00000000',
    impKey: options.impKey ?? 'sandbox_key',
    impSecret: options.impSecret ?? 'sandbox_secret',
    merchantName: options.merchantName ?? '샌드박스 상점',
    sdk: options.sdk ?? 'new',
    defaultModule: options.defaultModule ?? 'tosspayments',
    faults: options.faults ?? [],
    latency: options.latency ?? 0,
    send: options.send ?? ((request) => fetch(request)),
    webhookRetryDelay: options.webhookRetryDelay ?? 60_000,
  }
}
