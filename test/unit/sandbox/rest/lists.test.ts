import { describe, expect, test } from 'vitest'
import { createBillingCore, DAY, freezeTime, nowOf } from '../billing/billingCore.js'
import { expectShape } from '../expectShape.js'
import { byShinhan, call, openWindow } from '../sandboxCore.js'

freezeTime()

describe('상태별 조회', () => {
  test('each status by its own time, newest first, at most ninety days back', async () => {
    const core = createBillingCore()
    const open = (merchant_uid: string) => openWindow(core, { merchant_uid }).impUid
    const paidLate = open('paid-late')
    core.clock.advance(100 * DAY * 1000)
    core.gateway.approve(paidLate, byShinhan)
    core.gateway.giveUp(open('failed'))
    core.clock.advance(1000)
    open('ready')
    const list = async (status: string, query = '') => {
      const { status: http, response } = await call(core, 'GET', `/payments/status/${status}${query}`)
      return response ? response.list.map(({ merchant_uid }) => merchant_uid) : http
    }
    // It was opened more than ninety days ago, and paid just now.
    expect(await list('paid')).toEqual(['paid-late'])
    expect(await list('failed')).toEqual(['failed'])
    expect(await list('ready')).toEqual(['ready'])
    expect(await list('cancelled')).toEqual([])
    expect(await list('all')).toEqual(['ready', 'failed'])
    expect(await list('all', '?sorting=started')).toEqual(['failed', 'ready'])
    await call(core, 'POST', '/payments/cancel', { imp_uid: paidLate })
    expect(await list('cancelled')).toEqual(['paid-late'])

    const now = nowOf(core)
    expect(await list('all', `?to=${now - 1}`)).toEqual(['failed'])
    expect(await list('all', `?from=${now - 90 * DAY}&to=${now}`)).toHaveLength(2)
    expect(await list('all', `?from=${now - 91 * DAY}&to=${now}`)).toBe(400)
    expect(await list('all', `?from=${now}&to=${now - 1}`)).toBe(400)
    expect(await list('all', '?limit=1&page=2')).toEqual(['failed'])
    expect(await list('all', '?limit=1&page=3')).toBe(400)
    expect(await list('won')).toBe(400)
  })
})

test('codes of card companies and banks, leading zeros kept; an unknown one is 404', async () => {
  const core = createBillingCore()
  for (const [path, length, code, name] of [
    ['/cards', 26, '041', '우리카드'],
    ['/banks', 22, '004', 'KB국민은행'],
  ] as const) {
    const list = (await call(core, 'GET', path)).response as unknown as object[]
    expect(list).toHaveLength(length)
    for (const item of list) expectShape(item, 'StandardCode')
    expect((await call(core, 'GET', `${path}/${code}`)).response).toEqual({ code, name })
    expect((await call(core, 'GET', `${path}/999`)).status).toBe(404)
  }
})
