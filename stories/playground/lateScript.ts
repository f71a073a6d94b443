import type { Sandbox } from 'react-toss-checkout/sandbox'

const KEY = 'react-toss-checkout/late-script'

/**
 * A script address whose `load` comes `delay` ms late, as on a train, and which installs the sandbox's SDK only then.
 * Asked for again after a time limit, it comes at once.
 */
export function lateSdkUrl(sandbox: Sandbox, delay: number): string {
  const id = Symbol.for(`${KEY}/${crypto.randomUUID()}`)
  let asked = 0
  const arrive = (tag: HTMLScriptElement) => {
    asked++
    if (asked > 1) return void sandbox.install(window)
    const swallow = (event: Event) => event.stopImmediatePropagation()
    tag.addEventListener('load', swallow, { capture: true, once: true })
    setTimeout(() => {
      if (!tag.isConnected) return
      sandbox.install(window)
      tag.dispatchEvent(new Event('load'))
    }, delay)
  }
  Object.assign(globalThis, { [id]: arrive })
  const script = `window[Symbol.for(${JSON.stringify(id.description)})](document.currentScript)`
  return `data:text/javascript,${encodeURIComponent(script)}//`
}
