// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { createPortOneClient, PortOneError } from '../../../src/server/index.js'
import { everything } from './everything.js'
import { answer, keys, refusal, scriptedClient, tokenAnswer } from './scriptedGateway.js'

const impUid = 'imp_000000000001'
const token = 'f00dfacef00dfacef00dfacef00dfacef00dface'
/** Of another shape than documented: hidden because it was issued, not because it looks like one. */
const oddToken = 'odd~token~0123456789'
const secrets = [keys.impKey, keys.impSecret, token, oddToken]

function expectNoSecret(value: unknown): void {
  const text = everything(value)
  for (const secret of secrets) expect(text).not.toContain(secret)
}

/** What a careless HTTP layer throws: the request, keys and all. */
const careless = async (request: Request) => {
  const text = `${request.method} ${request.url} ${JSON.stringify([...request.headers])} ${JSON.stringify(keys)}`
  throw Object.assign(new Error(text, { cause: new Error(`token ${token}`) }), { request, config: keys })
}

describe('no key and no token', () => {
  const faults: [string, () => unknown, string?][] = [
    [
      'a refusal that echoes the header',
      () => refusal(400, `Bearer ${token} is wrong, ${keys.impSecret} too`),
    ],
    ['HTTP 500 that echoes it', () => refusal(500, token)],
    ['an echo where a number belongs', () => answer({ imp_uid: impUid, merchant_uid: token, amount: token })],
    ['a page that echoes it', () => new Response(`<p>${token}</p>`, { status: 403 })],
    ['401', () => refusal(401, `${token} expired`)],
    ['an echo of an odd token', () => refusal(400, `${oddToken} of ${keys.impKey}`), oddToken],
    [
      'an error with everything in it',
      () => careless(new Request('https://x.example', { headers: { token } })),
    ],
  ]

  it.each(faults)('is in the error after %s', async (_, fault, issued = token) => {
    const { client } = scriptedClient(fault, { getToken: () => tokenAnswer(issued), retries: 0 })
    for (const call of [
      () => client.getPayment(impUid),
      () => client.cancelPayment({ impUid, payMethod: 'card' }),
      () => client.preparePayment({ merchantUid: 'a', amount: 1 }),
    ]) {
      const error = await call().catch((thrown) => thrown)
      expect(error).toBeInstanceOf(PortOneError)
      expectNoSecret(error)
    }
  })

  it('is in the error when the keys themselves were the question', async () => {
    for (const getToken of [
      () => refusal(401, `${keys.impKey}/${keys.impSecret}`),
      () => answer({ access_token: [token], expired_at: token, now: keys.impSecret }),
      () => careless(new Request('https://x.example')),
    ]) {
      const { client } = scriptedClient(() => answer(null), { getToken, retries: 0 })
      expectNoSecret(await client.getPayment(impUid).catch((thrown) => thrown))
    }
  })

  it('is in the client, however it is printed', async () => {
    const { client } = scriptedClient(() => answer([]), { getToken: () => tokenAnswer(token) })
    await client.listBanks()
    expectNoSecret(client)
    expectNoSecret({ ...client })
    expect(JSON.stringify(client)).toBe('{}')
  })

  it('is written to the console', async () => {
    const written: unknown[] = []
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      vi.spyOn(console, method).mockImplementation((...args) => written.push(args))
    }
    const { client } = scriptedClient(() => refusal(500, token), { retryDelay: 0 })
    await client.getPayment(impUid).catch(() => {})
    expect(written).toEqual([])
  })
})

describe('options that cannot work are refused at once, without quoting a key', () => {
  it.each([
    [{ impKey: '' }, 'impKey is empty'],
    [{ impSecret: undefined }, 'impSecret is of type undefined'],
    [{ impSecret: `${keys.impSecret}\n` }, 'impSecret is not one word'],
    [{ baseUrl: '/api' }, 'baseUrl'],
    [{ baseUrl: `https://${keys.impKey}:${keys.impSecret}@api.iamport.kr` }, 'baseUrl'],
    [{ tierCode: 'a\r\nb' }, 'tierCode'],
    [{ timeout: 0 }, 'timeout is 0'],
    [{ timeout: Number.NaN }, 'timeout is NaN'],
    [{ retries: -1 }, 'retries is -1'],
    [{ retries: 1.5 }, 'retries is 1.5'],
    [{ retryDelay: 1e9 }, 'retryDelay'],
  ])('%j', (change, text) => {
    const make = () => createPortOneClient({ ...keys, ...change } as never)
    expect(make).toThrow(PortOneError)
    expect(make).toThrow(text)
    try {
      make()
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'INVALID_ARGUMENT' })
      expectNoSecret(thrown)
    }
  })
})
