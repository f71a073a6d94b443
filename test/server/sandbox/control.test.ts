import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { startSandboxServer } from '../../../src/sandbox/http/startSandboxServer.js'
import { approve, buy, control, issue, log, open, openSandbox, openShop, rest } from './openSandbox.js'

describe('상태', () => {
  test('지금의 모습을 말하되 비밀은 말하지 않는다', async () => {
    const sandbox = await openSandbox({ impKey: 'my-key', impSecret: 'my-secret' })
    await open(sandbox)
    const { status, body } = await control(sandbox, 'GET', '/state')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      merchantCode: 'imp00000000',
      faults: [],
      clock: { ahead: 0 },
      settings: { webhookUrl: null, confirmUrl: null, webhookType: 'json', webhookRetries: 0 },
      payments: 1,
      webhooks: 0,
    })
    expect(JSON.stringify(body)).not.toContain('my-')
  })

  test('다른 출처의 페이지도 부를 수 있고, 답마다 사고와 시각이 머리말에 있다', async () => {
    const sandbox = await openSandbox({ faults: ['declined', 'webhook-late'] })
    const { headers } = await control(sandbox, 'GET', '/state')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-expose-headers')).toContain('sandbox-faults')
    expect(headers.get('sandbox-faults')).toBe('declined,webhook-late')
    expect(Number(headers.get('sandbox-time'))).toBeGreaterThan(1e12)
    const preflight = await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'OPTIONS',
      headers: { origin: 'http://shop.example', 'access-control-request-method': 'PUT' },
    })
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
  })

  test('사고를 바꾸고, 시계를 돌리면 입금 기한이 지난다', async () => {
    const sandbox = await openSandbox()
    await control(sandbox, 'PUT', '/faults', { faults: ['declined'] })
    expect((await approve(sandbox, await open(sandbox))).body.response).toHaveProperty('error_code')
    await control(sandbox, 'PUT', '/faults', { faults: [] })
    const impUid = await issue(sandbox)
    await control(sandbox, 'POST', '/clock', { advance: 30 * 86_400_000 })
    const { status, body } = await control(sandbox, 'POST', `/payments/${impUid}/deposit`, {})
    expect([status, body.error]).toEqual([409, '입금 기한이 지났습니다.'])
  })
})

describe('결제', () => {
  test('브라우저 없이 열고 승인하면 콜백의 답과 돌아갈 주소를 준다', async () => {
    const sandbox = await openSandbox()
    const impUid = await open(sandbox, {
      merchant_uid: 'order-p',
      m_redirect_url: 'https://shop.example/done?a=1',
    })
    expect((await control(sandbox, 'GET', `/payments/${impUid}`)).body).toMatchObject({
      response: null,
      returnUrl: null,
    })
    const { body } = await approve(sandbox, impUid)
    expect(body).toMatchObject({
      response: { imp_uid: impUid, merchant_uid: 'order-p' },
      returnUrl: `https://shop.example/done?a=1&imp_uid=${impUid}&merchant_uid=order-p`,
      payment: { status: 'paid' },
    })
    expect((await control(sandbox, 'GET', '/payments')).body.payments).toMatchObject([{ imp_uid: impUid }])
  })

  test('전화기와 구 SDK로도 연다', async () => {
    const sandbox = await openSandbox()
    const params = { amount: 1_000, merchant_uid: 'a' }
    const phone = await control(sandbox, 'POST', '/payments', { params, channel: 'mobile' })
    expect(phone.body).toMatchObject({ opened: false, response: { error_code: 'F400' } })
    const legacy = await control(sandbox, 'POST', '/payments', { params, channel: 'mobile', sdk: 'legacy' })
    const { impUid } = legacy.body.offer as { impUid: string }
    expect((await approve(sandbox, impUid)).body.response).toMatchObject({
      success: true,
      paid_amount: 1_000,
    })
  })

  test('카드 등록은 카드를 주어 승인하고, 거절은 까닭을 듣는다', async () => {
    const sandbox = await openSandbox()
    const card = { number: '4242-4242-4242-4242', expiry: '2099-12', birth: '820213', pwd2digit: '97' }
    const more = { customer_uid: 'card-1', amount: 0 }
    const stopped = { ...card, number: '4000-0000-0000-9979' }
    const refused = await approve(sandbox, await open(sandbox, more), { method: 'billing', card: stopped })
    expect(refused.body).toMatchObject({ response: { error_code: 'INVALID_STOPPED_CARD' } })
    const done = await approve(sandbox, await open(sandbox, more), { method: 'billing', card })
    expect(done.body).toMatchObject({ payment: { status: 'paid', amount: 0, customer_uid: 'card-1' } })
    expect(JSON.stringify([refused.body, done.body])).not.toMatch(/4242-4242|9979-|2099-12|820213/)
    expect((await rest(sandbox, 'GET', '/subscribe/customers/card-1')).response).toMatchObject({
      card_number: '424242******4242',
    })
  })

  test('카드 등록은 confirm_url에 묻지 않고, 웹훅도 보내지 않는다', async () => {
    const shop = await openShop(() => 500)
    const sandbox = await openSandbox({ confirmUrl: `${shop.url}/ok`, webhookUrl: `${shop.url}/hook` })
    const card = { number: '1234-1234-1234-1234', expiry: '2019-01' }
    const impUid = await open(sandbox, { customer_uid: 'card-1', amount: 0 })
    const { body } = await approve(sandbox, impUid, { method: 'billing', card })
    expect(body.response).not.toHaveProperty('error_code')
    expect([shop.received, await log(sandbox)]).toEqual([[], []])
  })

  test.each([
    { method: 'billing', card: { number: 4242424242424242, expiry: '2099-12' } },
    { method: 'billing', number: '4242-4242-4242-4242' },
    { method: 'card', number: '4242-4242-4242-4242' },
    '4242-4242-4242-4242',
  ])('알아듣지 못한 선택은 되풀이해 말하지 않는다: %j', async (choice) => {
    const sandbox = await openSandbox()
    const { status, body } = await control(
      sandbox,
      'POST',
      `/payments/${await open(sandbox, { customer_uid: 'card-1' })}/approve`,
      { choice },
    )
    expect([status, String(body.error)]).toEqual([400, expect.stringContaining('"method":"billing"')])
    expect(JSON.stringify(body)).not.toContain('4242')
  })

  test('그만두면 취소 코드를 준다', async () => {
    const sandbox = await openSandbox()
    const { body } = await control(sandbox, 'POST', `/payments/${await open(sandbox)}/give-up`)
    expect(body).toMatchObject({
      response: { error_code: 'PAY_PROCESS_CANCELED' },
      payment: { status: 'failed' },
    })
  })

  test('입금은 입금자와 함께 기록되고, 남은 돈보다 많은 환불은 게이트웨이의 말로 거절된다', async () => {
    const sandbox = await openSandbox()
    const impUid = await issue(sandbox)
    await control(sandbox, 'POST', `/payments/${impUid}/deposit`, { amount: 55_000, depositor: '홍길동' })
    expect((await rest(sandbox, 'GET', `/payments/${impUid}`)).response).toMatchObject({
      deposit_history: [{ amount: 55_000, depositor_name: '홍길동' }],
    })
    const { status, body } = await control(sandbox, 'POST', `/payments/${impUid}/cancel`, { amount: 55_001 })
    expect([status, body.error]).toEqual([409, '[NOT_CANCELABLE_AMOUNT] 취소 할 수 없는 금액 입니다.'])
  })
})

describe('웹훅', () => {
  test('본문을 위조해 콘솔 주소로 보내고, 어떻게 되었는지 듣는다', async () => {
    const shop = await openShop(() => 404)
    const sandbox = await openSandbox({ webhookUrl: shop.url, faults: ['webhook-lost'] })
    const forged = { imp_uid: 'imp_999', merchant_uid: '남의 주문', status: 'paid', amount: 1 }
    const { body } = await control(sandbox, 'POST', '/webhooks', forged)
    expect(body).toMatchObject({ cause: 'forged', state: 'failed', attempts: [{ status: 404 }] })
    expect(shop.received[0]?.body).toEqual(forged)
  })

  test('다시 보내면 처음의 주소로 같은 본문이 간다', async () => {
    const shop = await openShop()
    const sandbox = await openSandbox()
    await buy(sandbox, { notice_url: `${shop.url}/own` })
    await vi.waitFor(() => expect(shop.received).toHaveLength(1))
    await control(sandbox, 'PUT', '/settings', { webhookUrl: `${shop.url}/console` })
    const [{ id } = { id: '' }] = await log(sandbox)
    const { body } = await control(sandbox, 'POST', `/webhooks/${id}/resend`)
    expect(body).toMatchObject({ cause: 'resent', state: 'delivered' })
    expect(shop.received[1]).toMatchObject({ path: '/own', body: shop.received[0]?.body })
  })
})

describe('잘못된 부름', () => {
  test.each([
    ['PUT', '/faults', { faults: 'declined' }, /no list.*declined/],
    ['PUT', '/faults', { faults: ['declinedd'] }, /declinedd.*no such fault/],
    ['POST', '/clock', { advance: '1h' }, /advance is "1h".*milliseconds/],
    ['PUT', '/settings', { webhookUrl: '127.0.0.1:3000' }, /webhookUrl/],
    ['PUT', '/settings', { webhookURL: 'http://127.0.0.1' }, /"webhookURL" is no setting.*webhookUrl/],
    ['PUT', '/settings', { webhookRetries: 9 }, /0 to 5/],
    ['PUT', '/settings', '{oops', /JSON object/],
    ['POST', '/payments', { amount: 1 }, /params is missing/],
    ['POST', '/payments', { params: {}, channel: 'tv' }, /channel is "tv".*pc, mobile/],
    ['POST', '/payments', { params: {}, sdk: 'v2' }, /sdk is "v2".*new, legacy/],
    ['POST', '/payments/imp_1/approve', { choice: { method: 'card' } }, /choice is none of these.*cardCode/],
    ['POST', '/payments/imp_1/deposit', { amount: '55000' }, /amount is "55000"/],
    ['POST', '/payments/imp_1/cancel', { amount: 0 }, /amount is 0/],
    ['POST', '/webhooks', { imp_uid: 'imp_1' }, /nowhere to send/],
  ])('%s %s %o은 400이고 무엇을 보내야 하는지 말한다', async (method, path, body, message) => {
    const sandbox = await openSandbox()
    const answer = await control(sandbox, method, path, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatch(message)
  })

  test.each([
    ['GET', '/payments/imp_1'],
    ['POST', '/payments/imp_1/give-up'],
    ['POST', '/payments/imp_1/deposit'],
    ['POST', '/payments/imp_1/deposit/rollback'],
    ['POST', '/payments/imp_1/cancel'],
    ['POST', '/webhooks/webhook_9/resend'],
    ['GET', '/nothing'],
  ])('%s %s: 없는 것은 404다', async (method, path) => {
    const answer = await control(await openSandbox(), method, path)
    expect(answer.status).toBe(404)
    expect(answer.body.error).toMatch(/There is no/)
  })
})

describe('상태 파일', () => {
  test('다시 켜도 결제가 남아 있고, 파일은 주인만 읽는다', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
    const stateFile = join(folder, 'state.json')
    try {
      const first = await startSandboxServer({ stateFile })
      const impUid = await buy(first, { merchant_uid: 'kept' })
      await first.close()
      expect(statSync(stateFile).mode & 0o777).toBe(0o600)
      const second = await openSandbox({ stateFile })
      expect((await rest(second, 'GET', `/payments/${impUid}`)).response).toMatchObject({
        merchant_uid: 'kept',
        status: 'paid',
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('상태 파일이 아닌 파일은 덮어쓰지 않는다', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
    const stateFile = join(folder, 'package.json')
    writeFileSync(stateFile, '{"a": 1}')
    try {
      await expect(startSandboxServer({ stateFile })).rejects.toThrow(/no state file/)
      expect(readFileSync(stateFile, 'utf8')).toBe('{"a": 1}')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

test('페이지 스크립트가 없으면 503이고, 무엇을 실행할지 말한다', async () => {
  const { url } = await openSandbox({ pageScript: '/nowhere/page.js' })
  for (const path of ['/v1/iamport.js', '/js/iamport.payment-1.2.0.js', '/sandbox/pay.js']) {
    const response = await fetch(`${url}${path}`)
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')])
  }
})

test('이 컴퓨터 밖에서는 닿지 않게, 127.0.0.1에서만 듣는다', async () => {
  expect((await openSandbox()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
