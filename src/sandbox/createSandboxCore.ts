import { chargeDueSchedules } from './billing/runSchedule.js'
import { createClock } from './clock.js'
import { createConfirm } from './createConfirm.js'
import { createConfirmBillingKey } from './createConfirmBillingKey.js'
import { createPageDesk } from './desk/createPageDesk.js'
import type { PaymentDesk } from './desk/PaymentDesk.js'
import { createFaults } from './faults.js'
import { createGateway } from './gateway.js'
import { createRestApp } from './restApp.js'
import type { SandboxCore, SandboxOptions } from './sandbox.types.js'
import { type ResolvedSandboxOptions, resolveOptions } from './sandboxParts.js'
import { createSettings } from './settings.js'
import { createStore, type SandboxStore } from './store.js'
import { createWebhooks } from './webhooks/createWebhooks.js'

/** A sandbox without its page half, and what the sandbox's own parts reach through to. */
export interface SandboxCoreParts {
  readonly core: SandboxCore
  readonly desk: PaymentDesk
  readonly store: SandboxStore
  readonly options: ResolvedSandboxOptions
  /** Makes every scheduled charge that the sandbox clock has passed. */
  chargeDue(): void
  /** Ends every call to the shop's server that is under way or still to come. */
  close(): void
}

/** Puts gateway, webhooks and REST half together. No React, no document: it runs in bare Node. */
export function createSandboxCore(given: SandboxOptions = {}): SandboxCoreParts {
  const options = resolveOptions(given)
  const settings = createSettings(given)
  const store = createStore(options.merchantCode, options.faults, options.storage)
  const clock = createClock(store)
  const faults = createFaults(store)
  const end = new AbortController()
  const toShop = { send: options.send, signal: end.signal }
  const retryDelay = options.webhookRetryDelay
  const webhooks = createWebhooks({ ...toShop, store, faults, settings, retryDelay })
  const { announce } = webhooks
  const gateway = createGateway({ store, clock, options, announce })
  const app = createRestApp({ store, clock, options, announce })
  const fetch = async (request: Request) => app.fetch(request)
  return {
    core: {
      ...{ gateway, clock, faults, fetch, settings, webhooks },
      confirm: createConfirm(fetch, options),
      confirmBillingKey: createConfirmBillingKey(fetch, options),
    },
    desk: createPageDesk({ ...toShop, store, gateway, clock, faults, settings, webhooks }),
    store,
    options,
    chargeDue: () => chargeDueSchedules({ store, clock, options, announce }),
    close: () => end.abort(),
  }
}
