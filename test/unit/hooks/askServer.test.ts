import { onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { askServer, type Confirm, confirmOf } from '../../../src/hooks/askServer.js'
import type { PaymentError } from '../../../src/index.js'
import { readPaymentRecord } from '../../../src/payment/readPaymentRecord.js'
import { recordOf } from '../openShop.js'

const merchantUid = 'order-0001'
const paid = recordOf({ merchantUid, amount: 55_000 })
let client: QueryClient

beforeEach(() => {
  vi.useFakeTimers()
  client = new QueryClient()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Asks, and lets all the time go by that it takes. */
async function ask(
  confirm: Confirm,
  patience = 0,
  enough: (record: unknown) => boolean = (record) => record !== null,
) {
  const started = Date.now()
  let took = 0
  const answer = askServer(
    client,
    { confirm, read: readPaymentRecord },
    { merchantUid, impUid: 'imp_1' },
    enough,
    patience,
  ).then(
    (record) => ({ record, took }),
    (error) => ({ error, took }),
  )
  answer.then(() => {
    took = Date.now() - started
  })
  await vi.advanceTimersByTimeAsync(300_000)
  return { ...(await answer), took } as { record?: unknown; error?: PaymentError; took: number }
}
const down = () => Promise.reject(new TypeError('Failed to fetch'))

describe('서버에 묻기', () => {
  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'fetch failed',
    'Network Error',
    'timeout of 5000ms exceeded',
  ])(
    '네트워크 오류(%s)는 1, 2, 4초 뒤 다시 묻고, 네 번 다 안 되면 CONFIRM_UNREACHABLE이다',
    async (message) => {
      const confirm = vi.fn(() => Promise.reject(new TypeError(message)))
      const { error, took } = await ask(confirm)
      expect(error).toMatchObject({ code: 'CONFIRM_UNREACHABLE', charged: 'unknown' })
      expect(confirm).toHaveBeenCalledTimes(4)
      expect(took).toBe(7_000)
    },
  )

  it('끊겼다 이어지면 그 답을 쓴다', async () => {
    const confirm = vi.fn<Confirm>(async () => paid).mockImplementationOnce(down)
    expect(await ask(confirm)).toMatchObject({ record: paid, took: 1_000 })
  })

  it.each([
    new Error('Request failed with status code 403'),
    new TypeError("Cannot read properties of undefined (reading 'json')"),
    new ReferenceError('fetchPayment is not defined'),
    new TypeError('api.fetchOrder is not a function'),
    undefined,
    'text',
  ])('상점 코드의 오류(%s)는 다시 묻지 않고 CONFIRM_REJECTED다', async (thrown) => {
    const confirm = vi.fn(() => Promise.reject(thrown))
    const { error } = await ask(confirm)
    expect(error?.code).toBe('CONFIRM_REJECTED')
    expect(error?.cause).toBe(thrown)
    expect(confirm).toHaveBeenCalledTimes(1)
  })

  it('약속이 아니라 그 자리에서 던지는 confirm도 거절로 끝난다', async () => {
    const confirm = () => {
      throw new Error('sync')
    }
    expect((await ask(confirm)).error?.code).toBe('CONFIRM_REJECTED')
  })

  it('답하지 않는 confirm은 10초마다 끊고 다시 묻다가 포기한다', async () => {
    const signals: AbortSignal[] = []
    const confirm: Confirm = (_, { signal }) => {
      signals.push(signal)
      return new Promise(() => {})
    }
    const { error, took } = await ask(confirm)
    expect(error?.code).toBe('CONFIRM_UNREACHABLE')
    expect(took).toBe(47_000)
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true])
  })

  it('아직 모른다는 답(null, ready)은 참을 만큼만 다시 묻고 마지막 답을 준다', async () => {
    const confirm = vi.fn(async () => null)
    expect(await ask(confirm, 2)).toMatchObject({ record: null, took: 3_000 })
    expect(confirm).toHaveBeenCalledTimes(3)
    const ready = recordOf({ merchantUid, amount: 1 }, { status: 'ready' })
    const asked = vi.fn(async () => ready)
    expect(await ask(asked, 0, () => false)).toMatchObject({ record: ready, took: 0 })
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('모르겠다는 답과 끊김이 섞여도 버튼을 몇 분씩 붙들지 않는다', async () => {
    let n = 0
    const { took } = await ask(() => (n++ % 2 ? down() : Promise.resolve(null)), 4)
    expect(took).toBeLessThanOrEqual(60_000)
  })
})

describe('앱의 QueryClient', () => {
  it('확인이 끝나면 캐시에 아무것도 남지 않고, 같은 주문을 다시 물어도 옛 답을 쓰지 않는다', async () => {
    const confirm = vi.fn(async () => paid)
    await ask(confirm)
    await ask(down)
    await ask(confirm)
    expect(confirm).toHaveBeenCalledTimes(2)
    expect(client.getQueryCache().getAll()).toEqual([])
  })

  it('아직 모른다는 답은 앱의 전역 오류 처리기로 가지 않는다', async () => {
    const onError = vi.fn()
    client = new QueryClient({ queryCache: new QueryCache({ onError }) })
    await ask(async () => null, 2)
    expect(onError).not.toHaveBeenCalled()
  })

  it('앱의 기본값(재시도 없음, 무한 staleTime, 온라인일 때만)에 흔들리지 않는다', async () => {
    client = new QueryClient({
      defaultOptions: {
        queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, networkMode: 'online' },
      },
    })
    onlineManager.setOnline(false)
    const confirm = vi.fn<Confirm>(async () => paid).mockImplementationOnce(down)
    expect((await ask(confirm)).record).toEqual(paid)
    onlineManager.setOnline(true)
  })

  it('먼저 물은 것이 아직 답을 못 들었어도, 나중에 물은 것은 지금의 답을 듣는다', async () => {
    const early = askServer(
      client,
      { confirm: () => new Promise(() => {}), read: readPaymentRecord },
      { merchantUid, impUid: 'imp_1' },
      () => true,
      0,
    )
    early.catch(() => {})
    expect(await ask(async () => paid)).toMatchObject({ record: paid, took: 0 })
  })

  it('화면이 가려진 동안 멈춘 확인은 다시 보이면 이어진다', async () => {
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const confirm = vi.fn<Confirm>(async () => paid).mockImplementationOnce(down)
    const answer = askServer(client, { confirm, read: readPaymentRecord }, { merchantUid }, () => true, 0)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(confirm).toHaveBeenCalledTimes(1)
    visibility.mockReturnValue('visible')
    dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await answer).toEqual(paid)
  })

  it('앱이 캐시를 비우면 멈추지 않고 확인되지 않은 것으로 끝난다', async () => {
    const answer = askServer(
      client,
      { confirm: down, read: readPaymentRecord },
      { merchantUid },
      () => true,
      0,
    ).catch(({ code }) => code)
    await vi.advanceTimersByTimeAsync(500)
    client.clear()
    expect(await answer).toBe('CONFIRM_REJECTED')
  })
})

describe('endpoint', () => {
  const answers = (...responses: Response[]) => {
    const fetch = vi.fn(async () => responses.shift() as Response)
    vi.stubGlobal('fetch', fetch)
    return fetch
  }
  const confirm = confirmOf({ endpoint: '/api/checkout' })

  it('{endpoint}/complete에 주문번호와 결제번호를 JSON으로 보낸다', async () => {
    const fetch = answers(Response.json(paid))
    expect((await ask(confirm)).record).toEqual(paid)
    const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit]
    expect([url, init.method, JSON.parse(String(init.body))]).toEqual([
      '/api/checkout/complete',
      'POST',
      { merchantUid, impUid: 'imp_1' },
    ])
    expect(new Headers(init.headers).get('content-type')).toBe('application/json')
  })

  it('404는 그런 결제가 없다는 뜻이고, 500은 다시 묻고, 다른 4xx는 다시 묻지 않는다', async () => {
    answers(Response.json(null, { status: 404 }))
    expect((await ask(confirm)).record).toBeNull()
    answers(new Response('', { status: 503 }), Response.json(paid))
    expect(await ask(confirm)).toMatchObject({ record: paid, took: 1_000 })
    const fetch = answers(new Response('', { status: 401 }))
    expect((await ask(confirm)).error?.code).toBe('CONFIRM_REJECTED')
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('주문과 맞지 않는 돈은 409와 함께 그 기록으로 온다', async () => {
    const record = { ...paid, amount: 1, expected: { amount: 55_000, currency: 'KRW' } }
    answers(Response.json({ code: 'PAYMENT_DIFFERS', record }, { status: 409 }))
    expect((await ask(confirm)).record).toEqual(record)
    answers(Response.json({ code: 'ELSE' }, { status: 409 }))
    expect((await ask(confirm)).error?.code).toBe('CONFIRM_REJECTED')
  })

  it('없는 경로의 404는 결제가 없다는 뜻이 아니다', async () => {
    answers(new Response('<!DOCTYPE html><h1>Not Found</h1>', { status: 404 }))
    const { error } = await ask(confirm)
    expect(error).toMatchObject({ code: 'CONFIRM_REJECTED', charged: 'unknown' })
    expect(error?.message).toMatch(/no checkout routes are there; check endpoint/)
  })

  it('로그인 화면 같은 HTML 답은 결제가 아니다', async () => {
    answers(new Response('<!DOCTYPE html><p>fetch</p>'))
    expect((await ask(confirm)).error?.code).toBe('CONFIRM_REJECTED')
  })

  it('endpoint와 confirm은 둘 중 하나여야 한다', () => {
    expect(() => confirmOf({})).toThrow(/neither endpoint nor confirm/)
    expect(() => confirmOf({ endpoint: '/api', confirm: async () => null })).toThrow(
      /both endpoint and confirm/,
    )
  })
})
