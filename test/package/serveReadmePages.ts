import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import {
  createBilling,
  createBillingRoutes,
  createCheckoutRoutes,
  createPortOneClient,
  memoryOrderStore,
  memorySubscriptionStore,
  OrderRefused,
} from 'react-toss-checkout/server'
import { build } from 'vite'
import { startSandboxServer } from '../../src/sandbox/http/startSandboxServer.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** README's pages as somebody pasted them, over the package as built. */
export interface ReadmePages {
  url: string
  /** What a member paid so far, won each time. */
  charged(member: string): Promise<number[]>
  close(): Promise<void>
}

/** `/` is the trial, `/membership` the membership of whoever the cookie `member` names; orders live in memory. */
export async function serveReadmePages(trial: string, membership: string): Promise<ReadmePages> {
  const gateway = await startSandboxServer({ port: 0 })
  const folder = mkdtempSync(join(root, 'node_modules/.readme-pages-'))
  const files = {
    'Trial.tsx': trial,
    'Membership.tsx': membership,
    'main.tsx': `
      import { createRoot } from 'react-dom/client'
      import { TossCheckoutProvider } from 'react-toss-checkout'
      import { Membership } from './Membership'
      import { Trial } from './Trial'
      createRoot(document.body.appendChild(document.createElement('main'))).render(
        location.pathname === '/membership' ? (
          <TossCheckoutProvider
            merchantCode="imp00000000"
            pg="tosspayments"
            redirectUrl="/checkout/complete"
            endpoint="/api/checkout"
            sdkUrl="${gateway.url}/v1/iamport.js"
          >
            <Membership />
          </TossCheckoutProvider>
        ) : <Trial />,
      )`,
    'index.html':
      '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><body><script type="module" src="/main.tsx"></script>',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  await build({ configFile: false, root: folder, logLevel: 'error' })

  const orders = memoryOrderStore()
  const client = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    baseUrl: gateway.url,
  })
  const billing = createBilling({
    ...{ client, orders },
    subscriptions: memorySubscriptionStore(),
    plans: { tea: { id: 'tea', name: '다달의 차', amount: 19_900, every: { months: 1 } } },
    retry: { days: [1] },
    onPeriodPaid() {},
  })
  const memberOf = (request: Request) => /member=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null
  const routes = createCheckoutRoutes({
    ...{ client, orders },
    priceOrder: () => {
      throw new OrderRefused('NOT_SOLD', 'nothing else is sold yet')
    },
    ...billing.handlers,
    billing: createBillingRoutes({ billing, customerOf: async (request) => memberOf(request) }),
  })
  const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }
  const page = (path: string) => {
    const type = types[extname(path)]
    const file = join(folder, 'dist', type ? path : 'index.html')
    return new Response(readFileSync(file), {
      headers: { 'content-type': type ?? 'text/html; charset=utf-8' },
    })
  }
  const server = createAdaptorServer({
    fetch: (request: Request) => {
      const { pathname } = new URL(request.url)
      return pathname.startsWith('/api/') ? routes(request) : page(pathname)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async charged(member) {
      const mine = (await billing.listSubscriptions(member)).map(({ id }) => id)
      const { payments } = (await (await fetch(`${gateway.url}/sandbox/payments`)).json()) as {
        payments: { merchant_uid: string; status: string; amount: number }[]
      }
      return payments
        .filter(({ merchant_uid: uid, status }) => status === 'paid' && mine.some((id) => uid.startsWith(id)))
        .map(({ amount }) => amount)
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await gateway.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
