import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, devices, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SandboxServer } from '../../../src/sandbox/http/startSandboxServer.js'
import { launchOptions } from '../../chromium.mjs'
import { control, openSandbox, rest } from './openSandbox.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'))
const pageScript = join(folder, 'sandbox/http/page.js')
let browser: Browser
let shop: Server
let shopUrl: string

/** A shop of another origin than the sandbox's, as plain as a shop can be. */
const shopPage = `<!doctype html><title>상점</title><button>결제</button><button id=card>카드 등록</button><script>
const script = new URLSearchParams(location.search).get('sdk')
window.answers = []
if (script) {
  const tag = document.createElement('script')
  tag.src = script
  tag.onload = () => { IMP.init('imp00000000'); document.body.dataset.sdk = 'loaded' }
  tag.onerror = () => { document.body.dataset.sdk = 'blocked' }
  document.head.append(tag)
}
const order = () => ({
  pg: 'tosspayments', pay_method: 'card', merchant_uid: 'order-' + Date.now(), name: '감귤', amount: 55000,
  m_redirect_url: location.origin + '/done?cart=7',
})
document.querySelector('button').onclick = () => IMP.request_pay(order(), (answer) => answers.push(answer))
document.querySelector('#card').onclick = () =>
  IMP.request_pay({ ...order(), customer_uid: 'card-1' }, (answer) => answers.push(answer))
</script>`

beforeAll(async () => {
  await build({
    root,
    mode: 'page',
    logLevel: 'error',
    build: { outDir: folder },
  })
  shop = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(shopPage)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  browser = await chromium.launch(launchOptions)
})
afterAll(async () => {
  await browser?.close()
  shop?.closeAllConnections()
  shop?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(sandbox: SandboxServer, script: string, phone = false): Promise<Page> {
  const context = await browser.newContext({ locale: 'ko-KR', ...(phone && devices['iPhone 15']) })
  const page = await context.newPage()
  await page.goto(`${shopUrl}/?sdk=${encodeURIComponent(sandbox.url + script)}`)
  await page.waitForFunction(() => document.body.dataset.sdk)
  return page
}

const answersOf = (page: Page) => page.evaluate(() => (window as unknown as { answers: object[] }).answers)

async function payInWindow(page: Page, frameSelector: string) {
  const frame = page.frameLocator(frameSelector)
  await frame.getByRole('radio', { name: '신한카드' }).check()
  await frame.getByRole('checkbox', { name: '전체 동의' }).check()
  await frame.getByRole('button', { name: '55,000원 결제하기' }).click()
}

test.each([
  ['/v1/iamport.js', ['imp_uid', 'merchant_uid']],
  ['/js/iamport.payment-1.2.0.js', ['success', 'imp_uid', 'paid_amount']],
])('책상에서: %s를 불러와 카드로 결제하면 그 세대의 콜백이 온다', async (script, fields) => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, script)
  await page.getByRole('button', { name: '결제', exact: true }).click()
  await payInWindow(page, '.imp-frame')
  await page.waitForFunction(() => (window as unknown as { answers: object[] }).answers.length > 0)
  const [answer = {}] = await answersOf(page)
  expect(Object.keys(answer)).toEqual(expect.arrayContaining(fields))
  expect('success' in answer).toBe(fields.includes('success'))
  const { payments } = (await control(sandbox, 'GET', '/payments')).body
  expect(payments).toMatchObject([{ status: 'paid', amount: 55_000, card_code: '366', channel: 'pc' }])
  await page.context().close()
})

test('전화기에서: 샌드박스의 결제 페이지로 갔다가, 결과를 주소에 달고 돌아온다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js', true)
  await page.getByRole('button', { name: '결제', exact: true }).tap()
  await page.waitForURL((url) => url.origin === sandbox.url)
  expect(page.url()).toMatch(/\/pay\?sandbox-pay=imp_\d+$/)
  await payInWindow(page, '#sandbox-phone-window iframe')
  await page.waitForURL((url) => url.origin === shopUrl)
  const { searchParams, pathname } = new URL(page.url())
  const [payment] = (await control(sandbox, 'GET', '/payments')).body.payments as Record<string, unknown>[]
  expect(payment).toMatchObject({ status: 'paid', channel: 'mobile' })
  expect([pathname, ...searchParams]).toEqual([
    '/done',
    ['cart', '7'],
    ['imp_uid', payment?.imp_uid],
    ['merchant_uid', payment?.merchant_uid],
  ])
  await page.context().close()
})

/** Types a card, its expiry two years off, and sends it. */
async function registerInWindow(page: Page, frameSelector: string) {
  const frame = page.frameLocator(frameSelector)
  await frame.getByLabel('카드 번호').pressSequentially('5555555555554444')
  await frame.getByLabel('유효기간').pressSequentially('0798')
  await frame.getByLabel('생년월일').fill('791103')
  await frame.getByLabel('비밀번호 앞 두 자리').fill('83')
  expect(await frame.getByLabel('카드 번호').inputValue()).toBe('5555 5555 5555 4444')
  await frame.getByRole('checkbox', { name: '전체 동의' }).check()
  await frame.getByRole('button', { name: '카드 등록하기' }).click()
}

async function expectRegistered(sandbox: SandboxServer) {
  const { response } = await rest(sandbox, 'GET', '/subscribe/customers/card-1')
  expect(response).toMatchObject({ customer_uid: 'card-1', card_number: '555555******4444' })
  const { payments } = (await control(sandbox, 'GET', '/payments')).body
  expect(payments).toMatchObject([{ status: 'paid', amount: 0, customer_uid_usage: 'issue' }])
}

test('책상에서: 카드를 등록하면 콜백이 오고, 카드는 한 번의 요청에만 실린다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js')
  const carrying: string[] = []
  page.on('request', (request) => {
    if (/5555|791103|2098/.test(`${request.url()} ${request.postData()}`)) carrying.push(request.url())
  })
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('response', async (response) => {
    if (response.url().startsWith(`${sandbox.url}/sandbox/payments`)) said.push(await response.text())
  })
  await page.getByRole('button', { name: '카드 등록' }).click()
  await registerInWindow(page, '.imp-frame')
  await page.waitForFunction(() => (window as unknown as { answers: object[] }).answers.length > 0)
  expect(Object.keys((await answersOf(page))[0] ?? {})).toEqual(['imp_uid', 'merchant_uid'])
  await expectRegistered(sandbox)
  expect(carrying).toEqual([expect.stringMatching(/\/sandbox\/payments\/imp_\d+\/approve$/)])
  const left = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  const everything = [...said, left, await page.content()].join('\n')
  for (const secret of ['5555555555554444', '5555-5555', '5555 5555', '791103', '2098-07']) {
    expect(everything).not.toContain(secret)
  }
  await page.context().close()
})

test('전화기에서: 결제 페이지에서 카드를 등록하고 돌아온다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js', true)
  await page.getByRole('button', { name: '카드 등록' }).tap()
  await page.waitForURL((url) => url.origin === sandbox.url)
  await page.waitForFunction(() => document.title === '카드 등록창')
  await registerInWindow(page, '#sandbox-phone-window iframe')
  await page.waitForURL((url) => url.origin === shopUrl)
  await expectRegistered(sandbox)
  expect(new URL(page.url()).searchParams.get('imp_uid')).toMatch(/^imp_\d{12}$/)
  expect(page.url()).not.toMatch(/5555|791103/)
  // Back shows no card either.
  await page.goBack()
  const number = page.frameLocator('#sandbox-phone-window iframe').getByLabel('카드 번호')
  await number.waitFor()
  expect(await number.inputValue()).toBe('')
  await page.context().close()
})

test('페이지가 열린 뒤 밖에서 켠 사고도 바로 그 결제에 일어난다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js')
  await control(sandbox, 'PUT', '/faults', { faults: ['callback-lost'] })
  await page.getByRole('button', { name: '결제', exact: true }).click()
  await payInWindow(page, '.imp-frame')
  await page.locator('.imp-dialog').waitFor({ state: 'hidden' })
  expect(await answersOf(page)).toEqual([])
  expect((await control(sandbox, 'GET', '/payments')).body.payments).toMatchObject([{ status: 'paid' }])
  await page.context().close()
})

test('창의 개발자 도구에서 켠 사고와 시각은 서버의 것이 된다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js')
  await page.getByRole('button', { name: '결제', exact: true }).click()
  const frame = page.frameLocator('.imp-frame')
  await frame.getByText('개발자 도구').click()
  await frame.getByRole('button', { name: '+1일' }).click()
  await frame.getByRole('checkbox', { name: '카드사·은행이 거절' }).check()
  await payInWindow(page, '.imp-frame')
  await page.waitForFunction(() => (window as unknown as { answers: object[] }).answers.length > 0)
  expect(await answersOf(page)).toMatchObject([{ error_code: 'REJECT_CARD_COMPANY' }])
  const { body } = await control(sandbox, 'GET', '/state')
  expect(body).toMatchObject({ faults: ['declined'], clock: { ahead: 86_400_000 } })
  await page.context().close()
})

test('승인의 답이 오다 사라지면 창은 모른다고 하고, 다시 누르면 처음 결과를 듣는다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await visit(sandbox, '/v1/iamport.js')
  await page.getByRole('button', { name: '결제', exact: true }).click()
  // The approval is made and its answer cut off.
  let cut = 0
  await page.route('**/approve', async (route) => {
    cut += 1
    if (cut > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await payInWindow(page, '.imp-frame')
  const frame = page.frameLocator('.imp-frame')
  await frame.getByText('응답을 받지 못했어요').waitFor()
  expect((await control(sandbox, 'GET', '/payments')).body.payments).toMatchObject([{ status: 'paid' }])
  await frame.getByRole('button', { name: '55,000원 결제하기' }).click()
  await page.waitForFunction(() => (window as unknown as { answers: object[] }).answers.length > 0)
  expect((await answersOf(page))[0]).not.toHaveProperty('error_code')
  expect((await control(sandbox, 'GET', '/payments')).body.payments).toHaveLength(1)
  await page.context().close()
})

test('스크립트가 막히는 사고에서는 SDK가 없다', async () => {
  const sandbox = await openSandbox({ pageScript, faults: ['script-blocked'] })
  const page = await visit(sandbox, '/v1/iamport.js')
  expect(await page.evaluate(() => [document.body.dataset.sdk, 'IMP' in window])).toEqual(['blocked', false])
  await page.context().close()
})

test('모르는 결제의 결제 페이지는 찾을 수 없다고 말한다', async () => {
  const sandbox = await openSandbox({ pageScript })
  const page = await browser.newPage()
  await page.goto(`${sandbox.url}/pay?sandbox-pay=imp_000000000000`)
  await page.frameLocator('#sandbox-phone-window iframe').getByText('결제 정보를 찾을 수 없어요').waitFor()
  await page.goto(`${sandbox.url}/pay`)
  await page.getByText('결제 정보가 없는 주소예요').waitFor()
  await page.close()
})
