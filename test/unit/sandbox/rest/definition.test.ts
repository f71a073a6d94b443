import { describe, expect, test } from 'vitest'
import {
  type BillingCore,
  createBillingCore,
  DAY,
  goodCard,
  nowOf,
  register,
} from '../billing/billingCore.js'
import { type DefinedOperation, operations } from '../definition.js'
import { expectAnswer } from '../expectShape.js'
import { type Answer, byShinhan, call, openWindow, send, tokenOf } from '../sandboxCore.js'
import { toForm } from './toForm.js'

/** Operations the sandbox has and always refuses, with the reason: they are other gateways'. */
const refusedForToss: Record<string, { reason: string; status: number }> = {
  getPaymentBalance: { reason: 'PAYCO only; 405 is in its list of statuses', status: 405 },
  updateVbank: { reason: 'Hecto only; 400 is its status for an unsupported gateway', status: 400 },
}

/** A valid request: values of the path, and everything the definition calls required. */
interface Example {
  path?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, unknown>
}

/** A shop with one of everything. */
async function openShop() {
  const core = createBillingCore()
  const pay = (
    merchant_uid: string,
    params: object,
    choice: Parameters<BillingCore['gateway']['approve']>[1],
  ) => {
    const { impUid } = openWindow(core, { merchant_uid, ...params })
    core.gateway.approve(impUid, choice)
    return impUid
  }
  const card = pay('card-order', {}, byShinhan)
  const transfer = pay('transfer-order', { pay_method: 'trans' }, { method: 'trans', bankCode: '092' })
  const withReceipt = pay('receipt-order', { pay_method: 'trans' }, { method: 'trans', bankCode: '092' })
  const account = pay('account-order', { pay_method: 'vbank' }, { method: 'vbank', bankCode: '004' })
  const escrow = pay('escrow-order', { escrow: true }, byShinhan)
  const sent = pay('sent-order', { escrow: true }, byShinhan)
  await register(core, 'card-1', { ...goodCard, customer_name: '홍길동' })
  const schedules = ['later', 'revoked'].map((merchant_uid, index) => ({
    merchant_uid,
    schedule_at: nowOf(core) + (index + 1) * DAY,
    amount: 9_900,
    name: '월 이용권',
    currency: 'KRW',
  }))
  const answers = [
    await call(core, 'POST', '/subscribe/payments/schedule', { customer_uid: 'card-1', schedules }),
    await call(core, 'POST', '/subscribe/payments/unschedule', { merchant_uid: ['revoked'] }),
    await call(core, 'POST', '/subscribe/payments/again', {
      customer_uid: 'card-1',
      merchant_uid: 'first-month',
      amount: 9_900,
    }),
    await call(core, 'POST', '/payments/prepare', { merchant_uid: 'prepared', amount: 1_000 }),
    await call(core, 'POST', `/receipts/${withReceipt}`, { identifier: '01012345678' }),
    await call(core, 'POST', `/escrows/logis/${sent}`, delivery),
  ]
  expect(answers.map(({ code, message }) => [code, message])).toEqual(answers.map(() => [0, null]))
  return { core, card, transfer, withReceipt, account, escrow, sent }
}

type Shop = Awaited<ReturnType<typeof openShop>>

const delivery = {
  sender: { name: '상점', tel: '02-1234-5678' },
  receiver: { name: '홍길동', tel: '010-1234-5678' },
  logis: { company: 'CJGLS', invoice: '123456789012', sent_at: 1_795_392_000 },
}
const period = (shop: Shop) => ({ from: String(nowOf(shop.core)), to: String(nowOf(shop.core) + 80 * DAY) })
const order = { merchant_uid: 'new-order', amount: 3_000 }
const inADay = (shop: Shop) => ({ schedule_at: nowOf(shop.core) + DAY })

const examples: Record<string, (shop: Shop) => Example> = {
  getToken: () => ({ body: { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' } }),
  getPayment: ({ card }) => ({ path: { imp_uid: card } }),
  getPayments: ({ card }) => ({ query: { 'imp_uid[]': card, 'merchant_uid[]': 'transfer-order' } }),
  findPayment: () => ({ path: { merchant_uid: 'card-order', payment_status: 'paid' } }),
  findAllPayments: () => ({ path: { merchant_uid: 'card-order', payment_status: 'paid' } }),
  getPaymentsByStatus: () => ({ path: { payment_status: 'all' } }),
  preparePayment: () => ({ body: order }),
  updatePreparedPayment: () => ({ body: { merchant_uid: 'prepared', amount: 2_000 } }),
  getPreparedPayment: () => ({ path: { merchant_uid: 'prepared' } }),
  cancelPayment: ({ card }) => ({ body: { imp_uid: card } }),
  payOnetime: () => ({ body: { ...order, ...goodCard } }),
  payAgain: () => ({ body: { ...order, customer_uid: 'card-1' } }),
  schedulePayments: (shop) => ({
    body: { customer_uid: 'card-1', schedules: [{ ...order, ...inADay(shop), name: '이용권' }] },
  }),
  listSchedules: (shop) => {
    const { from, to } = period(shop)
    return { query: { schedule_from: from, schedule_to: to } }
  },
  unschedulePayments: () => ({ body: { customer_uid: 'card-1' } }),
  getSchedule: () => ({ path: { merchant_uid: 'later' } }),
  updateSchedule: (shop) => ({ path: { merchant_uid: 'later' }, body: inADay(shop) }),
  reschedule: (shop) => ({ path: { merchant_uid: 'revoked' }, body: inADay(shop) }),
  retrySchedule: () => ({ path: { merchant_uid: 'revoked' } }),
  listSchedulesByCustomer: (shop) => ({ path: { customer_uid: 'card-1' }, query: period(shop) }),
  getCustomers: () => ({ query: { 'customer_uid[]': 'card-1' } }),
  getCustomer: () => ({ path: { customer_uid: 'card-1' } }),
  issueCustomer: () => ({ path: { customer_uid: 'card-2' }, body: { ...goodCard } }),
  deleteCustomer: () => ({ path: { customer_uid: 'card-1' }, query: { reason: '해지' } }),
  listCustomerPayments: () => ({ path: { customer_uid: 'card-1' } }),
  listCustomerSchedules: (shop) => ({ path: { customer_uid: 'card-1' }, query: period(shop) }),
  issueVbank: (shop) => ({
    body: {
      ...order,
      channel_key: 'channel-key-tosspayments',
      vbank_code: '004',
      vbank_due: nowOf(shop.core) + DAY,
      buyer_name: '홍길동',
    },
  }),
  revokeVbank: ({ account }) => ({ path: { imp_uid: account } }),
  getEscrowLogis: ({ sent }) => ({ path: { imp_uid: sent } }),
  createEscrowLogis: ({ escrow }) => ({ path: { imp_uid: escrow }, body: { ...delivery } }),
  updateEscrowLogis: ({ sent }) => ({ path: { imp_uid: sent }, body: { ...delivery } }),
  getReceipt: ({ withReceipt }) => ({ path: { imp_uid: withReceipt } }),
  issueReceipt: ({ transfer }) => ({ path: { imp_uid: transfer }, body: { identifier: '01012345678' } }),
  cancelReceipt: ({ withReceipt }) => ({ path: { imp_uid: withReceipt } }),
  listCards: () => ({}),
  getCard: () => ({ path: { card_standard_code: '366' } }),
  listBanks: () => ({}),
  getBank: () => ({ path: { bank_standard_code: '004' } }),
  listPgSettings: () => ({}),
}

function pathOf({ path }: DefinedOperation, example: Example): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(example.path?.[name] ?? ''))
  const query = new URLSearchParams(example.query).toString()
  return query ? `${filled}?${query}` : filled
}

const ask = ({ core }: Shop, operation: DefinedOperation, example: Example): Promise<Answer> =>
  call(core, operation.method, pathOf(operation, example), example.body)

const without = (fields: Record<string, unknown> | undefined, names: string[]) =>
  fields && Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

function lacking(example: Example, ...names: string[]): Example {
  return {
    ...example,
    query: without(example.query, names) as Record<string, string>,
    body: without(example.body, names),
  }
}

const imitated = operations.filter(({ id }) => !refusedForToss[id])
const exampleOf = ({ id }: DefinedOperation, shop: Shop): Example => {
  const make = examples[id]
  if (!make) throw new Error(`no example of ${id}`)
  return make(shop)
}

test('every operation of the definition is imitated, or refused for a reason', () => {
  expect(operations).toHaveLength(41)
  expect([...Object.keys(examples), ...Object.keys(refusedForToss)].sort()).toEqual(
    operations.map(({ id }) => id).sort(),
  )
})

describe.each(imitated.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
  test('answers what the definition says it answers', async () => {
    const shop = await openShop()
    const answer = await ask(shop, operation, exampleOf(operation, shop))
    expect(answer).toMatchObject({ status: 200, code: 0, message: null })
    expectAnswer(answer.response, operation.answer)
  })

  const { params } = operation
  const inRequest = params.filter((param) => param.in !== 'path')

  test.each(inRequest.filter(({ required }) => required).map(({ name }) => name))(
    'is refused without %s, and nothing changes',
    async (name) => {
      const shop = await openShop()
      const before = shop.core.stored()
      const answer = await ask(shop, operation, lacking(exampleOf(operation, shop), name))
      expect(answer).toMatchObject({ status: 400, code: -1, response: null })
      expect(answer.message).toContain(name)
      expect(shop.core.stored()).toBe(before)
    },
  )

  const alternatives = inRequest.filter(({ oneOf }) => oneOf).map(({ name }) => name)
  if (alternatives.length > 0) {
    test('needs one of its alternatives', async () => {
      const shop = await openShop()
      const answer = await ask(shop, operation, lacking(exampleOf(operation, shop), ...alternatives))
      expect(answer.code).not.toBe(0)
      expect(answer.response).toBeNull()
    })
  }

  const withEnum = params.filter((param) => param.enum && !param.otherPgs)
  test.each(withEnum.map((param) => [param.name, param] as const))(
    'takes every documented %s and refuses any other',
    async (name, param) => {
      for (const value of [...(param.enum ?? []), 'nonsense'] as string[]) {
        const shop = await openShop()
        const example = exampleOf(operation, shop)
        const place = param.in as 'path' | 'query' | 'body'
        const answer = await ask(shop, operation, {
          ...example,
          [place]: { ...example[place], [name]: value },
        })
        // A documented value may find nothing, and is then 404.
        if (value === 'nonsense') expect(answer).toMatchObject({ status: 400, code: -1, response: null })
        else expect([200, 404], `${name}=${value}: ${answer.message}`).toContain(answer.status)
      }
    },
  )

  const ids = inRequest.filter(({ name }) => /^(merchant_uid|customer_uid|channel_key)$/.test(name))
  test.each(ids.flatMap(({ name, maxLength }) => (maxLength ? [[name, maxLength] as const] : [])))(
    'refuses a %s of more than %i characters',
    async (name, maxLength) => {
      const shop = await openShop()
      const example = exampleOf(operation, shop)
      const body = { ...example.body, [name]: 'x'.repeat(maxLength + 1) }
      expect(await ask(shop, operation, { ...example, body })).toMatchObject({ status: 400, response: null })
    },
  )

  if (params.some((param) => param.in === 'body')) {
    test('takes a form as it takes JSON', async () => {
      const shop = await openShop()
      const example = exampleOf(operation, shop)
      const headers = { Authorization: await tokenOf(shop.core) }
      const form = toForm(example.body ?? {})
      const answer = await send(shop.core, operation.method, pathOf(operation, example), headers, form)
      expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200, code: 0 })
      expectAnswer(answer.response, operation.answer)
    })
  }

  if (operation.id !== 'getToken') {
    test('answers 401 without a token, and nothing changes', async () => {
      const shop = await openShop()
      const before = shop.core.stored()
      const example = exampleOf(operation, shop)
      const headers = { 'Content-Type': 'application/json' }
      const path = pathOf(operation, example)
      const answer = await send(shop.core, operation.method, path, headers, example.body)
      expect(answer).toEqual({ status: 401, code: -1, message: 'Unauthorized', response: null })
      expect(shop.core.stored()).toBe(before)
    })
  }
})

describe.each(Object.entries(refusedForToss))('%s', (id, { status }) => {
  test('is refused for every Toss payment, and knows an unknown one', async () => {
    const shop = await openShop()
    const operation = operations.find((each) => each.id === id)
    if (!operation) throw new Error(`no operation ${id}`)
    expect(operation.statuses).toContain(status)
    const answer = await ask(shop, operation, { path: { imp_uid: shop.account } })
    expect(answer).toMatchObject({ status, code: -1, response: null })
    const unknown = await ask(shop, operation, { path: { imp_uid: 'imp_000000000000' } })
    expect(unknown).toMatchObject({ status: 404, code: -1, response: null })
  })
})
