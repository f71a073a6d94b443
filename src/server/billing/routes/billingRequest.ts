import type { Context } from 'hono'
import { isRecord, isText } from '../../../payment/plainData.js'
import type { CardData } from '../../rest/subscribe/cardData.js'
import { RouteRefusal } from '../../routes/RouteRefusal.js'
import { readJson } from '../../routes/readBody.js'
import { isImpUid } from '../../routes/requestIds.js'
import type { RegistrationQuery } from '../billing.types.js'
import { BillingRefusal } from './BillingRefusal.js'

const LONGEST_TEXT = 80
const cardFields = ['cardNumber', 'expiry', 'birth', 'pwd2digit', 'cvc'] as const

/** The texts a route needs, by name. Quotes none of what was sent. Raises `INVALID_BODY`. */
export async function readTexts<Name extends string>(
  context: Context,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  return textsOf(await readJson(context), names)
}

/**
 * The registration a page asks about. `impUid` comes from the callback or the return URL, where the buyer can edit it.
 * `customerUid` is missing, or empty, when the return came to another browser than the one that opened the window.
 */
export async function readRegistration(context: Context): Promise<RegistrationQuery> {
  const body = await readJson(context)
  const { impUid, customerUid } = isRecord(body) ? body : {}
  const isNamed = customerUid !== undefined && customerUid !== null && customerUid !== ''
  return {
    ...textsOf(body, ['merchantUid']),
    ...(isNamed && textsOf(body, ['customerUid'])),
    ...(isImpUid(impUid) && { impUid }),
  }
}

/** The card fields of a form and nothing else; billing checks their form. Raises `INSECURE`, `INVALID_BODY`. */
export async function readCardData(context: Context): Promise<CardData> {
  if (!isPrivate(context.req.raw)) throw new BillingRefusal('INSECURE')
  const body = await readJson(context)
  if (!isRecord(body)) {
    throw new RouteRefusal('INVALID_BODY', { message: 'the body should be an object with the card' })
  }
  const card: Partial<CardData> = {}
  for (const name of cardFields) {
    const text = body[name]
    if (text === undefined || text === null || text === '') continue
    if (typeof text !== 'string') {
      throw new RouteRefusal('INVALID_BODY', { message: `${name} should be a text` })
    }
    card[name] = text
  }
  const { cardNumber = '', expiry = '', ...rest } = card
  return { cardNumber, expiry, ...rest }
}

/**
 * Did this come over https, or from this machine? What a proxy says about the outside counts; without a proxy, the loopback
 * is a developer's.
 */
function isPrivate(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url)
  const outside = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase()
  if (outside !== undefined) return outside === 'https'
  return protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

function textsOf<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const texts: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const text = isRecord(body) ? body[name] : undefined
    if (!isText(text, LONGEST_TEXT)) {
      const message = `${name} should be a text, 1 to ${LONGEST_TEXT} characters`
      throw new RouteRefusal('INVALID_BODY', { message })
    }
    texts[name] = text
  }
  return texts as Record<Name, string>
}
