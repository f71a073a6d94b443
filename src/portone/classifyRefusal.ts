import type { GatewayReason, PaymentErrorCode } from '../payment/PaymentError.js'

/** What a refusal means to the kit. `dismissed`: the buyer gave up, which is no error. */
export type Refusal = PaymentErrorCode | 'dismissed'

/**
 * Tested against `CODE message`, in this order. Only what cannot wait for the long table: giving up, PortOne's own
 * codes, and the names the new module sends most.
 */
const meanings: readonly (readonly [says: RegExp, meaning: Refusal])[] = [
  // PortOne and Toss group these as set-up errors; but the order number may have been charged before, so never "no".
  [/^(F1002|S007|ALREADY_PROCESSED_PAYMENT|DUPLICATED_ORDER_ID) |이미 (승인|결제)/, 'ALREADY_PAID'],
  [/^(S053|J045|CU17) |PAY_PROCESS_CANCELED|USER_CANCEL|결제포기|사용자.*취소|취소.*사용자/s, 'dismissed'],
  [/^F400 .*리디렉션/s, 'REDIRECT_URL_REQUIRED'],
  [/^(F[45]00|F1001|NOT_READY) /, 'GATEWAY_CONFIGURATION'],
  [/^(REJECT_(CARD|ACCOUNT)_PAYMENT |EXCEED_MAX_(DAILY|PAYMENT|AMOUNT|ONE|MONTHLY))/, 'LIMIT_EXCEEDED'],
  [/^(REJECT_|FDS_|INVALID_(REJECT|STOPPED|CARD_LOST))/, 'DECLINED'],
  [/^INVALID_(CARD(_NUMBER|_EXPIRATION|_PASSWORD|_IDENTITY)?|PASSWORD) /, 'CARD_DATA_INVALID'],
]

/** The PG's own code, which PortOne puts before the message: `[PAY_PROCESS_CANCELED] 사용자가 …`. */
export function bracketedCode(message: string | null): string | undefined {
  return /^\s*\[([A-Z0-9_]+)\]/.exec(message ?? '')?.[1]
}

/** The meaning of a refusal as far as it can be told without the long table; undefined when it cannot. */
export function classifyRefusal({ code, message }: GatewayReason): Refusal | undefined {
  for (const name of [code, bracketedCode(message)]) {
    for (const [says, meaning] of meanings) if (says.test(`${name} ${message}`)) return meaning
  }
  return undefined
}
