import { execFile } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltCli, buildCli, type RunningCli } from './builtCli.js'

/**
 * The curl lines of the 2022 document, letter for letter. Only the blanks behind each backslash are left out: with them
 * no shell takes it for the line's continuation.
 */
const curls = {
  onetime: String.raw`curl -H "Content-Type: application/json" \
     -X POST -d '{"merchant_uid":"order_id_8237352", "card_number":"1234-1234-1234-1234", "expiry":"2019-01", "birth":"123456", "amount":3000}' \
     https://api.iamport.kr/subscribe/payments/onetime`,
  register: String.raw`curl -H "Content-Type: application/json" \
     -X POST -d '{"card_number":"1234-1234-1234-1234", "expiry":"2025-12", "birth":"820213", "pwd_2digit":"00"}' \
     https://api.iamport.kr/subscribe/customers/your-customer-unique-id`,
  registerAndPay: String.raw`curl -H "Content-Type: application/json" \
     -X POST -d '{"customer_uid":"your-customer-unique-id", "merchant_uid":"order_id_8237352", "card_number":"1234-1234-1234-1234", "expiry":"2019-01", "birth":"123456", "amount":3000}' \
     https://api.iamport.kr/subscribe/payments/onetime`,
  again: String.raw`curl -H "Content-Type: application/json" \
     -X POST -d '{"customer_uid":"your-customer-unique-id", "merchant_uid":"order_id_8237352", "amount":3000}' \
     https://api.iamport.kr/subscribe/payments/again`,
}

/** The window's request of the 2022 document; its return address was a placeholder. */
const windowRequest = {
  pg: 'tosspayments',
  pay_method: 'card',
  merchant_uid: 'order_monthly_0001',
  name: '최초인증결제',
  amount: 0,
  customer_uid: 'your-customer-unique-id',
  buyer_email: 'iamport@siot.do',
  buyer_name: '아임포트',
  buyer_tel: '02-1234-1234',
  m_redirect_url: 'https://shop.example/complete',
  customer_id: 'matthew',
}
const sampleCard = { number: '1234-1234-1234-1234', expiry: '2025-12', birth: '820213', pwd2digit: '00' }

const paid = {
  imp_uid: expect.stringMatching(/^imps_\d{12}$/),
  merchant_uid: 'order_id_8237352',
  status: 'paid',
  amount: 3000,
  currency: 'KRW',
  channel: 'api',
  pay_method: 'card',
  pg_provider: 'tosspayments',
  card_number: '123412******1234',
}

let built: BuiltCli
let sandbox: RunningCli
let token: string
beforeAll(async () => {
  built = await buildCli()
})
afterEach(() => built.kill())
afterAll(() => built.remove())

/** A sandbox with its default keys, and the token that the document's lines leave out. */
async function begin() {
  sandbox = await built.start()
  const answer = await run(`curl -s -H "Content-Type: application/json" \
    -X POST -d '{"imp_key":"sandbox_key", "imp_secret":"sandbox_secret"}' ${sandbox.ready.url}/users/getToken`)
  token = answer.response.access_token
}

interface Answer {
  code: number
  message: string | null
  response: Record<string, unknown> & { access_token: string }
}

function run(command: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    execFile('/bin/sh', ['-c', command], (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}: ${stderr}`))
      else resolve(JSON.parse(stdout))
    })
  })
}

/** The document's line, with this sandbox for the host and a token. */
const curl = (line: string) =>
  run(
    line
      .replace('https://api.iamport.kr', sandbox.ready.url)
      .replace(/^curl /, `curl -H "Authorization: ${token}" `),
  )

async function control(path: string, body: object) {
  const response = await fetch(`${sandbox.ready.url}/sandbox${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

describe('2022년 문서의 curl을 셸에서, 주소와 토큰만 바꿔서', () => {
  test('토큰이 없으면 401이다', async () => {
    await begin()
    const bare = curls.onetime.replace('https://api.iamport.kr', sandbox.ready.url)
    expect(await run(bare)).toEqual({ code: -1, message: 'Unauthorized', response: null })
  })

  test('일회성 결제', async () => {
    await begin()
    const { code, message, response } = await curl(curls.onetime)
    expect([code, message]).toEqual([0, null])
    expect(response).toMatchObject({ ...paid, customer_uid: null, customer_uid_usage: null })
    // The card was not registered.
    expect(await curl(curls.again.replace('8237352', '8237353'))).toEqual({
      code: 1,
      message: '등록되지 않은 구매자입니다.',
      response: null,
    })
  })

  test('빌링키 발급, 그 키로 결제', async () => {
    await begin()
    const { code, response } = await curl(curls.register)
    expect(code).toBe(0)
    expect(response).toMatchObject({
      customer_uid: 'your-customer-unique-id',
      card_number: '123412******1234',
    })
    expect(await curl(curls.again)).toMatchObject({
      code: 0,
      response: { ...paid, customer_uid: 'your-customer-unique-id', customer_uid_usage: 'payment' },
    })
  })

  test('빌링키 발급과 최초 결제, 그 키로 결제', async () => {
    await begin()
    expect(await curl(curls.registerAndPay)).toMatchObject({
      code: 0,
      response: { ...paid, customer_uid: 'your-customer-unique-id' },
    })
    // The document uses one number for both: the second charge of it is refused, never made.
    expect(await curl(curls.again)).toMatchObject({ code: 1, response: null })
    expect(await curl(curls.again.replace('8237352', '8237353'))).toMatchObject({
      code: 0,
      response: { ...paid, merchant_uid: 'order_id_8237353' },
    })
  })

  test('비인증 결제창에서 받은 빌링키로 결제', async () => {
    await begin()
    const opened = JSON.parse((await control('/payments', { params: windowRequest })).text)
    const { impUid } = opened.offer
    const done = await control(`/payments/${impUid}/approve`, {
      choice: { method: 'billing', card: sampleCard },
    })
    expect(JSON.parse(done.text)).toMatchObject({
      response: { imp_uid: impUid, merchant_uid: 'order_monthly_0001' },
      payment: { status: 'paid', amount: 0, customer_uid_usage: 'issue' },
    })
    expect(await curl(curls.again)).toMatchObject({
      code: 0,
      response: { ...paid, customer_uid: 'your-customer-unique-id' },
    })
    // What was typed is in no answer and in nothing that was printed.
    for (const text of [done.text, sandbox.stdout(), sandbox.stderr()]) {
      expect(text).not.toMatch(/1234-1234-1234|1234123412341234|2025-12|820213/)
    }
  })
})
