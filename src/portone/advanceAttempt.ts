import { checkPayment } from '../payment/checkOrder.js'
import type { Order } from '../payment/order.js'
import { PaymentError } from '../payment/PaymentError.js'
import type { Preparing } from '../payment/paymentState.js'
import { moduleOf } from '../payment/tossModule.js'
import { takeLease } from './attemptLease.js'
import { rememberAttempt } from './attemptMemory.js'
import { type Attempt, setState } from './attemptStore.js'
import { confirmAttempt, hear } from './confirmAttempt.js'
import type { Iamport } from './iamport.types.js'
import { isPhone } from './isPhone.js'
import { keptEnd } from './keptEnd.js'
import { loadIamport, readyIamport } from './loadIamport.js'
import { watchPaymentWindow } from './paymentWindow.js'
import { settleAttempt } from './settleAttempt.js'
import { toRequestPayParams } from './toRequestPayParams.js'

/** ms the merchant's server has to make an order: a server that never answers must not hold the button. */
const ORDER_LIMIT = 15_000

/**
 * Goes as far as it can without waiting: with the order known and the SDK warm, all the way into the window in the
 * tick of the press. Called again by whatever it had to wait for.
 */
export function advanceAttempt(attempt: Attempt, pressed: boolean): void {
  try {
    const { settings, options, registration } = attempt.plan
    // Known before anything is checked: an end of this order is shown where the order is.
    const order = attempt.order ?? knownOrder(attempt)
    ;(registration ?? settings).check()
    if (!order) return wait(attempt, 'order', makeOrder(attempt))
    const redirectUrl = options.redirectUrl ?? settings.redirectUrl
    checkPayment(order as Order, options, { phone: isPhone(), redirectUrl })
    if (!registration && keptEnd(order.merchantUid)) return void confirmAttempt(attempt)
    const lease = takeLease(order.merchantUid)
    if (lease !== true) return wait(attempt, 'order', lease.then(refuseOtherTab))
    const imp = readyIamport(settings)
    if (!imp) return wait(attempt, 'sdk', loadIamport(settings))
    // Popups need a live click: when waiting took too long, ask for one more.
    if (!pressed && navigator.userActivation?.isActive === false) return wait(attempt, 'press-again')
    openWindow(attempt, order as Order, imp, redirectUrl && new URL(redirectUrl, location.href).href)
  } catch (error) {
    failAttempt(attempt, error)
  }
}

/** Ends an attempt with an error of ours, or with whatever was thrown on the way. */
export function failAttempt(attempt: Attempt, error: unknown): void {
  settleAttempt(attempt, {
    status: 'failed',
    merchantUid: attempt.order?.merchantUid,
    error:
      error instanceof PaymentError
        ? error
        : new PaymentError('SDK_THREW', { cause: error, message: __DEV__ && `${error}` }),
  })
}

function wait(attempt: Attempt, waitingFor: Preparing['waitingFor'], what?: Promise<unknown>): void {
  setState(attempt, { status: 'preparing', merchantUid: attempt.order?.merchantUid, waitingFor })
  what?.then(
    () => {
      if (attempt.state.status === 'preparing') advanceAttempt(attempt, false)
    },
    (error) => failAttempt(attempt, error),
  )
}

function knownOrder(attempt: Attempt): Attempt['order'] {
  const { order } = attempt.plan
  if (typeof order !== 'function') attempt.order = order
  return attempt.order
}

async function makeOrder(attempt: Attempt): Promise<void> {
  const { order } = attempt.plan
  let cause: unknown
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${ORDER_LIMIT} ms`)), ORDER_LIMIT)
    })
    if (typeof order === 'function') attempt.order = await Promise.race([order(), late])
  } catch (error) {
    cause = error
  } finally {
    clearTimeout(timer)
  }
  if (!attempt.order) {
    throw new PaymentError('ORDER_UNAVAILABLE', {
      cause,
      message:
        __DEV__ &&
        `${cause ? `order() rejected: ${cause}` : 'there is no order'}. Pass {merchantUid, name, amount}, or a function that answers it from your server.`,
    })
  }
}

function refuseOtherTab(ours: boolean): void {
  if (ours) return
  throw new PaymentError('PAYMENT_IN_ANOTHER_TAB', {
    message:
      __DEV__ &&
      'another tab of this site has a payment window open for this very order. Go on there, or close that tab.',
  })
}

function openWindow(attempt: Attempt, order: Order, imp: Iamport, redirectUrl: string | undefined): void {
  const { merchantUid, name, amount, currency = 'KRW' } = order
  const { options } = attempt.plan
  const params = toRequestPayParams(order, options, { redirectUrl })
  const { payMethod, customerUid } = options
  rememberAttempt({ merchantUid, name, amount, currency, payMethod, customerUid, module: moduleOf(options) })
  attempt.stopWatching = watchPaymentWindow((sighting) => confirmAttempt(attempt, sighting))
  // What the record will be held against, whatever the merchant does to the object meanwhile.
  attempt.order = { ...order, merchantUid, name, amount, currency }
  attempt.openedAt = Date.now()
  setState(attempt, { status: 'in-window', merchantUid })
  // The SDK swallows what its callback throws and closes the window after it, so the answer is heard a task later.
  imp.request_pay(params, (response) => setTimeout(() => hear(attempt, response)))
}
