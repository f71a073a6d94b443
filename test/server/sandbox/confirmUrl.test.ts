import { expect, test } from 'vitest'
import { approve, issue, log, open, openSandbox, openShop, rest } from './openSandbox.js'

test('승인 직전에 결제번호, 주문번호, 금액을 묻고, 그때의 기록은 아직 ready다', async () => {
  let during: unknown
  const shop = await openShop(async ({ body }) => {
    during = (await rest(sandbox, 'GET', `/payments/${body.imp_uid}`)).response.status
    return 200
  })
  const sandbox = await openSandbox({ confirmUrl: `${shop.url}/confirm` })
  const impUid = await open(sandbox, { merchant_uid: 'order-c' })
  const { body } = await approve(sandbox, impUid)
  expect(shop.received).toMatchObject([
    { path: '/confirm', body: { imp_uid: impUid, merchant_uid: 'order-c', amount: 55_000 } },
  ])
  expect(during).toBe('ready')
  expect(body.payment).toMatchObject({ status: 'paid' })
})

test.each([
  ['까닭을 말하며', { status: 400, body: JSON.stringify({ reason: '품절' }) }, '품절'],
  ['까닭 없이', { status: 500, body: 'oops' }, '알 수 없음'],
  ['200이 아닌 성공으로', { status: 204, body: '' }, '알 수 없음'],
])('상점이 %s 막으면 결제는 실패하고 돈은 나가지 않는다', async (_, answer, detail) => {
  const shop = await openShop(() => answer)
  const sandbox = await openSandbox({ confirmUrl: shop.url, webhookUrl: shop.url })
  const impUid = await open(sandbox)
  const { body } = await approve(sandbox, impUid)
  const text = `고객사 요청에 의해 결제를 중단합니다. (상세사유 : ${detail})`
  expect(body.response).toMatchObject({ imp_uid: impUid, error_msg: text })
  expect(body.payment).toMatchObject({ status: 'failed', fail_reason: text, paid_at: 0 })
  expect(await log(sandbox)).toEqual([])
})

test('상점에 닿지 않으면 승인하지 않는다', async () => {
  const sandbox = await openSandbox({ confirmUrl: 'http://127.0.0.1:1/' })
  const { body } = await approve(sandbox, await open(sandbox))
  expect(body.payment).toMatchObject({ status: 'failed' })
})

test('요청의 confirm_url이 콘솔의 것보다 앞서고, 가상계좌 발급도 묻는다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ confirmUrl: `${shop.url}/console` })
  await issue(sandbox, { confirm_url: `${shop.url}/own` })
  expect(shop.received.map(({ path }) => path)).toEqual(['/own'])
})

test('이미 끝난 결제는 다시 묻지 않고, 승인이 두 번 눌려도 한 번 묻는다', async () => {
  const shop = await openShop()
  const sandbox = await openSandbox({ confirmUrl: shop.url })
  const impUid = await open(sandbox)
  await Promise.all([approve(sandbox, impUid), approve(sandbox, impUid)])
  await approve(sandbox, impUid)
  expect(shop.received).toHaveLength(1)
})
