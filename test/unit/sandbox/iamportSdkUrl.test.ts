import { afterEach, expect, test, vi } from 'vitest'
import { createSandbox } from '../../../src/sandbox/createSandbox.js'

/** Runs a data: script as its tag would: jsdom loads none. */
function load(url: string) {
  const tag = document.createElement('script')
  const events: string[] = []
  tag.addEventListener('error', () => events.push('error'))
  tag.addEventListener('load', () => events.push('load'))
  const script = /^data:text\/javascript,(.*)$/s.exec(url)?.[1]
  if (script === undefined) throw new Error(`not a data: script: ${url}`)
  const spy = vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag)
  new Function(decodeURIComponent(script))()
  spy.mockRestore()
  tag.dispatchEvent(new Event('load'))
  return events
}

afterEach(() => {
  document.querySelector('.imp-dialog')?.remove()
  delete window.IMP
})

test('주소를 불러오면 대역 SDK가 놓이고, 뒤에 붙은 쿼리는 해가 없다', () => {
  const { sdkUrl } = createSandbox()
  expect(load(`${sdkUrl}?retry=2`)).toEqual(['load'])
  expect(window.IMP?.request_pay).toBeTypeOf('function')
})

test('한 샌드박스의 주소는 늘 같고, 다른 샌드박스와는 다르다', () => {
  const sandbox = createSandbox()
  expect(sandbox.sdkUrl).toBe(sandbox.sdkUrl)
  expect(createSandbox().sdkUrl).not.toBe(sandbox.sdkUrl)
})

test('스크립트가 막히면 error만 나고 IMP는 없으며, 풀리면 같은 주소가 다시 된다', () => {
  const sandbox = createSandbox({ faults: ['script-blocked'] })
  const { sdkUrl } = sandbox
  expect(load(sdkUrl)).toEqual(['error'])
  expect(window.IMP).toBeUndefined()
  sandbox.faults.clear()
  expect(load(sdkUrl)).toEqual(['load'])
  expect(window.IMP).toBeDefined()
})
