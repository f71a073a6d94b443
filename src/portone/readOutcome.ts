import type { GatewayReason, PaymentErrorCode } from '../payment/PaymentError.js'
import { bracketedCode, classifyRefusal } from './classifyRefusal.js'

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
      beforeWindow?: true
    })
  /** Nothing that can be read. `merchantUid`, when there, is still worth asking about. */
  | (Ids & { said: 'nothing' })

const names = ['imp_uid', 'merchant_uid', 'success', 'imp_success', 'error_code', 'error_coe', 'error_msg']

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
  const fields = address ? readQuery(source) : readObject(source)
  const impUid = fields.imp_uid
  const ids: Ids = {
    ...(impUid && { impUid }),
    ...(fields.merchant_uid && { merchantUid: fields.merchant_uid }),
  }
  const message = decode(fields.error_msg) ?? null
  const sent = fields.error_code ?? fields.error_coe
  // Zeros are the gateways' word for no error.
  const code = (sent && /^0+$/.test(sent) ? undefined : sent) ?? bracketedCode(message) ?? null
  const gateway = { code, message }
  const flag = [fields.success, fields.imp_success].find((word) => /^(true|false)$/.test(word ?? ''))
  const meaning = classifyRefusal(gateway)
  if (flag ? flag === 'true' : !code && impUid && meaning !== 'dismissed') {
    return impUid ? { ...ids, said: 'done', impUid } : { ...ids, said: 'nothing' }
  }
  if (!flag && !code && !message) return { ...ids, said: 'nothing' }
  if (meaning === 'dismissed') return { ...ids, said: meaning, gateway }
  const known = meaning ?? 'GATEWAY_SYSTEM'
  const beforeWindow = !address && !impUid && /^(GATEWAY_CONF|REDIRECT)/.test(known)
  return { ...ids, said: 'failed', gateway, code: known, ...(beforeWindow && { beforeWindow }) }
}

type Fields = Partial<Record<string, string>>

function readQuery(source: string | URLSearchParams): Fields {
  const query = new URLSearchParams(
    typeof source === 'string' ? source.slice(source.indexOf('?') + 1).split('#')[0] : source,
  )
  const fields: Fields = {}
  for (const [name, value] of query) {
    if (names.includes(name)) fields[name] = text(value)
    else {
      const glued = /imp_uid=(.*)/.exec(value)
      if (glued) fields.imp_uid = text(glued[1])
    }
  }
  return fields
}

function readObject(source: unknown): Fields {
  const fields: Fields = {}
  for (const name of names) {
    try {
      fields[name] = text((source as Fields)[name])
    } catch {
      // A getter of somebody else's threw, or there is no object: the other fields may still be readable.
    }
  }
  return fields
}

function text(value: unknown): string | undefined {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value
  if (!/^(string|number|boolean)$/.test(typeof last)) return undefined
  const trimmed = String(last).trim()
  return /^(null|undefined|NaN|)$/.test(trimmed) ? undefined : trimmed
}

/** Percent-encoded once by some browsers and again by the legacy SDK. */
function decode(message: string | undefined): string | undefined {
  let decoded = message
  try {
    for (let times = 0; times < 2 && decoded && /%[\da-f]{2}/i.test(decoded); times++) {
      decoded = decodeURIComponent(decoded)
    }
  } catch {
    // A percent sign of the message's own.
  }
  return decoded
}
