import type { Sandbox } from '../../../src/sandbox/index.js'

/** Asks the sandbox's REST half past the shop, and answers what it put into `response`. */
export async function callGateway<Answer = unknown>(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const ask = async <T>(to: string, init: RequestInit): Promise<T> => {
    const answer = await sandbox.fetch(new Request(`https://api.iamport.kr${to}`, init))
    return (await answer.json()).response
  }
  const headers = { 'content-type': 'application/json' }
  const keys = JSON.stringify({ imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' })
  const { access_token } = await ask<{ access_token: string }>('/users/getToken', {
    method: 'POST',
    headers,
    body: keys,
  })
  return ask(path, {
    method,
    headers: { ...headers, authorization: access_token },
    ...(body && { body: JSON.stringify(body) }),
  })
}
