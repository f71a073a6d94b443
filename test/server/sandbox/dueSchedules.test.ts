import { describe, expect, test, vi } from 'vitest'
import type { SandboxServerOptions } from '../../../src/sandbox/http/startSandboxServer.js'
import { control, log, openSandbox, openShop, rest } from './openSandbox.js'

const card = { card_number: '4242-4242-4242-4242', expiry: '2099-12', birth: '820213', pwd_2digit: '97' }

/** A registered card with one charge scheduled so many seconds from now. */
async function openWithSchedule(seconds: number, options: SandboxServerOptions = {}) {
  const shop = await openShop()
  const sandbox = await openSandbox({ webhookUrl: shop.url, ...options })
  await rest(sandbox, 'POST', '/subscribe/customers/card-1', card)
  const scheduleAt = Math.floor(sandbox.sandbox.clock.now() / 1000) + seconds
  await rest(sandbox, 'POST', '/subscribe/payments/schedule', {
    customer_uid: 'card-1',
    schedules: [
      {
        merchant_uid: 'month-1',
        schedule_at: scheduleAt,
        amount: 9_900,
        name: '월 이용권',
        currency: 'KRW',
      },
    ],
  })
  return { shop, sandbox, scheduleAt }
}

describe('예약 결제', () => {
  test('아무도 부르지 않아도 때가 되면 결제되고 웹훅이 간다', async () => {
    const { shop, scheduleAt } = await openWithSchedule(2)
    await vi.waitFor(() => expect(shop.received).toHaveLength(1), { timeout: 30_000, interval: 100 })
    expect(shop.received[0]?.body).toMatchObject({ merchant_uid: 'month-1', status: 'paid' })
    expect(Date.now() / 1000).toBeGreaterThanOrEqual(scheduleAt)
  })

  test('시계를 한 달 돌리면 바로 한 번 결제된다', async () => {
    const { shop, sandbox, scheduleAt } = await openWithSchedule(30 * 86_400)
    expect((await control(sandbox, 'GET', '/payments')).body.payments).toEqual([])
    await control(sandbox, 'POST', '/clock', { advance: 31 * 86_400_000 })
    // The control API's own list charges nothing by itself: the clock did.
    const { payments } = (await control(sandbox, 'GET', '/payments')).body
    expect(payments).toMatchObject([{ merchant_uid: 'month-1', status: 'paid', paid_at: scheduleAt }])
    await vi.waitFor(async () =>
      expect(await log(sandbox)).toMatchObject([{ state: 'delivered', body: { status: 'paid' } }]),
    )
    await rest(sandbox, 'GET', '/subscribe/payments/schedule/month-1')
    expect(shop.received).toHaveLength(1)
  })

  test('닫힌 샌드박스는 더 결제하지 않는다', async () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    }
    const { sandbox } = await openWithSchedule(1, { storage })
    await sandbox.close()
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect([...kept.values()].join()).toContain('"status":"scheduled"')
    expect([...kept.values()].join()).not.toContain('"status":"paid"')
  })
})
