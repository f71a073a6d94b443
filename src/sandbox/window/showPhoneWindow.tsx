import { createRoot } from 'react-dom/client'
import { leaveFor } from '../iamport/leaveFor.js'
import type { PageParts } from '../pageParts.js'
import type { WindowOffer } from '../sandbox.types.js'
import { createPaymentFrame } from './createPaymentFrame.js'
import { drawPaymentWindow } from './drawPaymentWindow.js'
import { type PhoneEnd, PhoneWindowEnd } from './PhoneWindowEnd.js'
import { readPhoneWindowUrl } from './phoneWindowUrl.js'
import { windowWords } from './windowWords.js'

const ID = 'sandbox-phone-window'

/**
 * Draws the payment page that a phone was sent to, over the whole page, and sends the buyer to the return URL
 * afterwards. True when the address names a payment (`#sandbox-pay=imp_…` or the same as a query): draw nothing of
 * your own then. The payment has to be remembered across the reload: give the sandbox a `storage`.
 *
 * With the fault `callback-lost` the buyer never comes back by themselves; without a return URL (the legacy SDK asks
 * for none) the page says so, where the real gateway shows a page of its own.
 */
export function showPhoneWindow(target: Window, parts: PageParts): boolean {
  const impUid = readPhoneWindowUrl(target.location)
  if (!impUid) return false
  const { document } = target
  if (document.getElementById(ID)) return true

  const page = document.createElement('div')
  page.id = ID
  page.style.cssText = `position:fixed;inset:0;z-index:99999;background:Canvas;color-scheme:light dark;
padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)`
  const frame = createPaymentFrame(document)
  frame.className = 'imp-frame-mobile'
  frame.style.cssText = 'display:block;border:0;width:100%;height:100%'
  frame.addEventListener('load', () => void draw(frame, impUid, target, parts), { once: true })
  page.append(frame)
  document.body.append(page)
  // Back leads to the shop's address, which differs in its `#` only, so the browser would keep this page.
  target.addEventListener('hashchange', () => {
    if (readPhoneWindowUrl(target.location) !== impUid) target.location.reload()
  })
  return true
}

async function draw(frame: HTMLIFrameElement, impUid: string, target: Window, { desk, options }: PageParts) {
  let offer: WindowOffer | null = null
  const end = (reason: PhoneEnd) => {
    const root = frame.contentDocument?.getElementById('root')
    if (root) createRoot(root).render(<PhoneWindowEnd reason={reason} language={offer?.language ?? 'ko'} />)
  }
  const fail = (error: unknown) => {
    console.error(error)
    end('unreachable')
  }
  try {
    offer = await desk.offer(impUid)
  } catch (error) {
    return fail(error)
  }
  if (!offer) return end('unknown')
  target.document.title = windowWords(offer).windowTitle
  const undraw = drawPaymentWindow(frame, {
    offer,
    parts: { desk, options },
    onEnd(response) {
      const leave = (url: string | null) => {
        if (url && !desk.faults.active.includes('callback-lost')) return leaveFor(target, url)
        undraw()
        end(url ? 'lost' : 'nowhere')
      }
      void desk.returnUrl(impUid, response).then(leave, (error) => {
        undraw()
        fail(error)
      })
    },
  })
}
