import { expect, it } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient } from '../../../src/server/index.js'
import { openMembership } from './openMembership.js'

const HOUR = 3_600_000

it.each([2, 9])(
  '서버의 시계가 %i시간 늦어도 한 달에 한 번만 결제한다',
  async (hours) => {
    const sandbox = createSandbox()
    const slow = () => sandbox.clock.now() - hours * HOUR
    const client = createPortOneClient({
      impKey: 'sandbox_key',
      impSecret: 'sandbox_secret',
      retryDelay: 0,
      now: slow,
      fetch: (request) => sandbox.fetch(request),
    })
    const shop = openMembership({ sandbox, client, drive: 'gateway', now: () => new Date(slow()) })
    const { id } = await shop.subscribe('monthly')
    const days: string[] = []
    for (let hour = 0; hour < 24 * 64; hour++) await shop.pass(HOUR)
    for (const { started_at } of await shop.charges(id)) {
      days.push(new Date(started_at * 1000).toISOString().slice(0, 7))
    }
    expect(days).toHaveLength(3)
    expect(new Set(days).size).toBe(3)
  },
  120_000,
)
