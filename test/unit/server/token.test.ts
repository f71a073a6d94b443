// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { paidAnswer } from './sampleAnswer.js'
import { answer, keys, refusal, type Sent, scriptedClient, tokenAnswer } from './scriptedGateway.js'

const impUid = 'imp_000000000001'
const paid = () => answer(paidAnswer())
const bearer = ({ headers }: Sent) => headers.get('authorization')?.replace('Bearer ', '')
/** Answers only who carries the token that is alive now. */
const onlyFor = (alive: () => string) => (sent: Sent) =>
  bearer(sent) === alive() ? paid() : refusal(401, 'Unauthorized')

describe('토큰', () => {
  it('is asked for with the keys when first needed, and shared by calls that start together', async () => {
    let asked: unknown
    const { client, tokensAsked } = scriptedClient(paid)
    await Promise.all(Array.from({ length: 20 }, () => client.getPayment(impUid)))
    await client.getPayment(impUid)
    expect(tokensAsked()).toBe(1)

    const other = scriptedClient(paid, {
      fetch: async (request) => {
        if (!request.url.endsWith('/users/getToken')) return paid()
        asked = {
          method: request.method,
          auth: request.headers.get('authorization'),
          ...(await request.json()),
        }
        return tokenAnswer('token-1')
      },
    })
    await other.client.getPayment(impUid)
    expect(asked).toEqual({ method: 'POST', auth: null, imp_key: keys.impKey, imp_secret: keys.impSecret })
  })

  it("lives by the gateway's clock, however wrong ours is", async () => {
    let now = Date.parse('1999-01-01')
    const { client, tokensAsked } = scriptedClient(paid, { now: () => now })
    await client.getPayment(impUid)
    now += 1_700_000
    await client.getPayment(impUid)
    expect(tokensAsked()).toBe(1)
    now += 99_000
    await client.getPayment(impUid)
    expect(tokensAsked()).toBe(2)
  })

  it('the same token answered until its last minute is not asked for again before that', async () => {
    let now = 0
    let end = 1800
    const { client, tokensAsked } = scriptedClient(paid, {
      now: () => now * 1000,
      // The gateway as documented: the same token, its end pushed by five minutes within the last one.
      getToken: () => {
        if (end - now <= 60) end += 300
        return tokenAnswer('token-1', end - now)
      },
    })
    for (; now < 2100; now += 5) await client.getPayment(impUid)
    // At the start, at 1770 s and at 2070 s; no storm of questions between 1740 and 1770.
    expect(tokensAsked()).toBe(3)
  })

  it('a token handed out shortly before its end is used, and renewed by the next call', async () => {
    const { client, sent, tokensAsked } = scriptedClient(paid, {
      getToken: (before) => tokenAnswer(`token-${before}`, before === 0 ? 5 : 1800),
      now: () => 0,
    })
    await client.getPayment(impUid)
    await client.getPayment(impUid)
    await client.getPayment(impUid)
    expect(sent.map(bearer)).toEqual(['token-0', 'token-1', 'token-1'])
    expect(tokensAsked()).toBe(2)
  })

  it('one that cannot be renewed is used until its end', async () => {
    let now = 0
    const { client, sent } = scriptedClient(paid, {
      now: () => now,
      retries: 0,
      getToken: (before) => (before === 0 ? tokenAnswer('token-1') : refusal(500, '점검 중')),
    })
    await client.getPayment(impUid)
    now = 1_780_000
    await client.getPayment(impUid)
    expect(sent.map(bearer)).toEqual(['token-1', 'token-1'])
    now = 1_800_000
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'GATEWAY_ERROR',
      operation: 'getToken',
    })
  })

  it('20 calls refused together renew it once and all go through', async () => {
    let alive = 'token-0'
    const { client, sent, tokensAsked } = scriptedClient((one) => onlyFor(() => alive)(one), {
      getToken: (before) => tokenAnswer(`token-${before}`),
    })
    await client.getPayment(impUid)
    alive = 'token-1'
    const payments = await Promise.all(Array.from({ length: 20 }, () => client.getPayment(impUid)))
    expect(payments).toHaveLength(20)
    expect(tokensAsked()).toBe(2)
    expect(sent).toHaveLength(1 + 20 + 20)
  })

  it('a call refused late, after others renewed, takes the new one without asking', async () => {
    let alive = 'token-0'
    let free = () => {}
    const slow = new Promise<void>((resolve) => {
      free = resolve
    })
    const { client, tokensAsked } = scriptedClient(
      async (one) => {
        const refused = bearer(one) !== alive
        if (refused && one.path.endsWith('slow')) await slow
        return refused
          ? refusal(401, 'Unauthorized')
          : answer(paidAnswer({ imp_uid: one.path.replace('/payments/', '') }))
      },
      // The gateway may hand out the very same text again.
      { getToken: () => tokenAnswer(alive) },
    )
    await client.getPayment('fast')
    alive = 'token-1'
    const late = client.getPayment('slow')
    await client.getPayment('fast')
    free()
    await late
    expect(tokensAsked()).toBe(2)
  })

  it('a refund refused for its token is sent once more, because it was not carried out', async () => {
    let alive = 'token-0'
    const { client, sent } = scriptedClient((one) => onlyFor(() => alive)(one), {
      getToken: (before) => tokenAnswer(`token-${before}`),
    })
    await client.getPayment(impUid)
    alive = 'token-1'
    await client.cancelPayment({ impUid, payMethod: 'card' })
    expect(sent.filter(({ method }) => method === 'POST').map(bearer)).toEqual(['token-0', 'token-1'])
  })

  it('refused again after the renewal is UNAUTHORIZED, not a loop', async () => {
    const { client, sent, tokensAsked } = scriptedClient(() => refusal(401, 'Unauthorized'))
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      operation: 'getPayment',
      status: 401,
      gateway: { code: -1, message: 'Unauthorized' },
    })
    expect([sent.length, tokensAsked()]).toEqual([2, 2])
  })

  it('wrong keys say so, at once', async () => {
    const { client, tokensAsked } = scriptedClient(paid, {
      getToken: () => refusal(401, '인증에 실패하였습니다. API키와 secret을 확인하세요.'),
    })
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      operation: 'getToken',
    })
    expect(tokensAsked()).toBe(1)
  })

  it('a failure is not kept: the next call asks anew', async () => {
    const { client } = scriptedClient(paid, {
      retries: 0,
      getToken: (before) => (before === 0 ? Promise.reject(new TypeError('fetch failed')) : tokenAnswer('a')),
    })
    await expect(client.getPayment(impUid)).rejects.toMatchObject({
      code: 'UNREACHABLE',
      operation: 'getToken',
    })
    expect((await client.getPayment(impUid)).impUid).toBe(impUid)
  })

  it.each([
    [{ expired_at: 2, now: 1 }, 'response.access_token'],
    [{ access_token: 'a\nb', expired_at: 2, now: 1 }, 'response.access_token'],
    [{ access_token: 'a', expired_at: '2', now: 1 }, 'response.expired_at'],
    [{ access_token: 'a', expired_at: 2 }, 'response.now'],
    [null, 'response'],
  ])('the answer %j is not taken for a token', async (response, field) => {
    const { client, sent } = scriptedClient(paid, { getToken: () => answer(response) })
    await expect(client.getPayment(impUid)).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER', field })
    expect(sent).toHaveLength(0)
  })

  it('is handed out for operations this client does not have', async () => {
    const { client } = scriptedClient(paid)
    expect(await client.getToken()).toBe('token-1')
  })
})
