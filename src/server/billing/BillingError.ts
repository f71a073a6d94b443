const code = (status: 400 | 403 | 404 | 409 | 422 | 503, meaning: string) => ({ status, meaning })

/** Every code a `BillingError` can have: its HTTP status and what it means. */
export const billingErrorCodes = {
  NO_CARD: code(404, 'no card has this customerUid'),
  NO_PLAN: code(404, 'no plan has this id'),
  NO_SUBSCRIPTION: code(404, 'no subscription has this id'),
  NOT_YOURS: code(403, "it is another customer's"),
  CARD_NOT_REGISTERED: code(409, 'this card is not registered, or not any more'),
  CARD_IN_USE: code(409, 'a subscription still charges this card; replace it, or cancel the subscription'),
  ALREADY_SUBSCRIBED: code(409, 'the customer has a subscription to this plan that is not over'),
  /** A cancelled subscription stays cancelled. */
  SUBSCRIPTION_OVER: code(409, 'the subscription is cancelled; subscribe again'),
  NOT_PAUSED: code(409, 'only a paused subscription can be resumed'),
  NOTHING_TO_RETRY: code(409, 'no charge of this subscription was declined'),
  /** Names the field and its rule, never what was typed. */
  INVALID_CARD: code(422, 'the card data is not of the form the gateway takes'),
  /** `reason` is the card company's. */
  CARD_REFUSED: code(422, 'the card company did not register the card'),
  TEST_CHANNEL: code(
    409,
    "the card was registered through a test channel, where no money moves; in a trial, set testPayments: 'accept'",
  ),
  REGISTRATION_UNKNOWN: code(
    503,
    'the answer was lost and no key is to be seen; ask the buyer for the card again',
  ),
  CONTENDED: code(503, 'others kept changing this at the same moment; ask again'),
} as const satisfies Record<string, ReturnType<typeof code>>

/** A stable code. Branch on this, never on a message. */
export type BillingErrorCode = keyof typeof billingErrorCodes

/** Why a card or a subscription stays as it is. Holds no card data. */
export class BillingError extends Error {
  override readonly name = 'BillingError'
  readonly code: BillingErrorCode
  /** The HTTP status that says it. */
  readonly status: number
  /** The card company's own words, where it refused; fit for the buyer. */
  readonly reason?: string

  constructor(code: BillingErrorCode, what: string, reason?: string | null) {
    super(`${code}: ${what}: ${billingErrorCodes[code].meaning}.`)
    this.code = code
    this.status = billingErrorCodes[code].status
    if (reason) this.reason = reason
  }
}
