import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSandboxCore } from '../../../src/sandbox/createSandboxCore.js'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.types.js'

afterEach(() => {
  vi.useRealTimers()
})

const card = { method: 'card', cardCode: '366', quota: 0 } as const
const onlyTimers = { toFake: ['setTimeout', 'clearTimeout'] as ('setTimeout' | 'clearTimeout')[] }

function embedded(options: SandboxOptions) {
  const { core, desk } = createSandboxCore({ webhookUrl: 'https://shop.example/hook', ...options })
  const start = () => {
    const opened = core.gateway.open(
      { merchant_uid: 'order-1', amount: 55_000 },
      { channel: 'pc', sdk: 'new' },
    )
    if (!opened.opened) throw new Error('no window')
    return opened.offer.impUid
  }
  return { core, desk, start }
}

describe('페이지 안의 샌드박스', () => {
  test('send를 주면 네트워크 없이 상점의 함수로 간다', async () => {
    const seen: unknown[] = []
    const { core, start } = embedded({
      send: async (request) => {
        seen.push(request.url, request.method, await request.json())
        return new Response(null, { status: 200 })
      },
    })
    const impUid = start()
    core.gateway.approve(impUid, card)
    await vi.waitFor(() => expect(core.webhooks.log[0]?.state).toBe('delivered'))
    const body = { imp_uid: impUid, merchant_uid: 'order-1', status: 'paid' }
    expect(seen).toEqual(['https://shop.example/hook', 'POST', body])
  })

  test('상점의 함수가 오류를 던져도 결제는 그대로이고, 기록에 남는다', async () => {
    const { core, start } = embedded({
      send: () => {
        throw new Error('상점의 오류')
      },
    })
    const impUid = start()
    expect(core.gateway.approve(impUid, card)).not.toHaveProperty('error_code')
    await vi.waitFor(() => expect(core.webhooks.log[0]?.attempts[0]?.error).toBe('상점의 오류'))
  })

  test('30초 안에 답하지 않는 상점은 기다리지 않고, 재전송은 15초다', async () => {
    vi.useFakeTimers(onlyTimers)
    const { core, start } = embedded({
      send: () => new Promise(() => {}),
      webhookRetries: 1,
      webhookRetryDelay: 60_000,
    })
    core.gateway.approve(start(), card)
    const first = () => core.webhooks.log[0]
    await vi.advanceTimersByTimeAsync(29_900)
    expect(first()?.state).toBe('sending')
    await vi.advanceTimersByTimeAsync(200)
    expect(first()).toMatchObject({
      state: 'waiting',
      attempts: [{ status: null, error: 'no answer within 30 s' }],
    })
    await vi.advanceTimersByTimeAsync(59_700)
    expect(first()?.state).toBe('waiting')
    await vi.advanceTimersByTimeAsync(400)
    expect(first()?.state).toBe('sending')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(first()).toMatchObject({ state: 'failed', attempts: [{}, { error: 'no answer within 15 s' }] })
  })

  test('확인 요청은 10초까지만 기다리고, 그 사이의 취소는 먼저 한 결정의 결과를 듣는다', async () => {
    vi.useFakeTimers(onlyTimers)
    const { core, desk, start } = embedded({
      webhookUrl: null,
      confirmUrl: 'https://shop.example/ok',
      send: () => new Promise(() => {}),
    })
    const impUid = start()
    const approving = desk.approve(impUid, card)
    const givingUp = desk.giveUp(impUid)
    await vi.advanceTimersByTimeAsync(10_100)
    const response = await approving
    expect(response.error_msg).toBe('고객사 요청에 의해 결제를 중단합니다. (상세사유 : 알 수 없음)')
    expect(await givingUp).toEqual(response)
    expect(core.webhooks.log).toEqual([])
  })

  test('기록을 고쳐도 샌드박스의 기록은 그대로다', async () => {
    const { core, start } = embedded({ send: async () => new Response() })
    core.gateway.approve(start(), card)
    const [seen] = core.webhooks.log
    if (seen) seen.state = 'lost'
    expect(core.webhooks.log[0]?.state).not.toBe('lost')
  })
})

test.each([
  [{ webhookUrl: 'localhost/hook' }, /webhookUrl is "localhost\/hook".*absolute/],
  [{ webhookUrl: '/hook' }, /absolute http/],
  [{ confirmUrl: 'ftp://shop.example' }, /confirmUrl/],
  [{ webhookType: 'xml' as 'json' }, /webhookType is "xml".*'form'/],
  [{ webhookRetries: 6 }, /webhookRetries is 6.*0 to 5/],
])('맞지 않는 설정 %o은 무엇이 되는지 말하며 거절된다', (options, message) => {
  expect(() => createSandboxCore(options)).toThrow(message)
})
