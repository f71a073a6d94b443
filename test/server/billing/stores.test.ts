import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { SubscriptionStore } from '../../../src/server/billing/SubscriptionStore.js'
import { billingMigrations } from '../../../src/server/billing/sql/billingMigrations.js'
import { billingNames } from '../../../src/server/billing/sql/billingNames.js'
import type { StoredCard, Subscription } from '../../../src/server/billing/subscription.js'
import { DAY, MINUTE, member, openMembership, plans } from './openMembership.js'
import { kinds, openStores, type Stores } from './openStores.js'

const at = (minutes: number) => new Date(Date.UTC(2027, 0, 31, 1, 30) + minutes * MINUTE)
const masked = { code: '366', name: '신한카드', number: '424242******4242', type: 0 }

let serial = 0
function aCard(change: Partial<StoredCard> = {}): StoredCard {
  const customerUid = `card_${serial++}`
  const form = { merchantUid: null, createdAt: at(serial), registeredAt: at(serial) }
  return { customerUid, customerId: member, status: 'registered', card: masked, ...form, ...change }
}

function aSubscription(card: StoredCard, change: Partial<Subscription> = {}): Subscription {
  const id = `sub_${String(serial++).padStart(16, '0')}`
  return {
    ...{ id, customerId: card.customerId, customerUid: card.customerUid, status: 'active' },
    plan: { ...(plans.monthly as Subscription['plan']), id: `plan-${serial}` },
    ...{ anchorAt: at(0), period: 1, attempt: 0, usedNumbers: 0, nextChargeAt: at(0), chargeUid: null },
    ...{ checkAt: at(0), version: 1, createdAt: at(serial), updatedAt: at(serial) },
    ...change,
  }
}

describe.each(kinds)('cards and subscriptions in %s', (kind) => {
  let stores: Stores
  let store: SubscriptionStore
  beforeAll(() => {
    stores = openStores(kind, inject('postgres'))
    store = stores.subscriptions
  })
  afterAll(() => stores.close())

  /** A subscription that is stored. */
  const stored = async (change: Partial<Subscription> = {}): Promise<Subscription> => {
    const created = await store.createSubscription(aSubscription(await store.createCard(aCard()), change))
    if (!created) throw new Error('not created')
    return created
  }
  const refused = (code: string) => ({ name: 'OrderStoreError', code })

  it('a card comes back as it was stored, and as it was changed', async () => {
    const registering = aCard({ status: 'registering', card: null, registeredAt: null, merchantUid: 'reg-1' })
    expect(await store.createCard(registering)).toEqual(registering)
    expect(await store.findCard(registering.customerUid)).toEqual(registering)
    const change = { status: 'registered', card: masked, registeredAt: at(9) } as const
    const registered = { ...registering, ...change }
    expect(await store.changeCard(registering, change)).toEqual(registered)
    const deleting = { ...registered, status: 'deleting' } as const
    expect(await store.changeCard(registered, { status: 'deleting' })).toEqual(deleting)
    const deleted = { ...registered, status: 'deleted' } as const
    expect(await store.changeCard(deleting, { status: 'deleted' })).toEqual(deleted)
    expect(await store.findCard('nobody')).toBeNull()
    await expect(store.createCard(registering)).rejects.toMatchObject(refused('ORDER_EXISTS'))
    expect(await store.changeCard(aCard(), { status: 'failed' })).toBeNull()
  })

  it('whoever comes late does not change a card any more, least of all a deleted one', async () => {
    const card = await store.createCard(aCard())
    await store.changeCard(card, { status: 'deleting' })
    expect(await store.changeCard(card, { status: 'registered', card: masked })).toBeNull()
    expect(await store.findCard(card.customerUid)).toMatchObject({ status: 'deleting' })
    for (const [from, to] of [
      ['deleting', 'registered'],
      ['deleting', 'deleted'],
      ['deleted', 'registered'],
      ['deleted', 'deleting'],
    ] as const) {
      const changing = store.changeCard({ ...card, status: from }, { status: to })
      if (to === 'deleted') await changing
      else await expect(changing).rejects.toMatchObject(refused('ILLEGAL_CHANGE'))
    }
    expect(await store.findCard(card.customerUid)).toMatchObject({ status: 'deleted' })
  })

  it('a card is not deleted while a subscription charges it, or a charge of a cancelled one is out there', async () => {
    const { customerUid, ...before } = await stored({ chargeUid: null })
    const card = { customerUid, status: 'registered' } as const
    const deleting = () => store.changeCard(card, { status: 'deleting' })
    await expect(deleting()).rejects.toMatchObject(refused('ILLEGAL_CHANGE'))
    const over = { status: 'cancelled', nextChargeAt: null, chargeUid: `${before.id}-1-1` } as const
    const left = await store.advanceSubscription({ customerUid, ...before }, over, at(1))
    await expect(deleting()).rejects.toMatchObject(refused('ILLEGAL_CHANGE'))
    await store.advanceSubscription(left as Subscription, { chargeUid: null, checkAt: null }, at(2))
    expect(await deleting()).toMatchObject({ status: 'deleting' })
  })

  it('nothing begins to charge a card that is being deleted, or never was registered', async () => {
    const working = await stored()
    for (const status of ['registering', 'failed', 'deleting', 'deleted'] as const) {
      const card = await store.createCard(aCard({ status }))
      await expect(store.createSubscription(aSubscription(card))).rejects.toMatchObject(
        refused('ILLEGAL_CHANGE'),
      )
      const { customerUid } = card
      await expect(store.advanceSubscription(working, { customerUid }, at(1))).rejects.toMatchObject(
        refused('ILLEGAL_CHANGE'),
      )
    }
    expect(await store.findSubscription(working.id)).toEqual(working)
  })

  it('a customer finds their own cards and subscriptions, the newest first', async () => {
    const cards = [aCard({ customerId: 'lister' }), aCard(), aCard({ customerId: 'lister' })]
    for (const card of cards) await store.createCard(card)
    expect(await store.cardsOf('lister')).toEqual([cards[2], cards[0]])
    const older = await store.createSubscription(aSubscription(cards[0] as StoredCard))
    const newer = await store.createSubscription(aSubscription(cards[2] as StoredCard))
    expect(await store.subscriptionsOf('lister')).toEqual([newer, older])
    expect(await store.subscriptionsOf('nobody')).toEqual([])
  })

  it('registrations that nobody came back to are found, each after its time, the oldest first', async () => {
    const begun = (second: number, change: Partial<StoredCard> = {}) =>
      store.createCard(
        aCard({ status: 'registering', card: null, registeredAt: null, createdAt: at(second), ...change }),
      )
    const late = await begun(-100)
    const inWindow = await begun(-200, { merchantUid: 'reg-w1' })
    const earlier = await begun(-300)
    await begun(-100, { merchantUid: 'reg-w2' })
    await begun(-300, { status: 'failed' })
    await begun(-50)
    const found = await store.registeringSince?.({ form: at(-100), window: at(-200) }, 10)
    expect(found).toEqual([earlier, inWindow, late])
    expect(await store.registeringSince?.({ form: at(-100), window: at(-200) }, 1)).toEqual([earlier])
  })

  it.each([
    { number: '4242424242424242' },
    { number: '4242-4242-4242-4242' },
    { number: '3782 822463 10005' },
    { name: '카드 424242424242' },
  ])('a card number that nobody masked is not stored: %o', async (change) => {
    const whole = aCard({ card: { ...masked, ...change } })
    const storing = store.createCard(whole)
    await expect(storing).rejects.toMatchObject(refused('INVALID_ORDER'))
    const other = await store.createCard(aCard())
    await expect(store.changeCard(other, { card: whole.card })).rejects.toMatchObject(
      refused('INVALID_ORDER'),
    )
  })

  it('a subscription comes back as it was stored', async () => {
    const subscription = aSubscription(await store.createCard(aCard()))
    expect(await store.createSubscription(subscription)).toEqual(subscription)
    expect(await store.findSubscription(subscription.id)).toEqual(subscription)
    expect(await store.findSubscription('sub_nobodynobodynobod')).toBeNull()
  })

  it('of two who change a subscription at once, one does', async () => {
    const before = await stored()
    const [one, other] = await Promise.all([
      store.advanceSubscription(before, { chargeUid: `${before.id}-1-1` }, at(1)),
      store.advanceSubscription(before, { status: 'paused', nextChargeAt: null }, at(1)),
    ])
    expect([one, other].filter((each) => each !== null)).toHaveLength(1)
    expect(await store.findSubscription(before.id)).toMatchObject({ version: 2, updatedAt: at(1) })
  })

  it('a change changes what it names and nothing else', async () => {
    const before = await stored({ chargeUid: null })
    const change = { period: 2, attempt: 1, usedNumbers: 3, nextChargeAt: at(5), checkAt: at(6) }
    const after = await store.advanceSubscription(before, change, at(2))
    expect(after).toEqual({ ...before, ...change, version: 2, updatedAt: at(2) })
    const paused = { status: 'paused', nextChargeAt: null, checkAt: null } as const
    expect(after && (await store.advanceSubscription(after, paused, at(3)))).toMatchObject(paused)
  })

  it('a customer has one subscription to a plan, and another once it is over', async () => {
    const first = await stored()
    const again = aSubscription({ ...aCard(), customerUid: first.customerUid }, { plan: first.plan })
    expect(await store.createSubscription(again)).toBeNull()
    await store.advanceSubscription(first, { status: 'cancelled', nextChargeAt: null, checkAt: null }, at(1))
    expect(await store.createSubscription(again)).toEqual(again)
  })

  it.each<[string, Partial<Subscription>]>([
    ['an id of another form', { id: 'subscription' }],
    ['no such status', { status: 'sleeping' as 'active' }],
    ['period 0', { period: 0 }],
    ['more tries than numbers', { attempt: 2, usedNumbers: 1 }],
    ['active without a next charge', { nextChargeAt: null }],
    ['paused with a next charge', { status: 'paused' }],
    ['active and never looked at', { checkAt: null }],
    ['a charge of another subscription', { chargeUid: 'sub_aaaaaaaaaaaaaaaa-1-1' }],
    ['a card of somebody else', { customerId: 'stranger' }],
    ['a plan for nothing', { plan: { ...(plans.monthly as Subscription['plan']), amount: 0 } }],
  ])('refuses %s', async (_, change) => {
    const card = await store.createCard(aCard())
    const creating = store.createSubscription({ ...aSubscription(card), ...change })
    await expect(creating).rejects.toMatchObject(refused('INVALID_ORDER'))
  })

  it('what is over stays over, and a paid period stays paid', async () => {
    const before = await stored({ period: 3 })
    await expect(store.advanceSubscription(before, { period: 2 }, at(1))).rejects.toMatchObject(
      refused('ILLEGAL_CHANGE'),
    )
    const end = { status: 'cancelled', nextChargeAt: null, checkAt: null } as const
    const over = (await store.advanceSubscription(before, end, at(1))) as Subscription
    const again = { status: 'active', nextChargeAt: at(9), checkAt: at(9) } as const
    await expect(store.advanceSubscription(over, again, at(2))).rejects.toMatchObject(
      refused('ILLEGAL_CHANGE'),
    )
  })

  it('what is due is taken by one worker, the longest waiting first, and comes back when they die', async () => {
    const far = 1_000_000
    // Those of the other tests are out of the way.
    while ((await store.claimDue(at(far), 2 * far * MINUTE, 100)).length > 0);
    const now = 3 * far
    const [late, later, ahead] = [
      await stored({ checkAt: at(now - 5) }),
      await stored({ checkAt: at(now - 9) }),
      await stored({ checkAt: at(now + 1) }),
    ].map(({ id }) => id)
    // Those that were put out of the way come due as well at that time.
    const mine = async (minute: number, limit: number) =>
      (await store.claimDue(at(minute), 10 * MINUTE, limit)).filter(({ id }) =>
        [late, later, ahead].includes(id),
      )
    while ((await store.claimDue(at(2 * far + far), far * MINUTE, 0)).length > 0);
    const [a, b] = await Promise.all([mine(now, 1_000), mine(now, 1_000)])
    expect([...a, ...b].map(({ id }) => id).sort()).toEqual([late, later].sort())
    expect(
      [...a, ...b].every(({ version, checkAt }) => version === 2 && Number(checkAt) === Number(at(now + 10))),
    ).toBe(true)
    expect(await mine(now + 9, 1_000)).toMatchObject([{ id: ahead }])
    expect((await mine(now + 11, 1_000)).map(({ id }) => id).sort()).toEqual([late, later].sort())
  })
})

describe.each(['pglite', 'postgres'] as const)('a shop on %s', (kind) => {
  it('a handler that throws undoes the period it was told of, and is told again', async () => {
    const stores = openStores(kind, inject('postgres'))
    const { sql, schema } = stores
    let broken = true
    const told: number[] = []
    const shop = openMembership({
      ...stores,
      drive: 'worker',
      onPeriodPaid: async ({ period }, _, { tx }) => {
        const { query } = tx as { query: (text: string, params: unknown[]) => Promise<unknown> }
        await query(`insert into "${schema}".benefits (period) values ($1)`, [period - 1])
        if (broken) throw new Error('the mail server is down')
        told.push(period - 1)
      },
    })
    await (stores.orders as unknown as { migrate(): Promise<void> }).migrate()
    await sql?.(`create table "${schema}".benefits (period integer primary key)`)
    const { id, period } = await shop.subscribe('weekly')
    expect(period).toBe(1)
    expect(await sql?.(`select * from "${schema}".benefits`)).toEqual([])
    expect(shop.errors.map(({ error }) => String(error))).toContain('Error: the mail server is down')
    broken = false
    await shop.pass(MINUTE)
    await shop.pass(11 * MINUTE)
    expect(await shop.find(id)).toMatchObject({ period: 2, status: 'active' })
    await shop.pass(7 * DAY)
    expect(told).toEqual([1, 2])
    expect(await sql?.(`select period from "${schema}".benefits order by period`)).toEqual([
      { period: 1 },
      { period: 2 },
    ])
    expect(await shop.charges(id)).toHaveLength(2)
    await stores.close()
  })
})

describe('by hand in PostgreSQL', () => {
  it('the database itself keeps what was subscribed to, and counts versions', async () => {
    const stores = openStores('postgres', inject('postgres'))
    const card = await stores.subscriptions.createCard(aCard())
    const { id } = (await stores.subscriptions.createSubscription(aSubscription(card))) as Subscription
    const table = `"${stores.schema}".toss_checkout_subscriptions`
    const change = `update ${table} set plan = jsonb_set(plan, '{amount}', '1') where id = '${id}'`
    await expect(stores.sql?.(change)).rejects.toThrow('what was subscribed to does not change')
    await stores.sql?.(`update ${table} set attempt = 1, used_numbers = 1 where id = '${id}'`)
    expect(await stores.subscriptions.findSubscription(id)).toMatchObject({ version: 2, attempt: 1 })
    await stores.close()
  })

  it.each(['deletes the card', 'subscribes'] as const)(
    'who comes second waits for the one who %s, and is refused',
    async (first) => {
      const { subscriptions, sql, schema, close } = openStores('postgres', inject('postgres'))
      const card = await subscriptions.createCard(aCard())
      const subscription = aSubscription(card)
      const hand = new pg.Client({ connectionString: inject('postgres') })
      await hand.connect()
      await hand.query(`begin; set local search_path to "${schema}"`)
      const statements = {
        'deletes the card': `update toss_checkout_cards set status = 'deleting' where customer_uid = '${card.customerUid}'`,
        subscribes: `insert into toss_checkout_subscriptions values ('${subscription.id}', '${member}',
          '${card.customerUid}', '{"id": "plan", "amount": 1}', 'active', now(), 1, 0, 0, now(), null, now(), 1, now(), now())`,
      }
      await hand.query(statements[first])
      const second: Promise<unknown> =
        first === 'subscribes'
          ? subscriptions.changeCard(card, { status: 'deleting' })
          : subscriptions.createSubscription(subscription)
      const refusal = expect(second).rejects.toMatchObject({ code: 'ILLEGAL_CHANGE' })
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%${schema}%'`
      await expect.poll(() => sql?.(waiting), { timeout: 20_000 }).toHaveLength(1)
      await hand.query('commit')
      await refusal
      await Promise.all([hand.end(), close()])
    },
  )

  it('tables of the version before are brought up to date, with what is in them', async () => {
    const { subscriptions, sql, schema, close } = openStores('postgres', inject('postgres'))
    await sql?.(`create schema "${schema}"`)
    const names = billingNames(schema)
    const [tables] = billingMigrations
    for (const statement of tables?.(names) ?? []) await sql?.(statement)
    await sql?.(
      `create table ${names.migrations} (version integer primary key, applied_at timestamptz default now())`,
    )
    await sql?.(`insert into ${names.migrations} values (1)`)
    await sql?.(
      `insert into ${names.cards} values ('old', '${member}', 'registered', null, '{}', now(), now())`,
    )
    const old = await subscriptions.findCard('old')
    expect(await subscriptions.changeCard(old as StoredCard, { status: 'deleting' })).toMatchObject({
      status: 'deleting',
    })
    await close()
  })

  it('several instances may start at once on an empty database', async () => {
    const { schema, close, ...first } = openStores('postgres', inject('postgres'))
    const others = [1, 2, 3].map(() => openStores('postgres', inject('postgres'), schema))
    const lists = [first, ...others].flatMap(({ subscriptions, orders }) => [
      subscriptions.cardsOf(member),
      orders.list(),
    ])
    expect(await Promise.all(lists)).toEqual(lists.map(() => []))
    await Promise.all([close(), ...others.map((each) => each.close())])
  })
})
