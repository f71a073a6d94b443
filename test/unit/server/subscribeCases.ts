import type { PortOneClient } from '../../../src/server/index.js'

/** One operation with every parameter a Toss merchant can give, and what has to leave. */
export interface OperationCase {
  call: (client: PortOneClient) => Promise<unknown>
  path: string
  query?: [string, string][]
  body?: Record<string, unknown>
}

export const customerUid = 'member 7/card 1'
const keyPath = 'member%207%2Fcard%201'
const merchantUid = 'order/1?'
const orderPath = 'order%2F1%3F'
const at = new Date('2026-11-23T00:00:00.900Z')
const later = new Date('2026-12-23T00:00:00Z')

const card = {
  cardNumber: '1234123412341234',
  expiry: '2025-12',
  birth: '820213',
  pwd2digit: '00',
  cvc: '123',
}
const sentCard = {
  card_number: '1234-1234-1234-1234',
  expiry: '2025-12',
  birth: '820213',
  pwd_2digit: '00',
  cvc: '123',
}
const charge = {
  merchantUid,
  amount: 55_000,
  currency: 'KRW',
  taxFree: 1000,
  vatAmount: 900,
  name: '멤버십 11월',
  buyerName: '홍길동',
  buyerEmail: 'a@b.c',
  buyerTel: '010',
  buyerAddr: '서울',
  buyerPostcode: '04783',
  cardQuota: 3,
  customData: { cart: 7 },
  noticeUrl: 'https://shop.example/webhook',
  browserIp: '203.0.113.7',
  bypass: { tosspayments: { x: 1 } },
  promotionId: 'promotion-1',
}
const sentCharge = {
  merchant_uid: merchantUid,
  amount: 55_000,
  currency: 'KRW',
  tax_free: 1000,
  vat_amount: 900,
  name: '멤버십 11월',
  buyer_name: '홍길동',
  buyer_email: 'a@b.c',
  buyer_tel: '010',
  buyer_addr: '서울',
  buyer_postcode: '04783',
  card_quota: 3,
  custom_data: '{"cart":7}',
  notice_url: 'https://shop.example/webhook',
  browser_ip: '203.0.113.7',
  bypass: '{"tosspayments":{"x":1}}',
  promotion_id: 'promotion-1',
}
const keyCharge = { ...charge, productCount: 2, extra: { naverUseCfm: '20261231' } }
const sentKeyCharge = { ...sentCharge, product_count: 2, extra: { naverUseCfm: '20261231' } }
const period: [string, string][] = [
  ['page', '2'],
  ['from', '1795392000'],
  ['to', '1797984000'],
  ['schedule-status', 'revoked'],
]

export const subscribeCases: Record<string, OperationCase> = {
  issueCustomer: {
    call: (client) =>
      client.issueCustomer(customerUid, {
        ...card,
        channelKey: 'channel-key-1',
        pg: 'tosspayments.iamporttest_4',
        customerId: 'member-7',
        customerName: '홍길동',
        customerTel: '010',
        customerEmail: 'a@b.c',
        customerAddr: '서울',
        customerPostcode: '04783',
        channelGroupId: 'group-1',
      }),
    path: `/subscribe/customers/${keyPath}`,
    body: {
      ...sentCard,
      channel_key: 'channel-key-1',
      pg: 'tosspayments.iamporttest_4',
      customer_id: 'member-7',
      customer_name: '홍길동',
      customer_tel: '010',
      customer_email: 'a@b.c',
      customer_addr: '서울',
      customer_postcode: '04783',
      channel_group_id: 'group-1',
    },
  },
  getCustomer: {
    call: (client) => client.getCustomer(customerUid),
    path: `/subscribe/customers/${keyPath}`,
  },
  getCustomers: {
    call: (client) => client.getCustomers([customerUid, 'key-2']),
    path: '/subscribe/customers',
    query: [
      ['customer_uid[]', customerUid],
      ['customer_uid[]', 'key-2'],
    ],
  },
  deleteCustomer: {
    call: (client) => client.deleteCustomer(customerUid, { reason: '카드 교체', requester: 'customer' }),
    path: `/subscribe/customers/${keyPath}`,
    query: [
      ['reason', '카드 교체'],
      ['extra[requester]', 'customer'],
    ],
  },
  listCustomerPayments: {
    call: (client) => client.listCustomerPayments(customerUid, { page: 2 }),
    path: `/subscribe/customers/${keyPath}/payments`,
    query: [['page', '2']],
  },
  listCustomerSchedules: {
    call: (client) =>
      client.listCustomerSchedules(customerUid, { from: at, to: later, status: 'revoked', page: 2 }),
    path: `/subscribe/customers/${keyPath}/schedules`,
    query: period,
  },
  payOnetime: {
    call: (client) =>
      client.payOnetime({
        ...charge,
        ...card,
        customerUid,
        pg: 'tosspayments.iamporttest_4',
        channelGroupId: 'group-1',
        vat: 900,
      }),
    path: '/subscribe/payments/onetime',
    body: {
      ...sentCharge,
      ...sentCard,
      customer_uid: customerUid,
      pg: 'tosspayments.iamporttest_4',
      channelGroupId: 'group-1',
      vat: 900,
    },
  },
  payAgain: {
    call: (client) => client.payAgain({ ...keyCharge, customerUid, vat: 900, channelKey: 'channel-key-1' }),
    path: '/subscribe/payments/again',
    body: { ...sentKeyCharge, customer_uid: customerUid, vat: 900, channel_key: 'channel-key-1' },
  },
  schedulePayments: {
    call: (client) =>
      client.schedulePayments({
        ...card,
        customerUid,
        customerId: 'member-7',
        checkingAmount: 0,
        channelKey: 'channel-key-1',
        schedules: [{ ...keyCharge, scheduleAt: at }],
      }),
    path: '/subscribe/payments/schedule',
    body: {
      ...sentCard,
      customer_uid: customerUid,
      customer_id: 'member-7',
      checking_amount: 0,
      channel_key: 'channel-key-1',
      schedules: [{ ...sentKeyCharge, schedule_at: 1_795_392_000 }],
    },
  },
  listSchedules: {
    call: (client) =>
      client.listSchedules({
        from: at,
        to: later,
        status: 'executed',
        page: 2,
        limit: 50,
        sorting: 'scheduled',
      }),
    path: '/subscribe/payments/schedule',
    query: [
      ['schedule_from', '1795392000'],
      ['schedule_to', '1797984000'],
      ['schedule_status', 'executed'],
      ['page', '2'],
      ['limit', '50'],
      ['sorting', 'scheduled'],
    ],
  },
  unschedulePayments: {
    call: (client) => client.unschedulePayments({ merchantUids: [merchantUid, 'order-2'] }),
    path: '/subscribe/payments/unschedule',
    body: { merchant_uid: [merchantUid, 'order-2'] },
  },
  getSchedule: {
    call: (client) => client.getSchedule(merchantUid),
    path: `/subscribe/payments/schedule/${orderPath}`,
  },
  updateSchedule: {
    call: (client) => client.updateSchedule(merchantUid, { scheduleAt: at }),
    path: `/subscribe/payments/schedule/${orderPath}`,
    body: { schedule_at: 1_795_392_000 },
  },
  reschedule: {
    call: (client) => client.reschedule(merchantUid, { scheduleAt: at }),
    path: `/subscribe/payments/schedule/${orderPath}/reschedule`,
    body: { schedule_at: 1_795_392_000 },
  },
  retrySchedule: {
    call: (client) => client.retrySchedule(merchantUid),
    path: `/subscribe/payments/schedule/${orderPath}/retry`,
  },
  listSchedulesByCustomer: {
    call: (client) =>
      client.listSchedulesByCustomer(customerUid, { from: at, to: later, status: 'revoked', page: 2 }),
    path: `/subscribe/payments/schedule/customers/${keyPath}`,
    query: period,
  },
}
