import { createClock } from './clock.js'
import { createConfirm } from './createConfirm.js'
import { createFaults } from './faults.js'
import { createGateway } from './gateway.js'
import { installIamport } from './iamport/installIamport.js'
import { makeSdkUrl } from './iamport/sdkUrl.js'
import { createRestApp } from './restApp.js'
import type { Sandbox, SandboxOptions } from './sandbox.types.js'
import { resolveOptions, type SandboxParts } from './sandboxParts.js'
import { createStore } from './store.js'
import { showPhoneWindow } from './window/showPhoneWindow.js'

/**
 * Makes one sandbox: a gateway with its payments, clock and faults, the stand-in SDK and the REST half on top of it.
 * Two sandboxes share nothing, unless they have the same merchant code and the same `storage`.
 *
 * @example
 * const sandbox = createSandbox({ storage: sessionStorage })
 * sandbox.install(window) // window.IMP
 * await sandbox.fetch(new Request('https://api.iamport.kr/payments/find/order-1', { headers: { Authorization: token } }))
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const resolved = resolveOptions(options)
  const store = createStore(resolved.merchantCode, resolved.faults, resolved.storage)
  const clock = createClock(store)
  const faults = createFaults(store)
  const gateway = createGateway({ store, clock, options: resolved })
  const parts: SandboxParts = { gateway, clock, faults, options: resolved }
  const app = createRestApp({ store, clock, options: resolved })
  const fetch = async (request: Request) => app.fetch(request)
  return {
    gateway,
    clock,
    faults,
    fetch,
    confirm: createConfirm(fetch, resolved),
    install: (target = pageWindow('install')) => installIamport(target, parts),
    get sdkUrl() {
      return makeSdkUrl(parts)
    },
    showPhoneWindow: (target = pageWindow('showPhoneWindow')) => showPhoneWindow(target, parts),
  }
}

function pageWindow(method: string): Window {
  if (typeof window === 'undefined') {
    throw new Error(`sandbox.${method}() needs a page: there is no window here. In Node, pass one (jsdom's).`)
  }
  return window
}
