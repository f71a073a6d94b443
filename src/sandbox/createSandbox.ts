import { createSandboxCore } from './createSandboxCore.js'
import { installIamport } from './iamport/installIamport.js'
import { makeSdkUrl } from './iamport/sdkUrl.js'
import type { PageParts } from './pageParts.js'
import type { Sandbox, SandboxOptions } from './sandbox.types.js'
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
  const { core, desk, options: resolved } = createSandboxCore(options)
  const parts: PageParts = { desk, options: resolved }
  return {
    ...core,
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
