import type { SettingsSwitch } from '../settings.js'
import { wait } from '../wait.js'
import { postToShop, type ShopPost } from './postToShop.js'
import type { WebhookDelivery } from './webhook.types.js'

/** Real ms a first delivery may take, and a repeated one (PortOne V1 docs). */
const FIRST_LIMIT_MS = 30_000
const REPEAT_LIMIT_MS = 15_000

/** What a delivery is made with. */
export interface DeliveryMeans extends Pick<ShopPost, 'send' | 'signal'> {
  settings: SettingsSwitch
  /** Real ms between two attempts. */
  retryDelay: number
}

/**
 * Sends one webhook and writes down how it went; resolves after the first attempt, while repetitions go on behind. Only
 * a network error, a timeout or a 5xx is tried again, `settings.webhookRetries` times: a 4xx never is.
 */
export async function deliver(delivery: WebhookDelivery, means: DeliveryMeans): Promise<void> {
  await attempt(delivery, means, FIRST_LIMIT_MS)
  if (mayRepeat(delivery, means)) void repeat(delivery, means)
}

async function repeat(delivery: WebhookDelivery, means: DeliveryMeans): Promise<void> {
  while (mayRepeat(delivery, means)) {
    delivery.state = 'waiting'
    await wait(means.retryDelay, means.signal)
    if (!means.signal.aborted) await attempt(delivery, means, REPEAT_LIMIT_MS)
  }
}

function mayRepeat({ attempts, state }: WebhookDelivery, { settings, signal }: DeliveryMeans): boolean {
  const status = attempts.at(-1)?.status ?? null
  const isOutage = status === null || status >= 500
  const repeated = attempts.length - 1
  return state !== 'delivered' && isOutage && repeated < settings.current.webhookRetries && !signal.aborted
}

async function attempt(delivery: WebhookDelivery, means: DeliveryMeans, limit: number): Promise<void> {
  delivery.state = 'sending'
  const startedAt = Date.now()
  const { url, type, body } = delivery
  const { status, error } = await postToShop({
    url,
    type,
    body,
    limit,
    send: means.send,
    signal: means.signal,
  })
  delivery.attempts.push({ startedAt, endedAt: Date.now(), status, error })
  delivery.state = status !== null && status >= 200 && status < 300 ? 'delivered' : 'failed'
}
