import { type BillingKeyRecord, mintCustomerUid } from 'react-toss-checkout'
import type { RestCustomer, Sandbox } from 'react-toss-checkout/sandbox'
import type { Answer } from './useRoute.js'

const API = 'https://api.iamport.kr'

interface GatewayAnswer<Response> {
  code: number
  message: string | null
  response: Response | null
}

/** Calls the sandbox's REST half as a shop's server would: posts a body, deletes without one. */
export async function callGateway<Response>(
  sandbox: Sandbox,
  path: string,
  body?: object,
): Promise<GatewayAnswer<Response>> {
  const send = async <T>(to: string, sent?: object, token = ''): Promise<GatewayAnswer<T>> => {
    const headers = { 'content-type': 'application/json', authorization: token }
    const how = sent ? { method: 'POST', body: JSON.stringify(sent) } : { method: 'DELETE' }
    return (await sandbox.fetch(new Request(`${API}${to}`, { headers, ...how }))).json()
  }
  const keys = { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' }
  const token = await send<{ access_token: string }>('/users/getToken', keys)
  return send<Response>(path, body, token.response?.access_token)
}

/**
 * What a shop's server does with a posted card form: hands the card to the gateway, keeps nothing of it, and answers
 * with what was registered.
 */
export async function registerCard(sandbox: Sandbox, posted: string): Promise<Response> {
  const { cardNumber, expiry, birth, pwd2digit } = JSON.parse(posted) as Record<string, string>
  const customerUid = mintCustomerUid('member-7')
  const { code, response: key } = await callGateway<RestCustomer>(
    sandbox,
    `/subscribe/customers/${customerUid}`,
    { card_number: cardNumber?.match(/\d{1,4}/g)?.join('-'), expiry, birth, pwd_2digit: pwd2digit },
  )
  if (code !== 0 || !key) return Response.json({ code: 'CARD_REFUSED' }, { status: 422 })
  const { card_code, card_name, card_number, card_type } = key
  return Response.json({
    customerUid,
    merchantUid: null,
    impUid: null,
    status: 'registered',
    card: { code: card_code, name: card_name, number: card_number, type: card_type },
    registeredAt: key.updated,
  } satisfies BillingKeyRecord)
}

/** A member's cards on a shop's server, the first of them in use by a subscription. The first request to `cutOff` fails. */
export function cardServer(sandbox: Sandbox, cutOff?: string): Answer {
  let cards: BillingKeyRecord[] = []
  let inUse: string | undefined
  let failing = cutOff
  const remember = async (posted: string) => {
    const answer = await registerCard(sandbox, posted)
    if (answer.ok) cards = [...cards, await answer.clone().json()]
    return answer
  }
  const open = async () => {
    for (const cardNumber of ['4242424242424242', '5555555555554444']) {
      await remember(JSON.stringify({ cardNumber, expiry: '2099-12', birth: '820213', pwd2digit: '97' }))
    }
    inUse = cards[0]?.customerUid
  }
  const forget = async (customerUid: string) => {
    await callGateway(sandbox, `/subscribe/customers/${customerUid}`)
    cards = cards.filter((card) => card.customerUid !== customerUid)
    return Response.json({ customerUid })
  }
  let opened: Promise<void> | undefined
  return async (body, route) => {
    opened ??= open()
    await opened
    if (route === failing) {
      failing = undefined
      return Response.json({ code: 'UNAVAILABLE' }, { status: 503 })
    }
    if (route === 'billing-keys') return Response.json(cards)
    if (route === 'register') return remember(body)
    const { customerUid, from, to } = JSON.parse(body) as Record<string, string>
    if (route === 'delete-billing-key' && customerUid) {
      return customerUid === inUse
        ? Response.json({ code: 'CARD_IN_USE' }, { status: 409 })
        : forget(customerUid)
    }
    if (route === 'replace-billing-key' && from && to) {
      if (from === inUse) inUse = to
      return forget(from)
    }
    return Response.json({ code: 'NOT_FOUND' }, { status: 404 })
  }
}
