import { PaymentError, type PaymentErrorCode } from '../payment/PaymentError.js'
import type { Iamport } from './iamport.types.js'

/** How the SDK gets onto the page. */
export interface SdkSettings {
  /** Merchant identification code (가맹점 식별코드), `imp` and 8 digits. */
  merchantCode: string
  /** Sub-merchant code, 3 upper-case letters or digits: uses `IMP.agency`. */
  tierCode?: string
  /**
   * Address of the SDK script. Default `https://cdn.iamport.kr/v1/iamport.js`, which the new module and `channelKey`
   * need. The 1.x scripts (`https://cdn.iamport.kr/js/iamport.payment-1.2.0.js`) need jQuery on the page first.
   */
  sdkUrl?: string
  /** CSP nonce put on the script tag. */
  nonce?: string
}

/** ms to wait for the script. Long for a phone on a train, short enough that a buyer is still there. */
const LOAD_LIMIT = 10_000

const codes = new WeakMap<Iamport, string>()
let loading: { url: string; done: Promise<void> } | undefined
let timedOut = 0

/** The initialised SDK when it is here already, so that a press can open the window in its own tick. */
export function readyIamport(settings: SdkSettings): Iamport | undefined {
  const imp = window.IMP
  if (!imp) return undefined
  const { merchantCode, tierCode } = settings
  const wanted = `${merchantCode} ${tierCode ?? ''}`
  const known = codes.get(imp)
  if (known === wanted) return imp
  if (!merchantCode) {
    throw new PaymentError('INVALID_PROVIDER', {
      message:
        __DEV__ &&
        `merchantCode is ${JSON.stringify(merchantCode)}. Give the merchant identification code (가맹점 식별코드) of the PortOne console, such as "imp00000000".`,
    })
  }
  if (known) {
    throw new PaymentError('MERCHANT_CODE_CONFLICT', {
      message:
        __DEV__ &&
        `merchantCode "${merchantCode}" was given, but this page already pays as "${known.trim()}". The SDK holds one merchant code per page; use one, or tierCode for sub-merchants.`,
    })
  }
  try {
    if (tierCode) imp.agency?.(merchantCode, tierCode)
    else imp.init(merchantCode)
  } catch (cause) {
    throw /jquery/i.test(String(cause))
      ? new PaymentError('JQUERY_MISSING', {
          cause,
          message:
            __DEV__ &&
            'this SDK script (1.x) needs jQuery 1.0 or later on the page before it. Load jQuery, or leave out sdkUrl for the script that needs none.',
        })
      : new PaymentError('SDK_THREW', { cause, message: __DEV__ && `IMP.init threw: ${cause}` })
  }
  codes.set(imp, wanted)
  return imp
}

/** Brings the SDK onto the page once, however many ask. A failure is forgotten, so the next press tries again. */
export async function loadIamport(settings: SdkSettings): Promise<Iamport> {
  const ready = readyIamport(settings)
  if (ready) return ready
  const { sdkUrl: url = 'https://cdn.iamport.kr/v1/iamport.js', nonce } = settings
  if (loading?.url !== url) {
    loading = { url, done: fetchScript(url, nonce) }
  }
  try {
    await loading.done
    return readyIamport(settings) as Iamport
  } catch (error) {
    loading = undefined
    throw error
  }
}

function fetchScript(url: string, nonce: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const adopted = [...document.scripts].find(
      (tag) => tag.src === url || /\bcdn\.iamport\.kr\//.test(tag.src),
    )
    const script = adopted ?? document.createElement('script')
    const fail = (code: PaymentErrorCode, message: string | false) => {
      script.remove()
      reject(new PaymentError(code, { message }))
    }
    const timer = setTimeout(() => {
      timedOut++
      fail(
        'SDK_TIMEOUT',
        __DEV__ &&
          `${url} did not arrive within ${LOAD_LIMIT} ms. The next press asks again under another address.`,
      )
    }, LOAD_LIMIT)
    script.addEventListener('load', () => {
      clearTimeout(timer)
      if (window.IMP) return resolve()
      fail(
        'SDK_ABSENT',
        __DEV__ && `${url} ran but left no window.IMP. Check that sdkUrl is the PortOne V1 script.`,
      )
    })
    script.addEventListener('error', () => {
      clearTimeout(timer)
      fail(
        'SDK_BLOCKED',
        __DEV__ &&
          `${url} could not be fetched. Allow it in your Content-Security-Policy (script-src), and check ad blockers and the network.`,
      )
    })
    if (adopted) return
    // A browser joins a second request to a hung one with the same address, so a retry after a timeout changes it.
    script.src = timedOut ? `${url}${url.includes('?') ? '&' : '?'}retry=${timedOut}` : url
    script.async = true
    if (nonce) script.nonce = nonce
    document.head.append(script)
  })
}
