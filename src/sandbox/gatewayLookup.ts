const API = 'https://api.iamport.kr'

/** The REST half of a sandbox, `sandbox.fetch`. */
export type GatewayFetch = (request: Request) => Promise<Response>

/** Reads one thing from the REST half: null when there is no such thing, a rejection when it could not be asked. */
export type GatewayLookup = <T>(path: string) => Promise<T | null>

/** What the REST half is entered with. */
export interface MerchantKeys {
  impKey: string
  impSecret: string
}

/** Gets a token and hands out how to look things up with it: what a merchant's server does before it asks anything. */
export async function logIn(
  gateway: GatewayFetch,
  { impKey, impSecret }: MerchantKeys,
): Promise<GatewayLookup> {
  const json = { 'content-type': 'application/json' }
  const keys = JSON.stringify({ imp_key: impKey, imp_secret: impSecret })
  const token = await send<{ access_token: string }>('/users/getToken', {
    method: 'POST',
    headers: json,
    body: keys,
  })
  const headers = { ...json, authorization: token?.access_token ?? '' }
  return (path) => send(path, { headers })

  async function send<T>(path: string, request: RequestInit): Promise<T | null> {
    const response = await gateway(new Request(`${API}${path}`, request))
    if (response.status === 404) return null
    if (response.status >= 500) throw new TypeError(`fetch: the gateway answered ${response.status}`)
    return ((await response.json()) as { response: T | null }).response
  }
}
