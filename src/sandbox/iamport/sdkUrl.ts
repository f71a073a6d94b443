import type { PageParts } from '../pageParts.js'
import { installIamport } from './installIamport.js'

type Installer = (target: Window) => void

const KEY = 'react-toss-checkout/sandbox'
const ids = new WeakMap<PageParts, string>()

function registry(): Map<string, Installer> {
  const owner = globalThis as { [key: symbol]: Map<string, Installer> | undefined }
  const key = Symbol.for(KEY)
  owner[key] ??= new Map()
  return owner[key]
}

/**
 * A script address that installs the stand-in on the page that loads it, from memory and without any network. It ends
 * in a comment, so a query appended for a retry is harmless. While the fault `script-blocked` is on, the tag fires
 * `error` and never `load`, just as behind an ad blocker; once the fault is off the same address works again.
 */
export function makeSdkUrl(parts: PageParts): string {
  const installers = registry()
  let id = ids.get(parts)
  if (!id) {
    id = `sandbox-${installers.size + 1}`
    ids.set(parts, id)
    installers.set(id, (target) => {
      if (parts.desk.faults.active.includes('script-blocked')) blockScript(target)
      else installIamport(target, parts)
    })
  }
  const script = `(function(i){i=window[Symbol.for("${KEY}")];i=i&&i.get("${id}");i&&i(window)})()`
  return `data:text/javascript,${encodeURIComponent(script)}//`
}

/** Turns the tag that is running into one that failed to load. */
function blockScript({ document }: Window): void {
  const tag = document.currentScript
  if (!tag) return
  const swallow = (event: Event) => event.stopImmediatePropagation()
  tag.addEventListener('load', swallow, { capture: true, once: true })
  tag.dispatchEvent(new Event('error'))
}
