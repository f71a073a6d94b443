import type { CallbackResponse } from '../../portone/iamport.types.js'
import { findPayment } from '../gateway/sandboxPayment.js'
import type { Gateway, SandboxClock, SandboxFaults } from '../sandbox.types.js'
import type { SettingsSwitch } from '../settings.js'
import type { SandboxStore } from '../store.js'
import { callConfirmUrl } from '../webhooks/callConfirmUrl.js'
import type { Webhooks } from '../webhooks/createWebhooks.js'
import type { ShopPost } from '../webhooks/postToShop.js'
import type { PaymentDesk } from './PaymentDesk.js'

export interface PageDeskParts extends Pick<ShopPost, 'send' | 'signal'> {
  store: SandboxStore
  gateway: Gateway
  clock: SandboxClock
  faults: SandboxFaults
  settings: SettingsSwitch
  webhooks: Pick<Webhooks, 'delivered'>
}

/** The desk over a gateway in the same page or process. */
export function createPageDesk(parts: PageDeskParts): PaymentDesk {
  const { store, gateway, clock, faults, settings, webhooks } = parts
  const deciding = new Map<string, Promise<CallbackResponse>>()

  /** Only the first decision counts: one that comes while the shop is still asked hears what that one led to. */
  const decide = (impUid: string, make: () => Promise<CallbackResponse>): Promise<CallbackResponse> => {
    const running = deciding.get(impUid)
    if (running) return running
    const made = make().finally(() => deciding.delete(impUid))
    deciding.set(impUid, made)
    return made
  }

  async function whyTheShopRefuses(impUid: string): Promise<string | null> {
    const payment = findPayment(store.read(), impUid)
    const url = payment?.confirmUrl ?? settings.current.confirmUrl
    // Asked just before an approval: registering a card approves nothing.
    if (!payment || payment.answer || payment.registration || !url) return null
    const { imp_uid, merchant_uid, amount } = payment.record
    return callConfirmUrl(url, { imp_uid, merchant_uid, amount }, parts)
  }

  async function untilWebhook(impUid: string): Promise<void> {
    const { active } = faults
    const heldBack = active.includes('webhook-late') || active.includes('webhooks-reordered')
    if (active.includes('webhook-early') && !heldBack) await webhooks.delivered(impUid)
  }

  return {
    open: async (...request) => gateway.open(...request),
    offer: async (impUid) => gateway.offer(impUid),
    approve: (impUid, choice) =>
      decide(impUid, async () => {
        const why = await whyTheShopRefuses(impUid)
        const response = why === null ? gateway.approve(impUid, choice) : gateway.refuseByShop(impUid, why)
        await untilWebhook(impUid)
        return response
      }),
    giveUp: (impUid) => decide(impUid, async () => gateway.giveUp(impUid)),
    returnUrl: async (impUid, response) => gateway.returnUrl(impUid, response),
    look: async () => {},
    faults,
    clock,
  }
}
