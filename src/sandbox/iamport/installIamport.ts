import type { PageParts } from '../pageParts.js'
import { createIamport } from './createIamport.js'

/**
 * Puts the stand-in SDK on a page as `window.IMP` and returns how to take it off again. A page that has an `IMP`
 * already keeps it, as with a second evaluation of the real script; the function returned then does nothing.
 *
 * Imitated, from reading and running iamport.payment-1.1.5/1.2.0: reserving before the frame is loaded and keeping only
 * the last request, alerts, writing onto the parameters, JSON (functions vanish), class names, the callback before the
 * window closes, at most one callback per request, swallowed exceptions, a request made inside a callback getting lost,
 * phones leaving the page, refusals before the window by callback even on phones.
 *
 * Not imitated: the network and its JSONP; `message` events from `https://service.iamport.kr` (the frame is of the same
 * origin and is called directly); several frames for several channels; `certification`, `communicate`, `naver_zzim`;
 * jQuery. The new SDK's file could not be read, so with `sdk: 'new'` everything but the callback object, `close` and
 * the refusals is the legacy SDK's habit. The close mark of `.imp-header`, which the real CSS hides for Toss, is
 * visible on a desktop so that a reviewer can close the overlay without any callback, as 1.1.5 does.
 */
export function installIamport(target: Window, parts: PageParts): () => void {
  if (target.IMP) return () => {}
  const { imp, remove } = createIamport(target, parts)
  target.IMP = imp
  return () => {
    remove()
    if (target.IMP === imp) delete target.IMP
  }
}
