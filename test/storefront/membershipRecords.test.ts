import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  chargesOf,
  membershipOf,
  noteDecline,
  sendTea,
} from '../../examples/storefront/server/membershipRecords.js'
import type { Queries } from '../../examples/storefront/server/queries.js'
import { tables } from '../../examples/storefront/server/tables.js'
import { createSandbox } from '../../src/sandbox/index.js'
import type { Billing } from '../../src/server/billing/billing.types.js'
import { pgliteSubscriptionStore } from '../../src/server/billing/pgliteSubscriptionStore.js'
import { pgliteOrderStore } from '../../src/server/orders/pgliteOrderStore.js'
import {
  cards,
  DAY,
  type Membership,
  MINUTE,
  member,
  openMembership,
  plans,
} from '../server/billing/openMembership.js'

let database: PGlite
let queries: Queries
let shop: Membership
let isDown = false
/** ms the shop's clock is ahead of the gateway's. */
let ahead = 0

beforeAll(async () => {
  database = await PGlite.create()
  queries = {
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...params])).rows,
  }
  for (const statement of tables.split(';').filter((text) => text.trim())) await queries.query(statement)
  await queries.query(`INSERT INTO shop_member (id, session_hash, delivery) VALUES ($1, 'x', '{}')`, [member])
  const sandbox = createSandbox()
  shop = openMembership({
    ...{ sandbox, plans, drive: 'gateway', retry: { days: [] } },
    now: () => new Date(sandbox.clock.now() + ahead),
    fetch: async (request) => {
      if (isDown) throw new TypeError('fetch failed')
      return sandbox.fetch(request)
    },
    orders: pgliteOrderStore(database) as never,
    subscriptions: pgliteSubscriptionStore(database) as never,
    onPeriodPaid: sendTea as never,
    onChargeDeclined: noteDecline as never,
  })
})
beforeEach(() => {
  ahead = 0
})
afterAll(() => database.close())

const listed = async () =>
  (await chargesOf(queries, shop.billing as Billing, member)).map(
    ({ membershipId, merchantUid, state }) => `${merchantUid.slice(membershipId.length + 1)} ${state}`,
  )

it('방금 한 결제가 맨 위에 있다: 결제사의 시계가 느려도, 시도가 열 번이 넘어도, 새로 가입해도', async () => {
  const good = await shop.card()
  const { id, customerUid } = await shop.subscribe('monthly', cards.declined)
  for (let tries = 2; tries <= 10; tries++) await shop.billing.retryNow(member, id)
  expect(await listed()).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => `1-${number} declined`))
  ahead = 2_000
  await shop.billing.retryNow(member, id)
  ahead = 0
  await shop.billing.replaceCard(member, { from: customerUid, to: good })
  expect((await listed()).slice(0, 3)).toEqual(['1-12 paid', '1-11 declined', '1-10 declined'])
  await shop.pass(31 * DAY)
  expect((await listed()).slice(0, 2)).toEqual(['2-1 paid', '1-12 paid'])
  await shop.billing.cancel(member, id)
  await shop.billing.subscribe(member, { planId: 'weekly', customerUid: good })
  expect((await listed()).slice(0, 2)).toEqual(['1-1 paid', '2-1 paid'])
})

it('해지했어도 맡긴 결제를 아직 거두지 못했으면 더 결제될 수 있다고 하고, 거두면 그 말을 거둔다', async () => {
  const see = () => membershipOf(shop.billing as Billing, member, shop.now())
  const [membership] = await shop.billing.listSubscriptions(member)
  expect(await see()).toMatchObject({ status: 'active', mayStillBeCharged: false })
  isDown = true
  await shop.billing.cancel(member, membership?.id ?? '')
  expect(await see()).toMatchObject({ status: 'cancelled', mayStillBeCharged: true })
  isDown = false
  await shop.pass(MINUTE)
  expect(await see()).toMatchObject({ status: 'cancelled', mayStillBeCharged: false })
})
