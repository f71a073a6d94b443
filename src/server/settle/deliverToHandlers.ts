import type { CheckoutOrder } from '../orders/checkoutOrder.js'
import type { Deliveries, DeliveryOptions } from '../orders/OrderStore.js'
import type { OrderEvent } from '../orders/orderEvent.js'
import type { GatewayReader } from './gatewayReader.js'
import { refundMisfit } from './refundMisfit.js'
import { isSecondOrder } from './secondOrder.js'
import type { SettlementSettings } from './settingsOf.js'

/** Hands out events that are due. What a handler throws goes to `onError`, and its event comes again. */
export async function deliverToHandlers<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  options: DeliveryOptions,
): Promise<Deliveries> {
  const { orders, onError, now } = settings
  const deliveries = await orders.deliver(
    async (event, order, tx) => {
      try {
        await tell(settings, gateway, event, order, tx)
      } catch (thrown) {
        onError(thrown, whereOf(event))
        throw thrown
      }
    },
    { now: now(), ...options },
  )
  for (const { event, error } of deliveries.undone ?? []) onError(toUndone(error), whereOf(event))
  return deliveries
}

/** In which happening of which order something went wrong, for whoever reads the log. */
export function whereOf({ happening, merchantUid }: OrderEvent): string {
  return `${happening.kind} of order ${merchantUid}`
}

/** A handler ended well, and the database did not keep what it did. */
export function toUndone(cause: unknown): Error {
  return new Error('the handler ended, but the database did not keep it; the event comes again.', { cause })
}

async function tell<Details, Tx>(
  settings: SettlementSettings<Details, Tx>,
  gateway: GatewayReader,
  event: OrderEvent,
  order: CheckoutOrder<Details>,
  tx: Tx,
): Promise<void> {
  const { happening } = event
  const context = { tx, event }
  switch (happening.kind) {
    case 'paid':
      return settings.onPaid?.(order, happening, context)
    case 'awaiting-deposit':
      return settings.onAwaitingDeposit?.(order, happening, context)
    case 'deposit-rolled-back':
      return settings.onDepositRolledBack?.(order, happening, context)
    case 'failed':
      return settings.onFailed?.(order, happening, context)
    case 'refunded':
      return settings.onRefunded?.(order, happening, context)
    case 'flagged': {
      // It pays for the order now: neither given back nor a person's to look at.
      if (order.impUid === event.impUid && !isSecondOrder(event)) return
      const refund = await refundMisfit(settings, gateway, event)
      if (refund) await settings.onFlagged?.(order, happening, { ...context, refund })
    }
  }
}
