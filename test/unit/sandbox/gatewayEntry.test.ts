// @vitest-environment node
import { expect, test } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'

test('the sandbox runs in bare Node: payments and REST, and a clear word about what needs a page', async () => {
  const sandbox = createSandbox({ impKey: 'k', impSecret: 's' })
  const opened = sandbox.gateway.open(
    { merchant_uid: 'order_no_0001', amount: 55_000, name: '주문' },
    { channel: 'pc', sdk: 'new' },
  )
  expect(opened.opened).toBe(true)
  const request = new Request('https://api.iamport.kr/users/getToken', {
    method: 'POST',
    body: new URLSearchParams({ imp_key: 'k', imp_secret: 's' }),
  })
  const { fetch, install, showPhoneWindow } = sandbox
  expect((await fetch(request)).status).toBe(200)
  expect(() => install()).toThrow(/needs a page/)
  expect(() => showPhoneWindow()).toThrow(/needs a page/)
})

test('each sandbox has its own payments', () => {
  const [one, two] = [createSandbox(), createSandbox()]
  const opened = one.gateway.open({ merchant_uid: 'a', amount: 1_000 }, { channel: 'pc', sdk: 'new' })
  expect(opened.opened && two.gateway.offer(opened.offer.impUid)).toBeNull()
})
