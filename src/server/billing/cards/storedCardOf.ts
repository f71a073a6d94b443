import type { BillingKeyRecord } from '../../../payment/billingKey.js'
import type { BillingKey, BillingKeyCard } from '../../rest/subscribe/billingKey.types.js'
import type { StoredCard } from '../subscription.js'

/** What is kept of a key the gateway showed: its card, masked, and since when. */
export function storedCardOf(key: BillingKey, now: Date): Pick<StoredCard, 'card' | 'registeredAt'> {
  // Of several channels any shows the same card.
  const shown: BillingKeyCard | undefined = key.kind === 'card' ? key : key.succeededChannels[0]
  return {
    card: {
      code: maskDigits(shown?.cardCode ?? null),
      name: maskDigits(shown?.cardName ?? null),
      number: maskDigits(shown?.cardNumber ?? null),
      type: shown?.cardType ?? null,
    },
    registeredAt: shown?.updated ?? shown?.inserted ?? now,
  }
}

/** A stored card as the page is told of it. */
export function toBillingKeyRecord(
  { customerUid, merchantUid, status, card, registeredAt }: StoredCard,
  { impUid = null, failReason }: { impUid?: string | null; failReason?: string | null } = {},
): BillingKeyRecord {
  // One whose deletion was cut off is still there, to be deleted again.
  const isThere = status === 'registered' || status === 'deleting'
  return {
    customerUid,
    merchantUid,
    impUid,
    status: isThere ? 'registered' : status === 'registering' ? 'ready' : 'failed',
    ...(card && isThere && { card }),
    ...(registeredAt && isThere && { registeredAt: registeredAt.getTime() / 1000 }),
    ...(failReason !== undefined && { failReason }),
  }
}

/** The gateway masks card numbers. Should one come whole, all but its first six and last four digits are stars. */
export function maskDigits(text: string | null): string | null {
  return text?.replace(/\d(?:[-\s.]?\d){11,}/g, maskRun) ?? null
}

function maskRun(run: string): string {
  const count = run.replace(/\D/g, '').length
  let place = 0
  return run.replace(/\d/g, (digit) => {
    place++
    return place <= 6 || place > count - 4 ? digit : '*'
  })
}
