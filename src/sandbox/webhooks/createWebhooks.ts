import { findPayment } from '../gateway/sandboxPayment.js'
import type { Fault, SandboxFaults } from '../sandbox.types.js'
import type { SandboxStore } from '../store.js'
import { wait } from '../wait.js'
import { type DeliveryMeans, deliver } from './deliver.js'
import { createHoldBack } from './holdBack.js'
import type { Announce, SandboxWebhooks, WebhookBody, WebhookDelivery } from './webhook.types.js'

/** How long after the callback a webhook comes under `webhook-late`, real ms. */
export const LATE_WEBHOOK_MS = 2000

/** The sending half of a sandbox, for the parts that make events. */
export interface Webhooks extends SandboxWebhooks {
  announce: Announce
  /** Resolves once the first attempt of everything announced about this payment so far is over. */
  delivered(impUid: string): Promise<void>
}

export interface WebhookParts extends DeliveryMeans {
  store: SandboxStore
  faults: Pick<SandboxFaults, 'active' | 'subscribe'>
}

/**
 * Webhooks by the gateway's rules: to the payment's `notice_url`, each of them when there are several, else to the
 * console's address, else nowhere. What may become of them is up to the faults. Source: PortOne V1 docs, 웹훅 연동.
 */
export function createWebhooks(parts: WebhookParts): Webhooks {
  const { store, faults, settings, signal } = parts
  const log: WebhookDelivery[] = []
  const underWay = new Map<string, Promise<unknown>>()
  const holdBack = createHoldBack(faults, signal)

  const enter = (cause: WebhookDelivery['cause'], url: string, body: WebhookBody): WebhookDelivery => {
    const delivery: WebhookDelivery = {
      id: `webhook_${log.length + 1}`,
      cause,
      url,
      type: settings.current.webhookType,
      body,
      state: 'waiting',
      attempts: [],
      createdAt: Date.now(),
    }
    log.push(delivery)
    return delivery
  }

  const sendByHand = async (cause: 'forged' | 'resent', url: string, body: WebhookBody) => {
    const delivery = enter(cause, url, body)
    await deliver(delivery, parts)
    return structuredClone(delivery)
  }

  /** The faults count at the moment of the event. */
  async function dispatch(impUid: string, deliveries: WebhookDelivery[], active: readonly Fault[]) {
    if (active.includes('webhook-lost')) {
      for (const delivery of deliveries) delivery.state = 'lost'
      return
    }
    if (active.includes('webhook-late')) await wait(LATE_WEBHOOK_MS, signal)
    await holdBack(impUid, async () => {
      if (!signal.aborted) await Promise.all(deliveries.map((delivery) => deliver(delivery, parts)))
    })
  }

  const announce: Announce = (impUid, { status, cancellationId }) => {
    const payment = findPayment(store.read(), impUid)
    if (!payment || signal.aborted) return
    const { webhookUrl } = settings.current
    const urls = payment.noticeUrls ?? (webhookUrl ? [webhookUrl] : [])
    if (urls.length === 0) return
    const active = [...faults.active]
    const body: WebhookBody = {
      imp_uid: impUid,
      merchant_uid: payment.record.merchant_uid,
      status,
      ...(cancellationId && { cancellation_id: cancellationId }),
    }
    const times = active.includes('webhook-twice') ? [...urls, ...urls] : urls
    const deliveries = times.map((url) => enter('event', url, { ...body }))
    const before = underWay.get(impUid)
    const all = Promise.all([before, dispatch(impUid, deliveries, active)]).finally(() => {
      if (underWay.get(impUid) === all) underWay.delete(impUid)
    })
    underWay.set(impUid, all)
  }

  return {
    announce,
    delivered: async (impUid) => void (await underWay.get(impUid)),
    get log() {
      return structuredClone(log)
    },
    forge: async (body) => {
      const { webhookUrl } = settings.current
      if (!webhookUrl) throw new Error('There is nowhere to send it: set webhookUrl first.')
      return sendByHand('forged', webhookUrl, body)
    },
    resend: async (id) => {
      const original = log.find((delivery) => delivery.id === id)
      if (!original) throw new Error(`No webhook has the id ${JSON.stringify(id)}: look in the log.`)
      return sendByHand('resent', original.url, structuredClone(original.body))
    },
  }
}
