import { type CardData, type CardFieldName, misspeltCardFieldName, readCard } from '../billing/cardData.js'
import { issueBillingKey } from '../billing/issueBillingKey.js'
import { registrationReason } from '../billing/registrationReason.js'
import type { BuyerChoice } from '../sandbox.types.js'
import type { SandboxState } from '../store.js'
import { type Reason, refusalReason } from './gatewayReasons.js'
import { writeRegistration } from './registration.js'
import type { RestPayment } from './restPayment.types.js'
import { isOrderApproved, type SandboxPayment } from './sandboxPayment.js'

/** What a registration is judged by besides its record. */
export interface RegistrationContext {
  registration: NonNullable<SandboxPayment['registration']>
  state: SandboxState
  choice: BuyerChoice
  /** Unix seconds. */
  now: number
}

/**
 * Ends a registration window with a typed card, in place: the key is issued, or the answer says why not. Under a
 * `customer_uid` used before, the new key replaces the old one. Nothing is charged, and of the card only the masked form
 * is kept. Whether a card registers is up to its number (`testCards`); `declined` and `limit-exceeded` count for charges.
 */
export function registerCard(
  record: RestPayment,
  { registration, state, choice, now }: RegistrationContext,
): Reason | null {
  if (isOrderApproved(state, record.merchant_uid, record.imp_uid)) {
    return refusalReason('tosspayments', 'duplicate')
  }
  if (choice.method !== 'billing') return refusalReason('tosspayments', 'method')
  const read = readTyped(choice.card, now)
  if ('reason' in read) return read.reason
  const { card } = read
  const reason = registrationReason(state, card)
  if (reason) return reason

  issueBillingKey(state, {
    ...registration,
    card,
    customerName: record.buyer_name,
    customerTel: record.buyer_tel,
    customerEmail: record.buyer_email,
    customerAddr: record.buyer_addr,
    customerPostcode: record.buyer_postcode,
    ...(record.pg_id !== null && { mid: record.pg_id }),
    now,
  })
  writeRegistration(record, registration.customerUid, { card, at: now })
  return null
}

/** In a window nothing is misspelt over HTTP: a field written wrongly is the buyer's mistake, told as the gateway tells it. */
const misspelt: Record<CardFieldName, Reason> = {
  card_number: ['INVALID_CARD_NUMBER', '카드번호를 다시 확인해주세요.'],
  expiry: ['INVALID_CARD_EXPIRATION', '카드 정보를 다시 확인해주세요. (유효기간)'],
  birth: [
    'INVALID_BIRTH_DAY_FORMAT',
    '생년월일 정보는 6자리의 `yyMMdd` 형식이어야 합니다. 사업자등록번호는 10자리의 숫자여야 합니다.',
  ],
  pwd_2digit: ['INVALID_CARD_PASSWORD', '카드 정보를 다시 확인해주세요. (비밀번호)'],
}

function readTyped(card: CardData, now: number): ReturnType<typeof readCard> {
  const wrong = misspeltCardFieldName(card)
  return wrong ? { reason: misspelt[wrong] } : readCard(card, now)
}
