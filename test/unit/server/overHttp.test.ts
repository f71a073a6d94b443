// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createSandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient, type PortOneError } from '../../../src/server/index.js'

const keys = { impKey: 'sandbox_key', impSecret: 'sandbox_secret', retryDelay: 0 }
const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function listen(
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => answer(request, Buffer.concat(chunks).toString(), response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it("works on the runtime's own fetch: prepare, read, refuse", async () => {
  const sandbox = createSandbox()
  const baseUrl = await listen(async ({ method, url, headers }, body, response) => {
    const answered = await sandbox.fetch(
      new Request(`https://api.iamport.kr${url}`, {
        method,
        headers: headers as Record<string, string>,
        ...(body && { body }),
      }),
    )
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(await answered.text())
  })
  const client = createPortOneClient({ ...keys, baseUrl })
  await client.preparePayment({ merchantUid: '주문/1', amount: 55_000 })
  expect(await client.getPreparedPayment('주문/1')).toMatchObject({ merchantUid: '주문/1', amount: 55_000 })
  await expect(client.getPayment('imp_1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('nobody at that address is UNREACHABLE and names the reason', async () => {
  const client = createPortOneClient({ ...keys, baseUrl: 'http://127.0.0.1:9', retries: 0 })
  const error: PortOneError = await client.getPayment('imp_1').catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'UNREACHABLE', operation: 'getToken', retryable: true })
  expect((error.cause as Error).message).toMatch(/fetch failed/)
})

it('the keys do not follow a redirect to another host', async () => {
  const heard: string[] = []
  const elsewhere = await listen((_, body, response) => {
    heard.push(body)
    response.end('{}')
  })
  const baseUrl = await listen((_, __, response) =>
    response.writeHead(307, { location: `${elsewhere}/x` }).end(),
  )
  const client = createPortOneClient({ ...keys, baseUrl })
  await expect(client.getPayment('imp_1')).rejects.toMatchObject({ code: 'UNEXPECTED_ANSWER', status: 307 })
  expect(heard).toEqual([])
})

it('a connection cut in the middle of a refund is UNKNOWN_RESULT', async () => {
  const baseUrl = await listen(({ url }, _, response) => {
    if (url === '/users/getToken') {
      response.end(JSON.stringify({ code: 0, response: { access_token: 'a', expired_at: 1800, now: 1 } }))
    } else response.destroy()
  })
  const client = createPortOneClient({ ...keys, baseUrl })
  await expect(client.cancelPayment({ impUid: 'imp_1', payMethod: 'card' })).rejects.toMatchObject({
    code: 'UNKNOWN_RESULT',
  })
})
