import { Hono } from 'hono'
import { OrderRefused } from 'react-toss-checkout/server'
import type { MembershipPageData } from '../shop/membership.types.js'
import type { Membership } from './createMembership.js'
import type { GatewayClock } from './gatewayClock.js'
import { becomeMember, memberOf } from './members.js'
import { chargesOf, membershipOf } from './membershipRecords.js'
import { offers } from './offers.js'
import type { Queries } from './queries.js'
import { readDelivery } from './readDelivery.js'
import { ShopRefusal } from './ShopRefusal.js'

/** What the membership page asks the shop itself. Cards and charges go through the checkout routes. */
export function memberRoutes(queries: Queries, { billing }: Membership, clock: GatewayClock): Hono {
  const app = new Hono()

  const show = async (request: Request): Promise<MembershipPageData> => {
    const member = await memberOf(queries, request)
    return {
      member: member && { name: member.delivery.name },
      offers: [...offers],
      membership: member && (await membershipOf(billing, member.id, clock.now())),
      charges: member ? await chargesOf(queries, billing, member.id) : [],
    }
  }

  app.get('/membership', async (context) => context.json(await show(context.req.raw)))

  app.post('/member', async (context) => {
    const body = await context.req.json().catch(() => null)
    if (await memberOf(queries, context.req.raw))
      throw new ShopRefusal(409, 'MEMBER_ALREADY', '이미 회원이에요.')
    try {
      await becomeMember(queries, context, readDelivery(body?.delivery))
    } catch (thrown) {
      if (thrown instanceof OrderRefused)
        throw new ShopRefusal(422, thrown.code, thrown.buyerMessage ?? '적은 내용을 확인해 주세요.')
      throw thrown
    }
    return context.json({ ok: true }, 201)
  })

  return app
}
