import { readBillingKeyRecord } from '../payment/billingKey.js'
import type { CardFormData } from '../payment/checkCardForm.js'
import { PaymentError } from '../payment/PaymentError.js'
import type { CardFormOutcome } from './useCardForm.js'

/** ms the merchant's server has: it asks the gateway, which asks the card company. */
const ANSWER_LIMIT = 30_000

/** Why the card may not be sent there; undefined when it may. @internal */
export function refusalOf(action: string | undefined): PaymentError | undefined {
  const why = !action
    ? 'there is nowhere to post the card. Give the form an action, or the provider an endpoint.'
    : !URL.canParse(action, location.href)
      ? `the action is no address: ${JSON.stringify(action)}. Give an absolute URL or a path.`
      : isPrivate(new URL(action, location.href)) && isPrivate(new URL(location.href))
        ? undefined
        : 'card data goes over https, or over loopback on a developer’s machine. Serve the page and the action over https.'
  return why ? new PaymentError('INVALID_PROVIDER', { message: __DEV__ && why }) : undefined
}

function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** Sent once, never again by itself: a lost answer may be a registered card. @internal */
export async function postCard(action: string, card: CardFormData): Promise<CardFormOutcome> {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(card),
      cache: 'no-store',
      // Whose card it is, the session says; the routes may live on another host of the shop's.
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_LIMIT),
    })
    answer = await response.json()
  } catch {
    // Not even the browser's error goes along: nothing that was near the card does.
    return {
      status: 'unconfirmed',
      error: new PaymentError('CONFIRM_UNREACHABLE', {
        message: __DEV__ && 'the answer to the card form was lost; the card may be registered.',
      }),
    }
  }
  if (response.ok) return readRegistered(answer)
  const { code } = (answer ?? {}) as { code?: unknown }
  const refused = response.status >= 400 && response.status < 500
  const message =
    __DEV__ && `the server answered ${response.status}${typeof code === 'string' ? ` ${code}` : ''}.`
  return refused
    ? {
        status: 'failed',
        error: new PaymentError(response.status === 422 ? 'CARD_DATA_INVALID' : 'GATEWAY_CONFIGURATION', {
          message,
        }),
      }
    : { status: 'unconfirmed', error: new PaymentError('CONFIRM_UNREACHABLE', { message }) }
}

function readRegistered(answer: unknown): CardFormOutcome {
  try {
    const billingKey = readBillingKeyRecord(answer)
    if (billingKey?.status === 'registered') return { status: 'registered', billingKey }
    if (billingKey?.status === 'failed')
      return { status: 'failed', error: new PaymentError('CARD_DATA_INVALID') }
  } catch {
    // Read below: an answer of another shape says nothing about the card.
  }
  return {
    status: 'unconfirmed',
    error: new PaymentError('CONFIRM_REJECTED', {
      message: __DEV__ && 'the server answered no BillingKeyRecord with status registered or failed.',
    }),
  }
}
