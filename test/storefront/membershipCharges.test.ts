import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { GatewayPayment } from './buyByHttp.js'
import { memberByHttp } from './memberByHttp.js'
import { openStorefront, type Storefront } from './openStorefront.js'

const minute = 60_000
const month = 31 * 24 * 60 * minute
/** Who works on a subscription has it for ten minutes; so long a dead server keeps it. */
const lease = 10 * minute

let shop: Storefront

beforeAll(async () => {
  shop = await openStorefront({ database: 'PostgreSQL', instances: 2, billingDrive: 'worker' })
}, 120_000)
afterEach(() => shop.control('PUT', 'faults', { faults: [] }))
afterAll(() => shop?.close())

const faults = (...names: string[]) => shop.control('PUT', 'faults', { faults: names })
const pass = (ms: number) => shop.control('POST', 'clock', { advance: ms })

/** What the gateway has of a period's charges. */
async function atGateway(period: number, subscription = 'sub_'): Promise<GatewayPayment[]> {
  const { payments } = await shop.control<{ payments: GatewayPayment[] }>('GET', 'payments')
  return payments.filter(({ merchant_uid: merchantUid }) =>
    new RegExp(`^${subscription}.*-${period}-\\d+$`).test(merchantUid),
  )
}

/** Periods the shop knows to be paid, and parcels made for them. */
async function inShop(period: number): Promise<{ paid: number; parcels: number }> {
  const [row] = await shop.query<{ paid: number; parcels: number }>(
    `SELECT count(*)::int AS paid, count(shop_parcel)::int AS parcels
     FROM shop_membership_charge charge LEFT JOIN shop_parcel USING (merchant_uid)
     WHERE period = $1 AND charge.state = 'paid'`,
    [period],
  )
  return row ?? { paid: 0, parcels: 0 }
}

/** Both servers, each of which may be the one that charges, end at the same moment. */
async function killBoth(): Promise<void> {
  await Promise.all([shop.servers[0]?.end('SIGKILL'), shop.servers[1]?.end('SIGKILL')])
}

describe('서버가 스스로 결제하는 멤버십 (PostgreSQL, 서버 두 대)', () => {
  it.each([
    {
      when: '결제사가 결제한 뒤 답을 받기 전에',
      mishaps: ['rest-slow', 'webhook-lost'],
      reached: async (id: string) => (await atGateway(2, id)).length > 0,
    },
    {
      when: '결제사가 결제하고 답이 사라진 뒤 알아보는 사이에',
      mishaps: ['rest-slow', 'rest-answer-lost', 'webhook-lost'],
      reached: async (id: string) => (await atGateway(2, id)).length > 0,
    },
    {
      when: '결제 요청을 보내고 결제되기 전에',
      mishaps: ['rest-slow', 'webhook-lost'],
      reached: async (id: string) =>
        (await shop.query('SELECT 1 FROM toss_checkout_orders WHERE merchant_uid = $1', [`${id}-2-1`]))
          .length > 0,
    },
  ])(
    '$when kill -9로 죽어도, 다시 켜면 그 달은 정확히 한 번 결제된다',
    async ({ mishaps, reached }) => {
      const member = memberByHttp(shop)
      await member.join()
      const { membership } = await member.see()
      const id = membership?.id ?? ''
      expect(membership).toMatchObject({ paidPeriods: 1, status: 'active' })

      // Just before it is due both servers get a token: the slow gateway is then slow about the charge alone.
      const { clock } = await shop.control<{ clock: { now: number } }>('GET', 'state')
      await pass((membership?.nextChargeAt ?? 0) * 1000 - clock.now - minute)
      await Promise.all(shop.servers.map(({ url }) => memberByHttp(shop, url).register()))
      await faults(...mishaps)
      await pass(2 * minute)
      await expect.poll(() => reached(id), { timeout: 40_000, interval: 100 }).toBe(true)
      await killBoth()
      const [before] = await shop.query<{ period: number }>(
        'SELECT period FROM toss_checkout_subscriptions WHERE id = $1',
        [id],
      )
      // Nobody has written it down.
      expect(before?.period).toBe(2)
      await faults('webhook-lost')
      await Promise.all([shop.restart(0), shop.restart(1)])

      await pass(lease + minute)
      await expect
        .poll(async () => (await member.see()).membership, { timeout: 40_000 })
        .toMatchObject({ paidPeriods: 2, status: 'active', declined: 0, charging: false })
      expect((await atGateway(2, id)).filter(({ status }) => status === 'paid')).toHaveLength(1)
      expect((await member.see()).charges.map(({ period, state }) => [period, state])).toEqual([
        [2, 'paid'],
        [1, 'paid'],
      ])
      // Nothing comes after it, however often the servers look again.
      await pass(2 * lease)
      await expect.poll(() => roundsSince(id), { timeout: 20_000 }).toBe(true)
      expect((await atGateway(2, id)).filter(({ status }) => status === 'paid')).toHaveLength(1)
    },
    150_000,
  )

  it('결제일이 된 구독 100건을 서버 두 대가 함께 맡아도 정확히 100번 결제한다', async () => {
    const before = await atGateway(2)
    const members = 100
    for (let joined = 0; joined < members; joined += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, at) => memberByHttp(shop, shop.servers[at % 2]?.url).join()),
      )
    }
    const paidBefore = (await inShop(2)).paid
    await pass(month)
    await expect.poll(async () => (await inShop(2)).paid - paidBefore, { timeout: 50_000 }).toBe(members)
    expect((await inShop(2)).parcels).toBe(paidBefore + members)

    const charged = (await atGateway(2)).slice(before.length)
    expect(charged.filter(({ status }) => status === 'paid')).toHaveLength(members)
    expect(charged.filter(({ status }) => status !== 'paid')).toEqual([])
    expect(new Set(charged.map(({ merchant_uid }) => merchant_uid)).size).toBe(members)
  }, 150_000)

  it('한 회원이 두 멤버십을 두 서버에 한꺼번에 신청해도 하나만 시작하고 한 번만 결제한다', async () => {
    for (let round = 0; round < 4; round++) {
      const member = memberByHttp(shop)
      const customerUid = await member.register()
      const answers = await Promise.all(
        shop.servers.flatMap(({ url }) => [
          member.subscribe('monthly', customerUid, url),
          member.subscribe('yearly', customerUid, url),
        ]),
      )
      expect(answers.filter((status) => status === 201)).toHaveLength(1)
      expect(answers.filter((status) => ![201, 409, 503].includes(status))).toEqual([])
      const rows = await shop.query<{ id: string }>(
        'SELECT id FROM toss_checkout_subscriptions WHERE customer_uid = $1',
        [customerUid],
      )
      expect(rows).toHaveLength(1)
      expect(await atGateway(1, rows[0]?.id)).toMatchObject([{ status: 'paid' }])
      // Whoever was turned away is not kept waiting.
      expect(await member.subscribe('yearly', customerUid)).toBe(409)
    }
  })

  /** Whether nobody has any work left with this subscription before its next charge. */
  async function roundsSince(id: string): Promise<boolean> {
    const [row] = await shop.query<{ rests: boolean }>(
      'SELECT check_at = next_charge_at AND charge_uid IS NULL AS rests FROM toss_checkout_subscriptions WHERE id = $1',
      [id],
    )
    return row?.rests === true
  }
})
