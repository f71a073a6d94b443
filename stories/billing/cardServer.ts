import { type BillingKeyRecord, mintCustomerUid } from 'react-toss-checkout'
import type { RestCustomer, Sandbox } from 'react-toss-checkout/sandbox'

const API = 'https://api.iamport.kr'

interface Answer<Response> {
  code: number
  message: string | null
  response: Response | null
}

/** Calls the sandbox's REST half as a shop's server would. */
export async function callGateway<Response>(
  sandbox: Sandbox,
  path: string,
  body: object,
): Promise<Answer<Response>> {
  const post = async <T>(to: string, sent: object, token = ''): Promise<Answer<T>> => {
    const headers = { 'content-type': 'application/json', authorization: token }
    const request = new Request(`${API}${to}`, { method: 'POST', headers, body: JSON.stringify(sent) })
    return (await sandbox.fetch(request)).json()
  }
  const keys = { imp_key: 'sandbox_key', imp_secret: 'sandbox_secret' }
  const token = await post<{ access_token: string }>('/users/getToken', keys)
  return post<Response>(path, body, token.response?.access_token)
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
