import { Hono } from 'hono'
import { expect, it, vi } from 'vitest'
import { adminRoutes } from '../../examples/storefront/server/adminRoutes.js'
import { ShopRefusal } from '../../examples/storefront/server/ShopRefusal.js'

const adminPassword = 'only-for-this-test'

/** The shop's admin routes as callers at several addresses meet them. */
function openAdmin({ behindProxy = false } = {}) {
  const app = new Hono()
  const checkout = { settlement: { options: { orders: { list: async () => [] } } } }
  app.route('/api/admin', adminRoutes(null as never, checkout as never, { adminPassword, behindProxy }))
  app.onError((error, context) =>
    error instanceof ShopRefusal ? context.json(error.body, error.status) : context.text(String(error), 500),
  )
  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  return {
    signIn: (address: string, password: unknown, headers: Record<string, string> = {}) =>
      app.request(
        '/api/admin/session',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ password }),
        },
        from(address),
      ),
    list: (cookie: string) => app.request('/api/admin/orders', { headers: { cookie } }, from('192.0.2.1')),
  }
}

const [stranger, keeper] = ['203.0.113.9', '192.0.2.1']

it('비밀번호를 마구 틀리는 사람은 막히고, 상점 주인은 그동안에도 들어온다', async () => {
  const { signIn, list } = openAdmin()
  const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => signIn(stranger, `guess-${at}`)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(20)
  // Whoever guesses too often learns nothing any more, not even by the right one.
  expect((await signIn(stranger, adminPassword)).status).toBe(429)

  const opened = await signIn(keeper, adminPassword)
  expect(opened.status).toBe(200)
  const cookie = opened.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Strict/)
  expect((await list(cookie.split(';')[0] ?? '')).status).toBe(200)
})

it('한 분이 지나면 다시 해 볼 수 있다', async () => {
  const { signIn } = openAdmin()
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    for (let guess = 0; guess < 10; guess++) await signIn(keeper, 'mistyped')
    expect((await signIn(keeper, adminPassword)).status).toBe(429)
    vi.setSystemTime(Date.now() + 61_000)
    expect((await signIn(keeper, adminPassword)).status).toBe(200)
  } finally {
    vi.useRealTimers()
  }
})

it('프록시 뒤에서는 프록시가 적은 주소를, 아니면 연결의 주소를 믿는다', async () => {
  const proxied = openAdmin({ behindProxy: true })
  const via = (last: string, said: string) => ({ 'x-forwarded-for': `${said}, ${last}` })
  for (let guess = 0; guess < 10; guess++)
    await proxied.signIn('10.0.0.1', 'guess', via(stranger, `198.51.100.${guess}`))
  expect((await proxied.signIn('10.0.0.1', adminPassword, via(stranger, '198.51.100.99'))).status).toBe(429)
  expect((await proxied.signIn('10.0.0.1', adminPassword, via(keeper, stranger))).status).toBe(200)

  const direct = openAdmin()
  for (let guess = 0; guess < 10; guess++)
    await direct.signIn(stranger, 'guess', { 'x-forwarded-for': `198.51.100.${guess}` })
  expect((await direct.signIn(stranger, adminPassword, { 'x-forwarded-for': keeper })).status).toBe(429)
})

it.each(['', null, undefined, 7, {}, `${adminPassword} `])(
  '비밀번호가 %j이면 들어오지 못한다',
  async (password) => {
    expect((await openAdmin().signIn(keeper, password)).status).toBe(401)
  },
)

it.each(['', 'storefront_admin=9999999999', 'storefront_admin=9999999999.forged'])(
  '꾸민 세션 "%s"으로는 주문을 볼 수 없다',
  async (cookie) => {
    expect((await openAdmin().list(cookie)).status).toBe(401)
  },
)
