import { createSandboxCore } from '../../../src/sandbox/createSandboxCore.js'
import type { PageParts } from '../../../src/sandbox/pageParts.js'
import type { SandboxCore, SandboxOptions } from '../../../src/sandbox/sandbox.types.js'

/** What the stand-in SDK and the window work on, with the gateway behind their desk within reach of a test. */
export function makeParts(
  given: SandboxOptions = {},
): PageParts & SandboxCore & { options: { sdk: 'legacy' | 'new' } } {
  const { core, desk, options } = createSandboxCore(given)
  return { ...core, desk, options }
}
