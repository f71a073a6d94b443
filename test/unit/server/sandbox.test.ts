// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { readPaymentRecord } from '../../../src/payment/readPaymentRecord.js'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js'
import { createPortOneClient, type PortOneClient, toPaymentRecord } from '../../../src/server/index.js'

const order = {
  merchant_uid: 'order/1',
  name: '신발',
  amount: 55_000,
  buyer_name: '홍길동',
  custom_data: { cart: 7 },
}
const byShinhan = { method: 'card', cardCode: '366', quota: 3 } as const

let sandbox: Sandbox
let portOne: PortOneClient
let hits: string[]

beforeEach(() => {
  sandbox = createSandbox()
  hits = []
  portOne = createPortOneClient({
    impKey: 'sandbox_key',
    impSecret: 'sandbox_secret',
    retryDelay: 0,
    now: sandbox.clock.now,
    fetch: (request) => {
      hits.push(`${request.method} ${new URL(request.url).pathname}`)
      return sandbox.fetch(request)
    },
  })
})

function open(changes: Record<string, unknown> = {}): string {
  const opened = sandbox.gateway.open(
    { ...order, m_redirect_url: 'https://shop.example', ...changes },
    { channel: 'pc', sdk: 'new' },
  )
  if (!opened.opened) throw new Error(JSON.stringify(opened.response))
  return opened.offer.impUid
}

function payByCard(changes: Record<string, unknown> = {}): string {
  const impUid = open(changes)
  sandbox.gateway.approve(impUid, byShinhan)
  return impUid
}

function payByDeposit(): string {
  const impUid = open({ pay_method: 'vbank' })
  sandbox.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })
  expect(sandbox.gateway.deposit(impUid)).toEqual({ accepted: true })
  return impUid
}

describe('샌드박스의 결제를 읽는다', () => {
  it('a card payment, by its number, by its order and among others', async () => {
    const impUid = payByCard()
    const payment = await portOne.getPayment(impUid)
    expect(payment).toMatchObject({
      impUid,
      merchantUid: 'order/1',
      status: 'paid',
      amount: 55_000,
      cancelAmount: 0,
      currency: 'KRW',
      payMethod: 'card',
      cardCode: '366',
      cardQuota: 3,
      sandbox: true,
      buyerName: '홍길동',
      customData: { cart: 7 },
      cancelHistory: [],
    })
    expect(Math.abs(Number(payment.paidAt) - Date.now())).toBeLessThan(5000)
    expect(await portOne.findPayment('order/1', { status: 'paid' })).toEqual(payment)
    expect((await portOne.findAllPayments('order/1')).list).toEqual([payment])
    expect(await portOne.getPayments({ merchantUids: ['order/1', 'order/2'] })).toEqual({
      payments: [payment],
      missingImpUids: [],
      missingMerchantUids: ['order/2'],
    })
    expect(hits.filter((hit) => hit === 'POST /users/getToken')).toHaveLength(1)
  })

  it('several attempts at one order, newest first, page by page', async () => {
    const attempts = [open(), open(), open()]
    const page = await portOne.findAllPayments('order/1', { page: 2, limit: 1 })
    expect(page).toMatchObject({ total: 3, previous: 1, next: 3, list: [{ impUid: attempts[1] }] })
    await expect(portOne.findAllPayments('order/1', { limit: 1001 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it('no such payment is NOT_FOUND, wrong keys are UNAUTHORIZED', async () => {
    await expect(portOne.getPayment('imp_999999999999')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      gateway: { code: -1, message: '존재하지 않는 결제정보입니다.' },
    })
    await expect(portOne.findPayment('order-9')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const stranger = createPortOneClient({ impKey: 'sandbox_key', impSecret: 'wrong', fetch: sandbox.fetch })
    await expect(stranger.getPayment('imp_1')).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
      operation: 'getToken',
    })
  })

  it('goes on over days, through every end of a token', async () => {
    const impUid = payByCard()
    for (let step = 0; step < 60; step++) {
      sandbox.clock.advance([10_000, 29_000, 290_000, 1_750_000, 86_400_000][step % 5] as number)
      expect((await portOne.getPayment(impUid)).status).toBe('paid')
    }
  })

  it('an address the sandbox does not have is refused by name, not taken for an answer', async () => {
    const lost = createPortOneClient({
      impKey: 'sandbox_key',
      impSecret: 'sandbox_secret',
      fetch: (request) => sandbox.fetch(new Request(request.url.replace('/banks', '/bankz'), request)),
    })
    await expect(lost.listBanks()).rejects.toMatchObject({ code: 'NOT_FOUND', operation: 'listBanks' })
  })

  it('a gateway that fails is asked again before it is given up', async () => {
    const impUid = payByCard()
    sandbox.faults.set('confirm-down')
    hits.length = 0
    await expect(portOne.getPayment(impUid)).rejects.toMatchObject({ code: 'GATEWAY_ERROR', status: 500 })
    expect(hits.filter((hit) => hit.startsWith('GET'))).toHaveLength(3)
  })
})

describe('사전 등록', () => {
  it('registers, changes and reads the amount of an order', async () => {
    expect(await portOne.preparePayment({ merchantUid: 'order/1', amount: 55_000 })).toMatchObject({
      merchantUid: 'order/1',
      amount: 55_000,
      currency: null,
    })
    await portOne.preparePayment({ merchantUid: 'order/1', amount: 55_000 })
    await expect(portOne.preparePayment({ merchantUid: 'order/1', amount: 1 })).rejects.toMatchObject({
      code: 'REFUSED',
    })
    await portOne.updatePreparedPayment({ merchantUid: 'order/1', amount: 49_000, currency: 'KRW' })
    expect(await portOne.getPreparedPayment('order/1')).toMatchObject({ amount: 49_000, currency: 'KRW' })
    await expect(portOne.updatePreparedPayment({ merchantUid: 'order-2', amount: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('환불', () => {
  it('in two parts, each with what is left as checksum; then there is nothing left', async () => {
    const impUid = payByCard()
    const first = await portOne.cancelPayment({
      impUid,
      amount: 15_000,
      checksum: 55_000,
      reason: '부분 반품',
    })
    expect(first).toMatchObject({ status: 'cancelled', cancelAmount: 15_000 })
    expect(first.cancelHistory).toMatchObject([{ amount: 15_000, reason: '부분 반품' }])
    await expect(portOne.cancelPayment({ impUid, amount: 15_000, checksum: 55_000 })).rejects.toMatchObject({
      code: 'REFUSED',
    })
    expect(await portOne.cancelPayment({ merchantUid: 'order/1' })).toMatchObject({ cancelAmount: 55_000 })
    await expect(portOne.cancelPayment({ impUid })).rejects.toMatchObject({
      code: 'REFUSED',
      gateway: { code: 1, message: '이미 전액취소된 주문입니다.' },
    })
  })

  it('a virtual account needs an account to pay back to', async () => {
    const impUid = payByDeposit()
    for (const request of [{ impUid }, { merchantUid: 'order/1' }]) {
      await expect(portOne.cancelPayment(request)).rejects.toMatchObject({ code: 'REFUND_ACCOUNT_REQUIRED' })
    }
    expect(hits).not.toContain('POST /payments/cancel')
    const refundAccount = { holder: '홍길동', bank: '088', account: '110123456789' }
    expect(await portOne.cancelPayment({ impUid, refundAccount })).toMatchObject({ cancelAmount: 55_000 })
  })

  it('a refund whose answer was lost went through, and is found by looking it up', async () => {
    const impUid = payByCard()
    let lose = true
    const unlucky = createPortOneClient({
      impKey: 'sandbox_key',
      impSecret: 'sandbox_secret',
      fetch: async (request) => {
        const response = await sandbox.fetch(request)
        if (!request.url.endsWith('/payments/cancel') || !lose) return response
        lose = false
        throw new TypeError('fetch failed')
      },
    })
    const request = { impUid, amount: 10_000, checksum: 55_000 }
    await expect(unlucky.cancelPayment(request)).rejects.toMatchObject({ code: 'UNKNOWN_RESULT' })
    expect((await unlucky.getPayment(impUid)).cancelAmount).toBe(10_000)
    // What the error says: with the same checksum, a repeat gives nothing back a second time.
    await expect(unlucky.cancelPayment(request)).rejects.toMatchObject({ code: 'REFUSED' })
    expect((await unlucky.getPayment(impUid)).cancelAmount).toBe(10_000)
  })
})

describe('the record for the page', () => {
  it('of a card payment', async () => {
    const payment = await portOne.getPayment(payByCard())
    const record = toPaymentRecord(payment)
    expect(readPaymentRecord(record)).toBe(record)
    expect(JSON.parse(JSON.stringify(record))).toEqual({
      impUid: payment.impUid,
      merchantUid: 'order/1',
      status: 'paid',
      amount: 55_000,
      currency: 'KRW',
      payMethod: 'card',
      cancelAmount: 0,
      card: {
        code: '366',
        name: payment.cardName,
        quota: 3,
        number: payment.cardNumber,
        approvalNumber: payment.applyNum,
      },
      paidAt: payment.raw.paid_at,
      receiptUrl: null,
      failReason: null,
      name: '신발',
    })
  })

  it('of an account that waits for its deposit', async () => {
    const impUid = open({ pay_method: 'vbank' })
    expect(toPaymentRecord(await portOne.getPayment(impUid))).not.toHaveProperty('virtualAccount')
    sandbox.gateway.approve(impUid, { method: 'vbank', bankCode: '088' })
    const payment = await portOne.getPayment(impUid)
    const record = toPaymentRecord(payment)
    expect(record).toMatchObject({
      status: 'ready',
      payMethod: 'vbank',
      virtualAccount: {
        bankCode: '088',
        number: payment.vbankNum,
        holder: null,
        dueAt: payment.raw.vbank_date,
      },
    })
    expect(record).not.toHaveProperty('card')
    expect(record).not.toHaveProperty('paidAt')
  })

  it('of a window that was opened and left has no card', async () => {
    expect(toPaymentRecord(await portOne.getPayment(open()))).not.toHaveProperty('card')
  })
})
