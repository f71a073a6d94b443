import { afterEach, expect, test, vi } from 'vitest'
import { createSandboxCore } from '../../../src/sandbox/createSandboxCore.js'
import { SLOW_LOOKUP_MS } from '../../../src/sandbox/faults.js'
import { buy, control, openSandbox, rest, tokenOf } from './openSandbox.js'

afterEach(() => {
  vi.useRealTimers()
})

const asking = (authorization: string, more: RequestInit = {}) => ({
  ...more,
  headers: { authorization, 'content-type': 'application/json' },
})

test('rest-error: 토큰까지 모두 500이다', async () => {
  const sandbox = await openSandbox()
  const impUid = await buy(sandbox)
  const token = await tokenOf(sandbox)
  sandbox.sandbox.faults.set('rest-error')
  const paths = ['/users/getToken', '/payments/cancel', '/payments/prepare', `/payments/${impUid}`]
  for (const [index, path] of paths.entries()) {
    const method = index < 3 ? 'POST' : 'GET'
    const response = await fetch(
      `${sandbox.url}${path}`,
      asking(token, { method, ...(index < 3 && { body: '{}' }) }),
    )
    expect(response.status, path).toBe(500)
    expect(await response.json()).toMatchObject({ code: -1, response: null })
  }
  sandbox.sandbox.faults.clear()
  expect((await rest(sandbox, 'GET', `/payments/${impUid}`)).response.cancel_amount).toBe(0)
})

test('rest-slow: 8초 뒤에야 답한다', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { core } = createSandboxCore({ faults: ['rest-slow'] })
  let status = 0
  const call = core.fetch(new Request('https://api.iamport.kr/payments/imp_1')).then((response) => {
    status = response.status
  })
  await vi.advanceTimersByTimeAsync(SLOW_LOOKUP_MS - 100)
  expect(status).toBe(0)
  await vi.advanceTimersByTimeAsync(200)
  await call
  expect(status).toBe(401)
})

test('rest-timeout: 다른 부름은 답을 들어도, 부르는 쪽이 그만둘 때까지 답이 없다', async () => {
  const sandbox = await openSandbox({ faults: ['rest-timeout'] })
  const giveUp = new AbortController()
  let answered = false
  const call = fetch(`${sandbox.url}/payments/imp_1`, { signal: giveUp.signal }).then(() => {
    answered = true
  })
  for (let times = 0; times < 3; times++) await control(sandbox, 'GET', '/state')
  expect(answered).toBe(false)
  giveUp.abort()
  await expect(call).rejects.toThrow(/abort/)
})

test('rest-answer-lost: 취소는 되었는데 답은 500이고, 조회하면 알 수 있다', async () => {
  const sandbox = await openSandbox()
  const impUid = await buy(sandbox)
  sandbox.sandbox.faults.set('rest-answer-lost')
  const lost = await rest(sandbox, 'POST', '/payments/cancel', { imp_uid: impUid, amount: 5_000 })
  expect(lost).toMatchObject({ status: 500, code: -1, response: null })
  const found = await rest(sandbox, 'GET', `/payments/${impUid}`)
  expect(found).toMatchObject({ status: 200, response: { status: 'cancelled', cancel_amount: 5_000 } })
})

test('token-expires: 토큰은 한 번 쓰면 401이고, 새로 받으면 다시 한 번 쓴다', async () => {
  const sandbox = await openSandbox({ faults: ['token-expires'] })
  const impUid = await buy(sandbox)
  const first = await tokenOf(sandbox)
  const status = async (token: string) =>
    (await fetch(`${sandbox.url}/payments/${impUid}`, asking(token))).status
  expect([await status(first), await status(first)]).toEqual([200, 401])
  const second = await tokenOf(sandbox)
  expect(second).not.toBe(first)
  // Somebody else's wrong token does not use this one up.
  expect([await status('wrong'), await status(second), await status(second)]).toEqual([401, 200, 401])
})
