import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buyByHttp, type GatewayPayment, type HttpBuyer } from './buyByHttp.js'
import { openStorefront, type Storefront } from './openStorefront.js'

let shop: Storefront

beforeAll(async () => {
  shop = await openStorefront({ database: 'PostgreSQL', instances: 2 })
}, 120_000)
afterEach(async () => {
  await faults()
  // Constraints stop a second parcel, but not a second try at one: it would be told by the stock or by the log.
  const [goods] = await shop.query<{ count: number; parcels: number }>(
    `SELECT count, (SELECT count(*)::int FROM shop_parcel WHERE state = 'preparing') AS parcels
     FROM shop_stock WHERE goods_id = 'moon-jar'`,
  )
  expect((goods?.count ?? 0) + (goods?.parcels ?? 0)).toBe(160)
  expect(shop.servers.map((server) => /paid of order.*/.exec(server.said())?.[0])).toEqual(
    shop.servers.map(() => undefined),
  )
})
afterAll(() => shop?.close())

const faults = (...names: string[]) => shop.control('PUT', 'faults', { faults: names })
const second = () => shop.servers[1]?.url ?? ''
const webhook = (impUid: string, server = shop.url, more: object = {}) =>
  fetch(`${server}/api/checkout/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ imp_uid: impUid, status: 'paid', ...more }),
  })

/** Parcels of the order, what its handlers were told at how many tries, and how it stands, as the database has it. */
async function stored(merchantUid: string) {
  const [order] = await shop.query<{ status: string; flag: string | null; imp_uid: string | null }>(
    'SELECT status, flag, imp_uid FROM toss_checkout_orders WHERE merchant_uid = $1',
    [merchantUid],
  )
  const parcels = await shop.query('SELECT 1 FROM shop_parcel WHERE merchant_uid = $1', [merchantUid])
  const told = await shop.query<{ failed: number }>(
    `SELECT attempts AS failed FROM toss_checkout_events WHERE merchant_uid = $1 AND key LIKE 'paid:%'`,
    [merchantUid],
  )
  return { ...order, parcels: parcels.length, told: told.map(({ failed }) => failed) }
}

/** Waits until the order is `status` and its handlers have run. */
async function until(merchantUid: string, status: string) {
  for (let look = 0; look < 150; look++) {
    const now = await stored(merchantUid)
    if (now.status === status && (status !== 'paid' || now.parcels > 0)) return now
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return stored(merchantUid)
}

const payment = async (impUid: string) =>
  (await shop.control<{ payment: GatewayPayment }>('GET', `payments/${impUid}`)).payment

async function orderAndOpen(buyer: HttpBuyer) {
  const order = await buyer.order()
  return { ...order, impUid: await buyer.open(order) }
}
/** Told once, and no try at it failed. */
const paidOnce = { status: 'paid', flag: null, parcels: 1, told: [0] }

describe('사고가 나도 주문은 옳게 끝나고 배송은 한 번만 준비한다', () => {
  it('결제창의 답이 사라져도 웹훅으로 결제 완료가 된다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await buyer.approve(impUid)
    expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
  })

  it('웹훅이 사라져도 결제창의 답으로 결제 완료가 된다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await faults('webhook-lost')
    await buyer.approve(impUid)
    expect((await stored(merchantUid)).status).toBe('pending')
    expect(await (await buyer.complete({ merchantUid, impUid })).json()).toMatchObject({ status: 'paid' })
    expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
  })

  it('웹훅과 결제창의 답이 두 서버에 두 번씩 한꺼번에 와도 한 번만 준비한다', async () => {
    const buyer = buyByHttp(shop)
    const orders: Awaited<ReturnType<typeof orderAndOpen>>[] = []
    for (let n = 0; n < 8; n++) orders.push(await orderAndOpen(buyer))
    await faults('webhook-lost')
    for (const { impUid } of orders) await buyer.approve(impUid)
    const answers = await Promise.all(
      orders.flatMap(({ merchantUid, impUid }) => [
        webhook(impUid),
        buyer.complete({ merchantUid, impUid }, second()),
        webhook(impUid, second()),
        buyer.complete({ merchantUid, impUid }),
      ]),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    for (const { merchantUid } of orders) {
      expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
    }
  })

  /** Approved, and every server killed while one of them asks a slow gateway about it: nobody has written it down. */
  async function killInBetween(buyer: HttpBuyer, ...more: string[]) {
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await faults('rest-slow', ...more)
    await buyer.approve(impUid)
    const asking = buyer.complete({ merchantUid, impUid }).catch(() => 'cut off')
    // The gateway takes eight seconds; long before that the request has come as far as it.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await Promise.all([shop.kill(0), shop.kill(1)])
    expect(await asking).toBe('cut off')
    await faults(...more)
    expect((await payment(impUid)).status).toBe('paid')
    expect((await stored(merchantUid)).status).toBe('pending')
    return { merchantUid, impUid }
  }

  it('승인과 기록 사이에 서버가 죽어도, 다시 켠 뒤 구매자의 화면이 결제 완료를 안다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await killInBetween(buyer)
    await shop.restart(0)
    expect(await (await buyer.complete({ merchantUid, impUid })).json()).toMatchObject({ status: 'paid' })
    expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
    await shop.restart(1)
  })

  it('승인과 기록 사이에 서버가 죽고 구매자도 떠나면, 다시 켠 서버가 스스로 알아낸다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid } = await killInBetween(buyer, 'webhook-lost')
    // Its time to be looked at has come while nobody ran; the other server stays away.
    await shop.query('UPDATE toss_checkout_orders SET check_at = now() WHERE merchant_uid = $1', [
      merchantUid,
    ])
    await shop.restart(0)
    expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
    await shop.restart(1)
  })

  it('게이트웨이 조회가 500이면 다시 보내라고 답하고, 나으면 결제 완료가 된다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await faults('webhook-lost', 'confirm-down')
    await buyer.approve(impUid)
    expect((await webhook(impUid)).status).toBe(503)
    expect((await buyer.complete({ merchantUid, impUid })).status).toBeGreaterThanOrEqual(500)
    expect((await stored(merchantUid)).status).toBe('pending')
    await faults()
    expect((await webhook(impUid)).status).toBe(200)
    expect(await until(merchantUid, 'paid')).toMatchObject(paidOnce)
  })

  it('브라우저에서 금액을 바꾸면 사전 등록한 금액과 달라 결제창이 열리지 않는다', async () => {
    const buyer = buyByHttp(shop)
    const order = await buyer.order()
    await expect(buyer.open({ ...order, amount: 100 })).rejects.toThrow(/did not open/)
    expect((await stored(order.merchantUid)).status).toBe('pending')
  })

  it('그래도 다른 금액이 승인되면 준비하지 않고 사람이 보게 표시한다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await faults('amount-tampered')
    expect((await buyer.approve(impUid)).amount).toBe(100)
    await webhook(impUid)
    expect((await buyer.complete({ merchantUid, impUid })).status).toBe(409)
    expect(await stored(merchantUid)).toMatchObject({
      status: 'pending',
      flag: 'amount-differs',
      parcels: 0,
      told: [],
    })
    expect((await payment(impUid)).cancel_amount).toBe(0)
  })

  it('승인된 주문번호로는 결제창이 다시 열리지 않는다', async () => {
    const buyer = buyByHttp(shop)
    const order = await buyer.order()
    const impUid = await buyer.open(order)
    await buyer.approve(impUid)
    await expect(buyer.open(order)).rejects.toThrow(/승인/)
    expect(await until(order.merchantUid, 'paid')).toMatchObject(paidOnce)
  })

  it('남의 결제번호로 꾸민 웹훅은 그 결제의 주문만, 그것도 사실대로만 움직인다', async () => {
    const [mine, other] = [buyByHttp(shop), buyByHttp(shop)]
    const [unpaid, paid] = [await orderAndOpen(mine), await orderAndOpen(other)]
    await faults('webhook-lost')
    await other.approve(paid.impUid)
    // It claims that somebody else's payment is for this order, and that an unpaid one is paid.
    expect((await webhook(paid.impUid, shop.url, { merchant_uid: unpaid.merchantUid })).status).toBe(200)
    expect((await webhook(unpaid.impUid)).status).toBe(200)
    expect((await webhook('imp_999999999999')).status).toBe(404)
    expect(await until(paid.merchantUid, 'paid')).toMatchObject(paidOnce)
    expect(await stored(unpaid.merchantUid)).toMatchObject({ status: 'pending', parcels: 0 })
  })

  it('돌아오는 주소의 결제번호를 남의 것으로 바꿔도 자기 주문의 사실만 보인다', async () => {
    const [mine, other] = [buyByHttp(shop), buyByHttp(shop)]
    const [unpaid, paid] = [await orderAndOpen(mine), await orderAndOpen(other)]
    await other.approve(paid.impUid)
    const answer = await mine.complete({ merchantUid: unpaid.merchantUid, impUid: paid.impUid })
    expect(await answer.json()).toMatchObject({ impUid: unpaid.impUid, status: 'ready' })
    expect((await mine.complete({ merchantUid: paid.merchantUid, impUid: paid.impUid })).status).toBe(403)
    expect((await stored(unpaid.merchantUid)).status).toBe('pending')
    expect(await until(paid.merchantUid, 'paid')).toMatchObject(paidOnce)
  })

  it('품절이면 승인 직전의 확인에서 결제를 멈춘다', async () => {
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    const [before] = await shop.query<{ count: number }>(
      `UPDATE shop_stock SET count = 0 WHERE goods_id = 'moon-jar' RETURNING (SELECT count FROM shop_stock WHERE goods_id = 'moon-jar')`,
    )
    const refused = await buyer.approve(impUid)
    await shop.query(`UPDATE shop_stock SET count = $1 WHERE goods_id = 'moon-jar'`, [before?.count])
    expect(refused).toMatchObject({ status: 'failed' })
    expect(await stored(merchantUid)).toMatchObject({ parcels: 0 })
  })

  it('종료하라는 말을 들은 서버는 답한 뒤 하던 배송 준비를 마치고 꺼진다', async () => {
    await faults('webhook-lost')
    const buyer = buyByHttp(shop)
    const { merchantUid, impUid } = await orderAndOpen(buyer)
    await buyer.approve(impUid)
    const server = shop.servers[1] as NonNullable<(typeof shop.servers)[1]>
    const letGo = await shop.hold('LOCK TABLE shop_parcel IN ACCESS EXCLUSIVE MODE')
    const answer = await webhook(impUid, server.url)
    const ending = server.end('SIGTERM')
    await expect
      .poll(() =>
        fetch(`${server.url}/healthz`).then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('down')
    await letGo()
    await ending
    expect(answer.status).toBe(200)
    expect(server.said()).not.toContain('after calling end')
    expect(await stored(merchantUid)).toMatchObject(paidOnce)
    await shop.restart(1)
  })
})

describe('PGlite 위의 서버 한 대', () => {
  let careful: Storefront
  let buyer: HttpBuyer

  beforeAll(async () => {
    careful = await openStorefront({ database: 'PGlite', mismatch: 'refund' })
    buyer = buyByHttp(careful)
  }, 120_000)
  afterEach(() => careful.control('PUT', 'faults', { faults: [] }))
  afterAll(() => careful?.close())

  const gatewayHas = async (impUid: string) =>
    (await careful.control<{ payment: GatewayPayment }>('GET', `payments/${impUid}`)).payment

  it('맞지 않는 돈을 돌려주기로 했으면, 다른 금액이 승인되어도 준비하지 않고 전액 돌려준다', async () => {
    const order = await buyer.order()
    const impUid = await buyer.open(order)
    await careful.control('PUT', 'faults', { faults: ['amount-tampered'] })
    await buyer.approve(impUid)
    await buyer.complete({ merchantUid: order.merchantUid, impUid })
    await expect.poll(async () => (await gatewayHas(impUid)).cancel_amount, { timeout: 20_000 }).toBe(100)
    // And the shopkeeper need not look at it any more.
    await expect
      .poll(() => buyer.see(order.merchantUid))
      .toMatchObject({
        flag: 'amount-differs',
        parcel: null,
        misfits: [{ returnedAt: expect.any(Number) }],
      })
  })

  it('승인과 기록 사이에 죽어도 파일은 상하지 않고, 다시 켜면 결제 완료가 되어 한 번만 준비한다', async () => {
    const order = await buyer.order()
    const { merchantUid } = order
    const impUid = await buyer.open(order)
    await careful.control('PUT', 'faults', { faults: ['rest-slow', 'webhook-lost'] })
    await buyer.approve(impUid)
    const asking = buyer.complete({ merchantUid, impUid }).catch(() => 'cut off')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await careful.kill(0)
    expect(await asking).toBe('cut off')
    await careful.control('PUT', 'faults', { faults: ['webhook-lost'] })
    expect((await gatewayHas(impUid)).status).toBe('paid')
    await careful.restart(0)
    expect(await buyer.see(merchantUid)).toMatchObject({ status: 'pending', parcel: null })
    const answers = await Promise.all([1, 2, 3].map(() => buyer.complete({ merchantUid, impUid })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await expect
      .poll(() => buyer.see(merchantUid), { timeout: 20_000 })
      .toMatchObject({ status: 'paid', parcel: 'preparing' })
    expect(careful.servers[0]?.said()).not.toContain('paid of order')
  })
})
