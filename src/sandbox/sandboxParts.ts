import type { Gateway, SandboxClock, SandboxFaults, SandboxOptions } from './sandbox.types.js'

/** Options with every default filled in; `storage` and `windowUrl` stay absent when the caller gave none. */
export type ResolvedSandboxOptions = Required<Omit<SandboxOptions, 'storage' | 'windowUrl'>> &
  Pick<SandboxOptions, 'storage' | 'windowUrl'>

/** What one sandbox is made of: the stand-in SDK, the window and the REST half all work on these. */
export interface SandboxParts {
  readonly gateway: Gateway
  readonly clock: SandboxClock
  readonly faults: SandboxFaults
  readonly options: ResolvedSandboxOptions
}

/** Fills in the defaults that `SandboxOptions` documents. */
export function resolveOptions(options: SandboxOptions): ResolvedSandboxOptions {
  return {
    ...options,
    merchantCode: options.merchantCode ?? 'imp00000000',
    impKey: options.impKey ?? 'sandbox_key',
    impSecret: options.impSecret ?? 'sandbox_secret',
    merchantName: options.merchantName ?? '샌드박스 상점',
    sdk: options.sdk ?? 'new',
    defaultModule: options.defaultModule ?? 'tosspayments',
    faults: options.faults ?? [],
    latency: options.latency ?? 0,
  }
}
