import {
  type Billing,
  BillingError,
  type BillingRoutes,
  createBilling,
  createBillingRoutes,
  type OrderHandlers,
  type PortOneClient,
} from 'react-toss-checkout/server'
import { fulfilment } from './fulfilment.js'
import type { GatewayClock } from './gatewayClock.js'
import { memberOf, whileJoining } from './members.js'
import { noteDecline, sendTea } from './membershipRecords.js'
import { plans } from './offers.js'
import type { Database } from './openDatabase.js'
import type { OrderDetails } from './orderDetails.js'
import type { Queries } from './queries.js'
import type { Settings } from './readSettings.js'

export interface Membership {
  billing: Billing<OrderDetails, Queries>
  /** For the checkout routes' option of this name. */
  routes: BillingRoutes
  /** The shop's own, and for a membership's charges billing's. */
  handlers: OrderHandlers<OrderDetails, Queries>
}

/** Tea that is sent and charged by itself, on the database the orders live in. */
export function createMembership(
  { billingDrive, billingChannelKey, front }: Settings,
  { database, client, clock }: { database: Database; client: PortOneClient; clock: GatewayClock },
): Membership {
  const { orders, subscriptions } = database
  // Never told any card data: billing's errors hold none.
  const onError = (error: unknown, where: string) => console.error(`${where}:`, error)
  const billing = createBilling<OrderDetails, Queries>({
    ...{ client, orders, subscriptions, plans, onError },
    // Without it billing goes by the database's clock, which all servers of a shop share.
    ...(front.sandbox && { now: clock.now }),
    drive: billingDrive,
    channelKey: billingChannelKey,
    retry: { days: [1, 3] },
    testPayments: front.sandbox ? 'accept' : 'refuse',
    onPeriodPaid: sendTea,
    onChargeDeclined: noteDecline,
  })

  const routes = createBillingRoutes({
    billing: { ...billing, subscribe: subscribeOnce },
    customerOf: async (request) => (await memberOf(database, request))?.id ?? null,
    registrationName: '물빛찻장 카드 등록',
    onError,
  })

  /** One membership at a time: billing alone would take a monthly one beside a yearly one. */
  async function subscribeOnce(...[memberId, choice]: Parameters<typeof billing.subscribe>) {
    const joined = await whileJoining(database, memberId, async () => {
      const all = await billing.listSubscriptions(memberId)
      if (all.some(({ status }) => status !== 'cancelled'))
        throw new BillingError('ALREADY_SUBSCRIBED', `member "${memberId}"`)
      return billing.subscribe(memberId, choice)
    })
    if (!joined) throw new BillingError('CONTENDED', `member "${memberId}"`)
    return joined
  }

  return { billing, routes, handlers: billing.handlersWith(fulfilment) }
}
