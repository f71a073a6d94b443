import { Hono } from 'hono'
import { ShopRefusal } from './ShopRefusal.js'

/**
 * Hands the developer drawer's switches on to the sandbox, so that the page needs no second origin. Mounted only where
 * the shop runs on a sandbox; the real gateway has no such thing.
 */
export function sandboxRelay(sandboxUrl: string): Hono {
  const app = new Hono()

  app.get('/state', () => relay('GET', '/sandbox/state'))
  app.put('/faults', async (context) => relay('PUT', '/sandbox/faults', await context.req.text()))
  app.post('/clock', async (context) => relay('POST', '/sandbox/clock', await context.req.text()))
  app.post('/payments/:impUid/deposit', (context) =>
    relay('POST', `/sandbox/payments/${encodeURIComponent(context.req.param('impUid'))}/deposit`, '{}'),
  )

  async function relay(method: string, path: string, body?: string): Promise<Response> {
    const answer = await fetch(`${sandboxUrl}${path}`, {
      method,
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => {
      throw new ShopRefusal(502, 'SANDBOX_UNREACHABLE', '샌드박스에 연결하지 못했어요.')
    })
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    })
  }

  return app
}
