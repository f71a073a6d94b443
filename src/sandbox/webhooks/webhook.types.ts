import type { RestPayment } from '../gateway/restPayment.types.js'

/** How a webhook's body is written; the console lets a merchant choose. */
export type WebhookType = 'json' | 'form'

/** A webhook's body: ids and a claim. It carries no amount and no signature (PortOne V1 docs). */
export interface WebhookBody {
  imp_uid?: unknown
  merchant_uid?: unknown
  status?: unknown
  /** In webhooks about a refund. */
  cancellation_id?: unknown
  /** A forged one may say anything. */
  [more: string]: unknown
}

/** One POST of a webhook, and how it was taken. Times in ms since 1970, real ones, not the sandbox clock's. */
export interface WebhookAttempt {
  startedAt: number
  endedAt: number
  /** HTTP status of the shop's answer; null when none came. */
  status: number | null
  /** Why no answer came; null when one did. */
  error: string | null
}

/** One webhook to one address. */
export interface WebhookDelivery {
  /** `webhook_1` and so on. */
  id: string
  /** `event`: the gateway's own; `forged`, `resent`: by the developer's hand, and then no fault touches it. */
  cause: 'event' | 'forged' | 'resent'
  url: string
  type: WebhookType
  body: WebhookBody
  /**
   * `waiting`: held back by a fault, or for its next attempt. `delivered`: answered 2xx. `failed`: answered otherwise or
   * not at all, and it will not be sent again. `lost`: never sent (`webhook-lost`).
   */
  state: 'waiting' | 'sending' | 'delivered' | 'failed' | 'lost'
  attempts: WebhookAttempt[]
  /** ms since 1970. */
  createdAt: number
}

/** The webhooks of one sandbox. */
export interface SandboxWebhooks {
  /** Every delivery since the sandbox was made, oldest first; in memory only. */
  readonly log: readonly WebhookDelivery[]
  /** Sends any body to `webhookUrl`, as an attacker may; resolves after the first attempt. Raises an `Error` without one. */
  forge(body: WebhookBody): Promise<WebhookDelivery>
  /** Sends a webhook again, to the address it went to; resolves after the first attempt. Raises an `Error` for an unknown id. */
  resend(id: string): Promise<WebhookDelivery>
}

/** Tells the shop about a change of a payment, after it was stored. Waits for nothing. */
export type Announce = (
  impUid: string,
  event: { status: RestPayment['status']; cancellationId?: string },
) => void
