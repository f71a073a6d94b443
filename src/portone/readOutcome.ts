import type { GatewayReason, PaymentErrorCode } from '../payment/PaymentError.js'
import { classifyRefusal } from './classifyRefusal.js'

interface Ids {
  /** The gateway's payment number. Missing when the window never opened. */
  impUid?: string
  merchantUid?: string
}

/**
 * What the payment window says happened. Not what did: there is no `paid` here, because a callback can be lost and a
 * return URL edited. Whatever it says, the server is asked.
 */
export type WindowOutcome =
  /** The gateway claims an end without error: approved, virtual account issued, or billing key issued. */
  | (Ids & { said: 'done'; impUid: string })
  /** The buyer closed the window or gave up in it. */
  | (Ids & { said: 'dismissed'; gateway: GatewayReason })
  | (Ids & {
      said: 'failed'
      gateway: GatewayReason
      /** `GATEWAY_SYSTEM` until `explainGatewayCode` knows better. */
      code: PaymentErrorCode
      /**
       * True when a callback said that no window opened because of the shop's set-up, so that nothing can have been
       * charged by this attempt. Never true for a return URL, which the buyer can edit, nor for an order number that
       * was approved before.
       */
      beforeWindow: boolean
    })
  /** Nothing that can be read. `merchantUid`, when there, is still worth asking about. */
  | (Ids & { said: 'nothing' })

/**
 * Reads a callback object of either SDK generation, or the query of a return URL (`URLSearchParams`, a string with or
 * without the address before it, or an object as routers give it). Takes anything and never throws.
 *
 * `success`, else `imp_success`, decides when either is there (boolean or its word); the new SDK sends neither, and then
 * it is done when there is a payment number and no error. The words `null` and `undefined` count as missing. Of a
 * repeated key the last value counts: the gateway appends its result behind what the merchant's address already had.
 * Source: PortOne V1 docs and SDK 1.1.5/1.2.0, which misspells `error_code` as `error_coe` and forgets an `&`.
 */
export function readOutcome(source: unknown): WindowOutcome {
  const address = typeof source === 'string' || source instanceof URLSearchParams
  const fields = address ? readQuery(source) : source
  const read = (name: string): string | undefined => {
    try {
      const value: unknown = [(fields as Record<string, unknown>)[name]].flat().at(-1)
      const text = Object(value) === value ? '' : `${value}`.trim()
      return /^(null|undefined|NaN|)$/.test(text) ? undefined : text
    } catch {
      // A getter of somebody else's threw, or there is no object: the other fields may still be readable.
      return undefined
    }
  }
  const ids = { impUid: read('imp_uid'), merchantUid: read('merchant_uid') }
  const { impUid } = ids
  const flag = read('success') ?? read('imp_success')
  const message = decode(decode(read('error_msg') ?? '')) || null
  // Zeros are a gateway's word for no error. Some send their code in brackets before the message only.
  const code =
    (read('error_code') ?? read('error_coe') ?? '').replace(/^0+$/, '') ||
    (/^\[(\w+)\]/.exec(message ?? '')?.[1] ?? null)
  const gateway = { code, message }
  const meaning = classifyRefusal(gateway)
  if (flag === 'true' || (flag !== 'false' && !code && (impUid ? meaning !== 'dismissed' : !message))) {
    return impUid ? { said: 'done', ...ids, impUid } : { said: 'nothing', ...ids }
  }
  if (meaning === 'dismissed') return { said: meaning, ...ids, gateway }
  const beforeWindow = !address && !impUid && !!meaning && meaning !== 'ALREADY_PAID'
  return { said: 'failed', ...ids, gateway, code: meaning ?? 'GATEWAY_SYSTEM', beforeWindow }
}

/** The last value of every name; the `&` that the legacy SDK forgets before `imp_uid` is put back. */
function readQuery(source: string | URLSearchParams): Record<string, string> {
  const query = `${source}`.replace(/^[^?=&]*\?|#.*/gs, '').replace(/imp_uid(=|%3D)/g, '&imp_uid=')
  return Object.fromEntries(new URLSearchParams(query))
}

/** Some browsers hand the message over percent-encoded, and the legacy SDK encodes once more. */
function decode(message: string): string {
  try {
    return decodeURIComponent(message)
  } catch {
    // A percent sign of the message's own.
    return message
  }
}
