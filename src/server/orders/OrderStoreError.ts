const meanings = {
  ORDER_EXISTS: 'an order with this number exists already; mint a new number for every order',
  INVALID_ORDER: 'the database refuses this order; see the message for the rule',
  /** A bug or a hand in the table: the database itself refused to move the order there. */
  ILLEGAL_CHANGE: 'an order cannot move there; what was paid stays paid',
} as const

export type OrderStoreErrorCode = keyof typeof meanings

/** Why a store refused. Whatever else goes wrong (no connection) is the driver's own error. */
export class OrderStoreError extends Error {
  override readonly name = 'OrderStoreError'
  readonly code: OrderStoreErrorCode

  constructor(code: OrderStoreErrorCode, what: string, cause?: Error) {
    super(`${code}: ${what}: ${meanings[code]}.`, cause && { cause })
    this.code = code
  }
}
