import { afterEach, expect, it, vi } from 'vitest'
import { gatewayClock } from '../../examples/storefront/server/gatewayClock.js'

afterEach(() => vi.unstubAllGlobals())

it('늦게 온 옛 답이 상점의 시계를 되돌리지 않는다', async () => {
  const month = 31 * 86_400_000
  const answers: ((ahead: number) => void)[] = []
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((answer) => {
        answers.push((ahead) => answer(Response.json({ clock: { ahead } })))
      }),
  )
  const clock = gatewayClock('http://127.0.0.1:4010')
  const before = clock.follow()
  const after = clock.follow()
  answers[1]?.(month)
  await after
  answers[0]?.(0)
  await before
  expect(clock.now().getTime() - Date.now()).toBeGreaterThan(month - 60_000)
})
