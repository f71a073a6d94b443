import { gatewayMessage } from '../gateway/gatewayReasons.js'
import { missingFields } from '../rest/missingFields.js'
import { badRequest, gatewayRefuses, type Refused } from '../rest/outcome.js'
import type { RequestBody } from '../rest/readBody.js'
import { misspeltCardField, readCard } from './cardData.js'
import type { KnownCard } from './knownCard.js'

/**
 * What may be kept of the card typed into this body, or why it is no card. No sentence quotes what was typed.
 *
 * @param now Unix seconds.
 */
export function cardIn(body: RequestBody, now: number): KnownCard | Refused {
  const missing = missingFields(body, ['card_number', 'expiry'])
  if (missing) return missing
  const data = {
    number: body.text('card_number') ?? '',
    expiry: body.text('expiry') ?? '',
    birth: body.text('birth'),
    pwd2digit: body.text('pwd_2digit'),
  }
  const misspelt = misspeltCardField(data)
  if (misspelt) return badRequest(`형식이 올바르지 않습니다: ${misspelt}`)
  const read = readCard(data, now)
  return 'card' in read ? read.card : gatewayRefuses(gatewayMessage('tosspayments', read.reason))
}
