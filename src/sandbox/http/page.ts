import { createHttpDesk, type HttpDeskStart } from '../desk/createHttpDesk.js'
import { installIamport } from '../iamport/installIamport.js'
import type { PageOptions, PageParts } from '../pageParts.js'
import { showPhoneWindow } from '../window/showPhoneWindow.js'

/** What the server writes under the bundle made of this file: how this page's half of the sandbox is to behave. */
export interface PageSettings extends HttpDeskStart {
  /** Where the sandbox is, `http://127.0.0.1:4010`. */
  origin: string
  options: PageOptions
}

/** The served SDK: puts `window.IMP` on the page. */
export function install(settings: PageSettings): void {
  installIamport(window, partsOf(settings))
}

/** The phone's payment page. Without a payment in its address it says that it knows none. */
export function showPayPage(settings: PageSettings): void {
  if (showPhoneWindow(window, partsOf(settings))) return
  document.body.textContent = '결제 정보가 없는 주소예요. (?sandbox-pay=imp_…)'
}

function partsOf({ origin, options, ...start }: PageSettings): PageParts {
  return { desk: createHttpDesk(origin, start), options }
}
