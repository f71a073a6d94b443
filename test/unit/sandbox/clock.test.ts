import { expect, test } from 'vitest'
import { byShinhan, call, createCore, openWindow } from './sandboxCore.js'

test('the clock runs with the real one, and can be moved', () => {
  const { clock } = createCore()
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50)
  clock.advance(60_000)
  clock.advance(-20_000)
  expect(Math.abs(clock.now() - Date.now() - 40_000)).toBeLessThan(50)
})

test('a payment approved tomorrow is paid tomorrow', async () => {
  const core = createCore()
  const { impUid } = openWindow(core)
  const started = Math.floor(core.clock.now() / 1000)
  core.clock.advance(86_400_000)
  core.gateway.approve(impUid, byShinhan)
  const { response } = await call(core, 'GET', `/payments/${impUid}`)
  expect(response.started_at - started).toBeLessThanOrEqual(1)
  expect(response.paid_at - response.started_at).toBeGreaterThanOrEqual(86_399)
})

test('a step that is no number is refused', () => {
  expect(() => createCore().clock.advance(Number.NaN)).toThrow(RangeError)
})
