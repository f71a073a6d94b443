import type { PaymentDesk } from './desk/PaymentDesk.js'
import type { ResolvedSandboxOptions } from './sandboxParts.js'

/** How the stand-in SDK and the window are to behave on a page. */
export interface PageOptions
  extends Pick<ResolvedSandboxOptions, 'merchantCode' | 'sdk' | 'defaultModule' | 'latency' | 'windowUrl'> {
  /** A payment page of the sandbox's own, `http://127.0.0.1:4010/pay`: a phone goes there with `?sandbox-pay=imp_…`. */
  payPage?: string
}

/** What the page half of a sandbox works on: a desk to hand payments in at, wherever the gateway is. */
export interface PageParts {
  readonly desk: PaymentDesk
  readonly options: PageOptions
}
