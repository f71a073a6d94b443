import type { Storefront } from './openStorefront.js'

/** What the gateway answers about one payment. */
export interface GatewayPayment {
  imp_uid: string
  merchant_uid: string
  status: string
  amount: number
  cancel_amount: number
}

/** A buyer without a browser: one session, real HTTP. */
export interface HttpBuyer {
  /** Makes an order of a moon jar (49,900원) and delivery, as the checkout page does. */
  order(more?: { items?: { id: string; count: number }[]; total?: number }): Promise<{
    merchantUid: string
    amount: number
    name: string
  }>
  /** Opens the payment window as the page would; `amount` other than the order's is a tampered page. */
  open(order: { merchantUid: string; amount: number; name: string }, more?: object): Promise<string>
  /** Presses pay in the window. */
  approve(impUid: string, choice?: object): Promise<GatewayPayment>
  complete(query: { merchantUid: string; impUid?: string }, server?: string): Promise<Response>
  /** The order as its buyer sees it. */
  see(
    merchantUid: string,
  ): Promise<{ status: string; flag: string | null; parcel: string | null; cancelAmount: number }>
}

const delivery = {
  name: '김다도',
  tel: '01012345678',
  email: 'tea@shop.kr',
  postcode: '04783',
  address: '서울 성동구 아차산로 1',
  memo: '',
}
const card = { method: 'card', cardCode: '366', quota: 0 }

export function buyByHttp(shop: Storefront): HttpBuyer {
  let cookie = ''
  const call = async (path: string, body?: unknown, server = shop.url) => {
    const response = await fetch(`${server}/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json', origin: server }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] as string
    return response
  }
  return {
    async order({ items = [{ id: 'moon-jar', count: 1 }], total = 49_900 } = {}) {
      const response = await call('checkout/orders', { items, delivery, total })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return response.json()
    },
    async open({ merchantUid, amount, name }, more = {}) {
      const opened = await shop.control<{ opened: boolean; offer?: { impUid: string }; response?: unknown }>(
        'POST',
        'payments',
        {
          params: {
            pg: 'tosspayments',
            pay_method: 'card',
            merchant_uid: merchantUid,
            amount,
            name,
            m_redirect_url: `${shop.url}/checkout/complete`,
            ...more,
          },
        },
      )
      if (!opened.offer) throw new Error(`the window did not open: ${JSON.stringify(opened.response)}`)
      return opened.offer.impUid
    },
    async approve(impUid, choice = card) {
      const { payment } = await shop.control<{ payment: GatewayPayment }>(
        'POST',
        `payments/${impUid}/approve`,
        { choice },
      )
      return payment
    },
    complete: (query, server) => call('checkout/complete', query, server),
    see: async (merchantUid) => (await call(`orders/${merchantUid}`)).json(),
  }
}
