import { expect, test, vi } from 'vitest'
import { approve, buy, control, issue, log, open, openSandbox, openShop } from './openSandbox.js'

test('webhook-lost: 결제는 되었는데 웹훅은 오지 않고, 기록에는 사라졌다고 남는다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-lost'] })
  await buy(sandbox)
  expect(await log(sandbox)).toMatchObject([{ state: 'lost', attempts: [] }])
  sandbox.sandbox.faults.clear()
  await buy(sandbox)
  await vi.waitFor(async () => expect((await log(sandbox))[1]?.state).toBe('delivered'))
  expect(shop.received).toHaveLength(1)
})

test('webhook-twice: 똑같은 웹훅이 두 번 온다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-twice'] })
  await buy(sandbox)
  await vi.waitFor(() => expect(shop.received).toHaveLength(2))
  expect(shop.received[0]?.body).toEqual(shop.received[1]?.body)
})

test('webhooks-reordered: 입금 알림에 상점이 답한 뒤에야 발급 알림이 온다', async () => {
  let release = (_: number) => {}
  const held = new Promise<number>((resolve) => {
    release = resolve
  })
  const shop = await openShop((_, count) => (count === 1 ? held : 200))
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhooks-reordered'] })
  const impUid = await issue(sandbox)
  expect((await log(sandbox))[0]?.state).toBe('waiting')
  await control(sandbox, 'POST', `/payments/${impUid}/deposit`, {})
  await vi.waitFor(() => expect(shop.received.map(({ body }) => body.status)).toEqual(['paid']))
  expect((await log(sandbox)).map(({ state }) => state)).toEqual(['waiting', 'sending'])
  release(200)
  await vi.waitFor(() => expect(shop.received.map(({ body }) => body.status)).toEqual(['paid', 'ready']))
})

test('webhooks-reordered: 뒤따를 것이 없으면, 사고가 풀릴 때 온다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhooks-reordered'] })
  await buy(sandbox)
  expect((await log(sandbox))[0]?.state).toBe('waiting')
  await control(sandbox, 'PUT', '/faults', { faults: [] })
  await vi.waitFor(() => expect(shop.received).toHaveLength(1))
})

test('webhook-late: 결과를 듣고도 한참 뒤에 온다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-late'] })
  await buy(sandbox)
  expect((await log(sandbox))[0]?.state).toBe('waiting')
  expect(shop.received).toEqual([])
  await vi.waitFor(() => expect(shop.received).toHaveLength(1), { timeout: 20_000 })
})

test('webhook-early: 상점이 웹훅에 답한 뒤에야 결과가 온다', async () => {
  let release = (_: number) => {}
  const held = new Promise<number>((resolve) => {
    release = resolve
  })
  const shop = await openShop(() => held)
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-early'] })
  const impUid = await open(sandbox)
  let answered = false
  const approving = approve(sandbox, impUid).then((answer) => {
    answered = true
    return answer
  })
  await vi.waitFor(() => expect(shop.received).toHaveLength(1))
  // A round trip more: the answer had every chance to come.
  await log(sandbox)
  expect(answered).toBe(false)
  release(200)
  expect((await approving).body.payment).toMatchObject({ status: 'paid' })
  expect((await log(sandbox))[0]?.state).toBe('delivered')
})

test('webhook-early: 실패한 결제에는 기다릴 웹훅이 없다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-early', 'declined'] })
  const { body } = await approve(sandbox, await open(sandbox))
  expect(body.response).toHaveProperty('error_code')
  expect(shop.received).toEqual([])
})
