// @vitest-environment node
import { describe, expect, it, test } from 'vitest'
import definition from './restDefinition.json' with { type: 'json' }
import { type Schema, sampleAnswer } from './sampleAnswer.js'
import { answer, GATEWAY_NOW, refusal, type Sent, scriptedClient } from './scriptedGateway.js'
import { type OperationCase as Case, subscribeCases } from './subscribeCases.js'

const impUid = 'imp_000000000001'
const merchantUid = 'order/1?'
const at = new Date('2026-11-23T00:00:00.900Z')
const party = { name: '홍길동', tel: '010', addr: '서울', postcode: '04783' }
const address = { addressLine1: '성수일로', addressLine2: '12층' }
const logis = {
  sender: { ...party, relationship: '판매자', formedAddress: address },
  receiver: { ...party, formedAddress: address },
  logis: { company: 'LOGEN', invoice: '123', sentAt: at, receivingAt: '20261124', address: '서울' },
  products: [{ id: 'p1', name: '신발', code: 'c', amount: 1000, currency: 'KRW', quantity: 1, tag: 't' }],
}
const sentParty = {
  ...party,
  formed_address: { address_line_1: '성수일로', address_line_2: '12층' },
}
const sentLogis = {
  sender: { ...sentParty, relationship: '판매자' },
  receiver: sentParty,
  logis: {
    company: 'LOGEN',
    invoice: '123',
    sent_at: 1_795_392_000,
    receiving_at: '20261124',
    address: '서울',
  },
  products: logis.products,
}

/** Every operation with every parameter a Toss merchant can give, and what has to leave. */
const cases: Record<string, Case> = {
  getPayment: {
    call: (client) => client.getPayment(impUid, { includeSandbox: true }),
    path: `/payments/${impUid}`,
    query: [['include_sandbox', 'true']],
  },
  getPayments: {
    call: (client) => client.getPayments({ impUids: [impUid, 'imp_2'], merchantUids: [merchantUid] }),
    path: '/payments',
    query: [
      ['imp_uid[]', impUid],
      ['imp_uid[]', 'imp_2'],
      ['merchant_uid[]', merchantUid],
    ],
  },
  findPayment: {
    call: (client) => client.findPayment(merchantUid, { status: 'cancelled', sorting: '-paid' }),
    path: '/payments/find/order%2F1%3F/cancelled',
    query: [['sorting', '-paid']],
  },
  findAllPayments: {
    call: (client) =>
      client.findAllPayments(merchantUid, { status: 'paid', page: 2, limit: 50, sorting: 'updated' }),
    path: '/payments/findAll/order%2F1%3F/paid',
    query: [
      ['page', '2'],
      ['limit', '50'],
      ['sorting', 'updated'],
    ],
  },
  getPaymentsByStatus: {
    call: (client) =>
      client.getPaymentsByStatus('all', { page: 1, limit: 20, from: at, to: at, sorting: 'started' }),
    path: '/payments/status/all',
    query: [
      ['page', '1'],
      ['limit', '20'],
      ['from', '1795392000'],
      ['to', '1795392000'],
      ['sorting', 'started'],
    ],
  },
  getPaymentBalance: {
    call: (client) => client.getPaymentBalance(impUid),
    path: `/payments/${impUid}/balance`,
  },
  preparePayment: {
    call: (client) => client.preparePayment({ merchantUid, amount: 55_000, currency: 'KRW' }),
    path: '/payments/prepare',
    body: { merchant_uid: merchantUid, amount: 55_000, currency: 'KRW' },
  },
  updatePreparedPayment: {
    call: (client) => client.updatePreparedPayment({ merchantUid, amount: 55_000, currency: 'KRW' }),
    path: '/payments/prepare',
    body: { merchant_uid: merchantUid, amount: 55_000, currency: 'KRW' },
  },
  getPreparedPayment: {
    call: (client) => client.getPreparedPayment(merchantUid),
    path: '/payments/prepare/order%2F1%3F',
  },
  cancelPayment: {
    call: (client) =>
      client.cancelPayment({
        impUid,
        amount: 10_000,
        taxFree: 1000,
        vatAmount: 900,
        checksum: 55_000,
        reason: '부분 반품',
        refundAccount: { holder: '홍길동', bank: '088', account: '110123456789', tel: '010' },
        retainPromotion: true,
        enableWebhook: true,
        requester: 'customer',
        payMethod: 'vbank',
      }),
    path: '/payments/cancel',
    body: {
      imp_uid: impUid,
      amount: 10_000,
      tax_free: 1000,
      vat_amount: 900,
      checksum: 55_000,
      reason: '부분 반품',
      refund_holder: '홍길동',
      refund_bank: '088',
      refund_account: '110123456789',
      refund_tel: '010',
      retain_promotion: true,
      enable_webhook: true,
      extra: { requester: 'customer' },
    },
  },
  issueVbank: {
    call: (client) =>
      client.issueVbank({
        channelKey: 'channel-key-1',
        merchantUid,
        amount: 55_000,
        vbankCode: '088',
        vbankDue: at,
        vbankKey: 'fixed-1',
        name: '신발',
        buyerName: '홍길동',
        buyerEmail: 'a@b.c',
        buyerTel: '010',
        buyerAddr: '서울',
        buyerPostcode: '04783',
        noticeUrl: 'https://shop.example/webhook',
        customData: { cart: 7 },
        productCount: 1,
        escrowPassword: '1234',
        fixedUnlimitedVbank: true,
      }),
    path: '/vbanks',
    body: {
      channel_key: 'channel-key-1',
      merchant_uid: merchantUid,
      amount: 55_000,
      vbank_code: '088',
      vbank_due: 1_795_392_000,
      vbank_key: 'fixed-1',
      name: '신발',
      buyer_name: '홍길동',
      buyer_email: 'a@b.c',
      buyer_tel: '010',
      buyer_addr: '서울',
      buyer_postcode: '04783',
      notice_url: ['https://shop.example/webhook'],
      custom_data: '{"cart":7}',
      product_count: 1,
      escrow_password: '1234',
      fixed_unlimited_vbank: true,
    },
  },
  revokeVbank: { call: (client) => client.revokeVbank(impUid), path: `/vbanks/${impUid}` },
  getEscrowLogis: { call: (client) => client.getEscrowLogis(impUid), path: `/escrows/logis/${impUid}` },
  createEscrowLogis: {
    call: (client) => client.createEscrowLogis(impUid, { ...logis, sendEmail: false }),
    path: `/escrows/logis/${impUid}`,
    body: { ...sentLogis, send_email: false },
  },
  updateEscrowLogis: {
    call: (client) => client.updateEscrowLogis(impUid, logis),
    path: `/escrows/logis/${impUid}`,
    body: sentLogis,
  },
  getReceipt: { call: (client) => client.getReceipt(impUid), path: `/receipts/${impUid}` },
  issueReceipt: {
    call: (client) =>
      client.issueReceipt(impUid, {
        identifier: '01012345678',
        type: 'company',
        buyerName: '홍길동',
        buyerEmail: 'a@b.c',
        buyerTel: '010',
        taxFree: 0,
        vat: 5000,
        vatAmount: 5000,
      }),
    path: `/receipts/${impUid}`,
    body: {
      identifier: '01012345678',
      type: 'company',
      buyer_name: '홍길동',
      buyer_email: 'a@b.c',
      buyer_tel: '010',
      tax_free: 0,
      vat: 5000,
      vat_amount: 5000,
    },
  },
  cancelReceipt: { call: (client) => client.cancelReceipt(impUid), path: `/receipts/${impUid}` },
  listCards: { call: (client) => client.listCards(), path: '/cards' },
  getCard: { call: (client) => client.getCard('366'), path: '/cards/366' },
  listBanks: { call: (client) => client.listBanks(), path: '/banks' },
  getBank: { call: (client) => client.getBank('088'), path: '/banks/088' },
  ...subscribeCases,
}

const operations = definition.operations.filter(({ id }) => id !== 'getToken')

function documentedAnswer(name: string): unknown {
  const schema = name.replace('[]', '') as Schema
  return name.endsWith('[]') ? [sampleAnswer(schema)] : sampleAnswer(schema)
}

/** What is there before a charge or a registration is sent: no payment yet, and a key. */
function answerBefore({ path }: Sent): Response {
  return path.includes('findAll') ? refusal(404, '없음') : answer(sampleAnswer('Customer'))
}

test('every operation of the definition that a Toss merchant uses is covered', () => {
  expect(Object.keys(cases).sort()).toEqual(operations.map(({ id }) => id).sort())
})

describe.each(operations)('$id', ({ id, method, path, query, body, required, otherPgs, answer: schema }) => {
  const one = cases[id] as Case
  const run = async () => {
    const { client, sent } = scriptedClient(
      (each) => (each.method === method ? answer(documentedAnswer(schema)) : answerBefore(each)),
      { now: () => (GATEWAY_NOW - 60) * 1000 },
    )
    const result = await one.call(client)
    const own = sent.filter((each) => each.method === method)
    expect(own).toHaveLength(1)
    return { result, request: own[0] as Sent }
  }

  it('leaves as the definition has it', async () => {
    const { request } = await run()
    expect(request).toMatchObject({ method, path: one.path, redirect: 'manual' })
    expect(request.query).toEqual(one.query ?? [])
    expect(request.body).toEqual(one.body)
    const template = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    expect(request.path).toMatch(template)
    expect(request.headers.get('authorization')).toBe('Bearer token-1')
    expect(request.headers.get('content-type')).toBe(one.body ? 'application/json' : null)
  })

  it('can send every documented parameter, and no other', async () => {
    const { request } = await run()
    const given = new Set([...request.query.map(([name]) => name), ...Object.keys(request.body ?? {})])
    // Of these, one or the other is sent; other PGs' fields are not for Toss.
    const spared = { cancelPayment: 'merchant_uid', unschedulePayments: 'customer_uid' }
    const documented = [...query, ...body].filter((name) => name !== spared[id as keyof typeof spared])
    expect([...given].filter((name) => ![...documented, ...otherPgs].includes(name))).toEqual([])
    expect(documented.filter((name) => !given.has(name))).toEqual([])
    expect(required.filter((name) => !given.has(name))).toEqual([])
  })
})

const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase())
const fieldsOf = (schema: Schema) =>
  [...definition.schemas[schema].map(({ name }) => camel(name)), 'raw'].sort()

test('a scheduled charge can have every documented parameter, and no other', () => {
  const documented = definition.schemas.Schedule.map(({ name }) => name)
  const otherPgs = ['product_type', 'cash_receipt_type', 'interest_free_by_merchant', 'use_card_point']
  const [sent] = (subscribeCases.schedulePayments?.body?.schedules ?? []) as [object]
  expect(Object.keys(sent).sort()).toEqual(documented.filter((name) => !otherPgs.includes(name)).sort())
})

describe('answers', () => {
  const read = async (schema: string, call: Case['call']) => {
    const { client } = scriptedClient(() => answer(documentedAnswer(schema)))
    return (await call(client)) as Record<string, unknown>
  }

  it.each([
    ['Payment', 'getPayment'],
    ['PaymentPrepare', 'preparePayment'],
    ['PagedPayment', 'findAllPayments'],
    ['PaymentBalanceResponse', 'getPaymentBalance'],
    ['Receipt', 'getReceipt'],
    ['EscrowLogis', 'getEscrowLogis'],
    ['StandardCode', 'getCard'],
    ['ScheduleResult', 'getSchedule'],
    ['Customer', 'getCustomer'],
    ['SuperBillingKey', 'getCustomer'],
  ] as [Schema, string][])(
    '%s has every documented field in camelCase, and the whole answer as raw',
    async (schema, id) => {
      const { kind, ...result } = await read(schema, (cases[id] as Case).call)
      expect(Object.keys(result).sort()).toEqual(fieldsOf(schema))
      expect(result.raw).toEqual(documentedAnswer(schema))
    },
  )

  it('times are dates, and every other value is what the gateway said', async () => {
    const payment = await read('Payment', (client) => client.getPayment(impUid))
    const given = sampleAnswer('Payment')
    for (const field of definition.schemas.Payment) {
      const value = payment[camel(field.name)]
      if ('time' in field) expect(value, field.name).toEqual(new Date(Number(given[field.name]) * 1000))
      else if (field.type === 'array' || field.type === 'object') expect(value, field.name).toBeTruthy()
      else if (field.name === 'custom_data') expect(value).toEqual({ cart: 7 })
      else expect(value, field.name).toBe(given[field.name])
    }
    expect(payment.cancelHistory).toEqual([
      {
        cancellationId: 'cancellation_id-text',
        pgTid: 'pg_tid-text',
        amount: 55_000,
        cancelledAt: new Date(1_795_392_002_000),
        reason: 'reason-text',
        receiptUrl: 'receipt_url-text',
      },
    ])
    expect(payment.depositHistory).toEqual([
      {
        pgTid: 'pg_tid-text',
        amount: 55_000,
        depositorName: 'depositor_name-text',
        depositedAt: new Date(1_795_392_003_000),
      },
    ])
    expect(payment.promotion).toEqual({ id: 'promotion-1', discount: 1000 })
  })

  it('0 as a time and 0 as a page are null, a missing text is null, a missing list is empty', async () => {
    const empty = {
      paid_at: 0,
      vbank_date: null,
      card_name: undefined,
      cancel_history: undefined,
      deposit_history: null,
    }
    const { client } = scriptedClient(({ path }) =>
      answer(
        path.includes('findAll')
          ? { total: 0, previous: 0, next: 0, list: null }
          : sampleAnswer('Payment', { ...empty, card_quota: null, custom_data: 'not json' }),
      ),
    )
    expect(await client.getPayment(impUid)).toMatchObject({
      paidAt: null,
      vbankDate: null,
      cardName: null,
      cancelHistory: [],
      depositHistory: [],
      cardQuota: 0,
      customData: 'not json',
    })
    expect(await client.findAllPayments(merchantUid)).toMatchObject({
      total: 0,
      previous: null,
      next: null,
      list: [],
    })
  })

  it('a field this version does not know is under raw', async () => {
    const { client } = scriptedClient(() => answer(sampleAnswer('Payment', { from_next_year: [1] })))
    expect((await client.getPayment(impUid)).raw.from_next_year).toEqual([1])
  })
})

describe('ids', () => {
  it.each([
    ['a/b', 'a%2Fb'],
    ['50%', '50%25'],
    ['a?b#c', 'a%3Fb%23c'],
    ['주문 1', '%EC%A3%BC%EB%AC%B8%201'],
    ['../cancel', '..%2Fcancel'],
    ['..%2f', '..%252f'],
  ])('order %s stays one step of the path', async (id, encoded) => {
    const { client, sent } = scriptedClient(() => answer(sampleAnswer('Payment', { merchant_uid: id })))
    await client.findPayment(id)
    expect(sent[0]?.path).toBe(`/payments/find/${encoded}`)
  })

  it.each(['', '.', '..', '\ud800', 5 as never, undefined as never])(
    '%j is refused before anything is sent',
    async (id) => {
      const { client, sent, tokensAsked } = scriptedClient(() => answer(null))
      await expect(client.getPayment(id)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
      await expect(client.findPayment(id)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
      expect([sent.length, tokensAsked()]).toEqual([0, 0])
    },
  )
})

it('a period or page that cannot be written is refused before anything is sent', async () => {
  const { client, sent, tokensAsked } = scriptedClient(() => answer(null))
  for (const query of [{ from: new Date('') }, { page: Number.NaN }]) {
    await expect(client.getPaymentsByStatus('paid', query)).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  }
  expect([sent.length, tokensAsked()]).toEqual([0, 0])
})

it('a sub-merchant is named in the Tier header, and another base address keeps its path', async () => {
  const urls: string[] = []
  const { client } = scriptedClient(() => null, {
    tierCode: 'SHOP2',
    baseUrl: 'http://127.0.0.1:4010/gateway/',
    fetch: async (request) => {
      urls.push(`${request.url} ${request.headers.get('tier')}`)
      return answer(
        request.url.endsWith('getToken')
          ? { access_token: 'a', expired_at: 1800, now: 1 }
          : [sampleAnswer('StandardCode')],
      )
    },
  })
  await client.listBanks()
  expect(urls).toEqual([
    'http://127.0.0.1:4010/gateway/users/getToken SHOP2',
    'http://127.0.0.1:4010/gateway/banks SHOP2',
  ])
})
