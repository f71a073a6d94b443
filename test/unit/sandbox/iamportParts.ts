import { createClock } from '../../../src/sandbox/clock.js'
import { createFaults } from '../../../src/sandbox/faults.js'
import { createGateway } from '../../../src/sandbox/gateway.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'
import { resolveOptions, type SandboxParts } from '../../../src/sandbox/sandboxParts.js'
import { createStore } from '../../../src/sandbox/store.js'

/** What the stand-in SDK and the window work on, within reach of a test. */
export function makeParts(given: SandboxOptions = {}): SandboxParts {
  const options = resolveOptions(given)
  const store = createStore(options.merchantCode, options.faults)
  const clock = createClock(store)
  return { clock, options, faults: createFaults(store), gateway: createGateway({ store, clock, options }) }
}
