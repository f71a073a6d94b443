import type { MembershipPageData } from '../../examples/storefront/shop/membership.types.js'
import type { Storefront } from './openStorefront.js'

/** A member without a browser: one session, real HTTP. */
export interface HttpMember {
  /** Becomes a member and registers a card by form. @returns the card's name at the gateway */
  register(): Promise<string>
  /** Presses subscribe. @returns the HTTP status */
  subscribe(planId: 'monthly' | 'yearly', customerUid: string, server?: string): Promise<number>
  /** Becomes a member, registers a card by form and subscribes to the month's tea. */
  join(): Promise<void>
  see(): Promise<MembershipPageData>
}

const delivery = {
  name: '김다도',
  tel: '01012345678',
  email: '',
  postcode: '04783',
  address: '서울 성동구 아차산로 1',
  memo: '',
}
const card = { cardNumber: '1234123412341234', expiry: '2039-12', birth: '820213', pwd2digit: '00' }

export function memberByHttp(shop: Storefront, server: string = shop.url): HttpMember {
  let cookie = ''
  const send = (path: string, body?: unknown, at = server) =>
    fetch(`${at}/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-type': 'application/json', origin: at }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const call = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const response = await send(path, body)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    const set = response.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0] as string
    return response.json() as Promise<Answer>
  }
  const register = async () => {
    await call('member', { delivery })
    const { customerUid } = await call<{ customerUid: string }>('checkout/register-billing-key', card)
    return customerUid
  }
  return {
    register,
    subscribe: async (planId, customerUid, at) =>
      (await send('checkout/subscribe', { planId, customerUid }, at)).status,
    async join() {
      await call('checkout/subscribe', { planId: 'monthly', customerUid: await register() })
    },
    see: () => call<MembershipPageData>('membership'),
  }
}
