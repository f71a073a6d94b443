import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { approve, buy, control, issue, log, open, openSandbox, openShop, rest } from './openSandbox.js'

describe('언제 보내나', () => {
  test('카드로 결제하면 paid 하나가 콘솔 주소로 가고, 금액도 서명도 들어 있지 않다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: `${shop.url}/hook` })
    const impUid = await buy(sandbox, { merchant_uid: 'order-a' })
    await vi.waitFor(() => expect(shop.received).toHaveLength(1))
    expect(shop.received[0]).toMatchObject({ path: '/hook', type: 'application/json' })
    expect(shop.received[0]?.body).toEqual({ imp_uid: impUid, merchant_uid: 'order-a', status: 'paid' })
  })

  test.each([
    ['trans', { method: 'trans', bankCode: '088' }],
    ['phone', { method: 'phone', carrier: 'SKT' }],
    ['kakaopay', { method: 'other' }],
  ])('%s로 결제해도 paid가 간다', async (pay_method, choice) => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    await approve(sandbox, await open(sandbox, { pay_method }), choice)
    await vi.waitFor(() => expect(shop.received.map(({ body }) => body.status)).toEqual(['paid']))
  })

  test('가상계좌는 발급에 ready, 입금에 paid, 입금이 되돌려지면 ready', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    const impUid = await issue(sandbox)
    const statuses = () => shop.received.map(({ body }) => body.status)
    await vi.waitFor(() => expect(statuses()).toEqual(['ready']))
    await control(sandbox, 'POST', `/payments/${impUid}/deposit`, {})
    await vi.waitFor(() => expect(statuses()).toEqual(['ready', 'paid']))
    expect((await rest(sandbox, 'GET', `/payments/${impUid}`)).response.status).toBe('paid')
    await control(sandbox, 'POST', `/payments/${impUid}/deposit/rollback`)
    await vi.waitFor(() => expect(statuses()).toEqual(['ready', 'paid', 'ready']))
    expect((await rest(sandbox, 'GET', `/payments/${impUid}`)).response).toMatchObject({
      status: 'ready',
      paid_at: 0,
      deposit_history: [],
    })
  })

  test('거절된 입금은 아무것도 알리지 않는다', async () => {
    const sandbox = await openSandbox({ webhookUrl: (await openShop()).url })
    const impUid = await issue(sandbox)
    expect((await control(sandbox, 'POST', `/payments/${impUid}/deposit`, { amount: 10 })).status).toBe(409)
    expect((await control(sandbox, 'POST', `/payments/${impUid}/deposit/rollback`)).status).toBe(409)
    expect(await log(sandbox)).toHaveLength(1)
  })

  test('실패하거나 그만둔 결제, 열기만 한 결제는 알리지 않는다', async () => {
    const sandbox = await openSandbox({ webhookUrl: (await openShop()).url, faults: ['declined'] })
    await open(sandbox)
    const declined = await buy(sandbox)
    const givenUp = await open(sandbox)
    await control(sandbox, 'POST', `/payments/${givenUp}/give-up`)
    expect((await rest(sandbox, 'GET', `/payments/${declined}`)).response.status).toBe('failed')
    expect((await rest(sandbox, 'GET', `/payments/${givenUp}`)).response.status).toBe('failed')
    expect(await log(sandbox)).toEqual([])
  })

  test('같은 결제를 두 번 승인해도 알림은 하나다', async () => {
    const sandbox = await openSandbox({ webhookUrl: (await openShop()).url })
    const impUid = await open(sandbox)
    const [one, two] = await Promise.all([approve(sandbox, impUid), approve(sandbox, impUid)])
    expect(two.body.response).toEqual(one.body.response)
    await approve(sandbox, impUid)
    expect(await log(sandbox)).toHaveLength(1)
  })

  test('콘솔의 취소는 취소 번호와 함께 알리고, 부분 취소마다 다른 번호다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    const impUid = await buy(sandbox)
    const first = await control(sandbox, 'POST', `/payments/${impUid}/cancel`, {
      amount: 5_000,
      reason: '변심',
    })
    const second = await control(sandbox, 'POST', `/payments/${impUid}/cancel`, {})
    await vi.waitFor(() => expect(shop.received).toHaveLength(3))
    const { cancel_history } = (await rest(sandbox, 'GET', `/payments/${impUid}`)).response
    expect(cancel_history).toMatchObject([
      { amount: 5_000, reason: '변심', cancellation_id: first.body.cancellationId },
      { amount: 50_000, cancellation_id: second.body.cancellationId },
    ])
    const cancels = shop.received.map(({ body }) => body).filter(({ status }) => status === 'cancelled')
    expect(new Set(cancels.map(({ cancellation_id }) => cancellation_id))).toEqual(
      new Set([first.body.cancellationId, second.body.cancellationId]),
    )
  })

  test('입금받은 가상계좌도 콘솔에서는 계좌를 묻지 않고 환불한다', async () => {
    const sandbox = await openSandbox()
    const impUid = await issue(sandbox)
    await control(sandbox, 'POST', `/payments/${impUid}/deposit`, {})
    const { body } = await control(sandbox, 'POST', `/payments/${impUid}/cancel`, {})
    expect(body).toMatchObject({ accepted: true, payment: { status: 'cancelled', cancel_amount: 55_000 } })
  })

  test('API 취소는 enable_webhook일 때에만 알린다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    const impUid = await buy(sandbox)
    const cancel = (more: object) =>
      rest(sandbox, 'POST', '/payments/cancel', { imp_uid: impUid, amount: 1_000, ...more })
    expect((await cancel({})).code).toBe(0)
    expect((await cancel({ enable_webhook: false })).code).toBe(0)
    expect(await log(sandbox)).toHaveLength(1)
    const { cancel_history } = (await cancel({ enable_webhook: true })).response as {
      cancel_history: { cancellation_id: string }[]
    }
    await vi.waitFor(() => expect(shop.received).toHaveLength(2))
    expect(shop.received[1]?.body).toMatchObject({
      imp_uid: impUid,
      status: 'cancelled',
      cancellation_id: cancel_history[2]?.cancellation_id,
    })
  })

  test('주소가 어디에도 없으면 보내지 않는다', async () => {
    const sandbox = await openSandbox()
    await buy(sandbox)
    expect(await log(sandbox)).toEqual([])
  })
})

describe('어디로, 어떻게', () => {
  test('notice_url이 있으면 콘솔 주소에는 가지 않고, 여럿이면 모두에 간다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: `${shop.url}/console` })
    await buy(sandbox, { notice_url: `${shop.url}/one` })
    await vi.waitFor(() => expect(shop.received.map(({ path }) => path)).toEqual(['/one']))
    await buy(sandbox, { notice_url: [`${shop.url}/a`, `${shop.url}/b`] })
    await vi.waitFor(() => expect(shop.received).toHaveLength(3))
    expect(
      shop.received
        .slice(1)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['/a', '/b'])
    expect((await log(sandbox)).map(({ url }) => new URL(url).pathname)).not.toContain('/console')
  })

  test('form으로 정하면 form 본문으로 온다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox({ webhookUrl: shop.url, webhookType: 'form' })
    const impUid = await buy(sandbox, { merchant_uid: '주문&1=가' })
    await vi.waitFor(() => expect(shop.received).toHaveLength(1))
    expect(shop.received[0]?.type).toBe('application/x-www-form-urlencoded')
    expect(shop.received[0]?.body).toEqual({ imp_uid: impUid, merchant_uid: '주문&1=가', status: 'paid' })
  })

  test('결제 결과는 웹훅의 답을 기다리지 않는다', async () => {
    let release = (_: number) => {}
    const held = new Promise<number>((resolve) => {
      release = resolve
    })
    const shop = await openShop(() => held)
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    const { body } = await approve(sandbox, await open(sandbox))
    expect(body.payment).toMatchObject({ status: 'paid' })
    expect((await log(sandbox))[0]?.state).toBe('sending')
    release(200)
    await vi.waitFor(async () => expect((await log(sandbox))[0]?.state).toBe('delivered'))
  })

  test('설정은 켜 둔 채로 바뀐다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox()
    await control(sandbox, 'PUT', '/settings', { webhookUrl: `${shop.url}/later` })
    await buy(sandbox)
    await vi.waitFor(() => expect(shop.received.map(({ path }) => path)).toEqual(['/later']))
    await control(sandbox, 'PUT', '/settings', { webhookUrl: null })
    await buy(sandbox)
    expect(await log(sandbox)).toHaveLength(1)
  })
})

describe('다시 보내기', () => {
  const ends = async (sandbox: Parameters<typeof log>[0], attempts: (number | null)[]) =>
    vi.waitFor(async () => {
      const [delivery] = await log(sandbox)
      expect(delivery?.attempts.map(({ status }) => status)).toEqual(attempts)
      return delivery
    })

  test('기본은 한 번뿐이다', async () => {
    const shop = await openShop(() => 500)
    const sandbox = await openSandbox({ webhookUrl: shop.url })
    await buy(sandbox)
    expect((await ends(sandbox, [500]))?.state).toBe('failed')
  })

  test('켜 두면 5xx가 그칠 때까지, 많아야 다섯 번 더 보낸다', async () => {
    const shop = await openShop((_, count) => (count < 3 ? 503 : 204))
    const sandbox = await openSandbox({ webhookUrl: shop.url, webhookRetries: 5 })
    await buy(sandbox)
    expect((await ends(sandbox, [503, 503, 204]))?.state).toBe('delivered')

    const down = await openShop(() => 500)
    const other = await openSandbox({ webhookUrl: down.url, webhookRetries: 5 })
    await buy(other)
    expect((await ends(other, [500, 500, 500, 500, 500, 500]))?.state).toBe('failed')
    expect(down.received).toHaveLength(6)
  })

  test.each([400, 404, 302])('%i로 답하면 다시 보내지 않는다', async (status) => {
    const shop = await openShop(() => status)
    const sandbox = await openSandbox({ webhookUrl: shop.url, webhookRetries: 5 })
    await buy(sandbox)
    expect((await ends(sandbox, [status]))?.state).toBe('failed')
  })

  test('상점이 꺼져 있으면 다시 보내고, 까닭을 남긴다', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const sandbox = await openSandbox({ webhookUrl: `http://127.0.0.1:${port}`, webhookRetries: 2 })
    await buy(sandbox)
    const delivery = await ends(sandbox, [null, null, null])
    expect(delivery?.state).toBe('failed')
    expect(delivery?.attempts[0]?.error).toMatch(/ECONNREFUSED|bad port/)
  })
})
