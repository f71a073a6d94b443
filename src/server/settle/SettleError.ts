const meanings = {
  CONTENDED: { status: 503, meaning: 'others kept changing this order at the same moment; ask again' },
  NO_ORDER: { status: 404, meaning: 'no order has this number' },
  NOT_REFUNDABLE: { status: 409, meaning: 'nothing is left to give back for this order' },
  ORDER_CHANGED: { status: 409, meaning: 'it changed since it was looked at; nothing was sent, look again' },
  REFUND_TOO_LARGE: { status: 409, meaning: 'more than is left was asked for; nothing was sent' },
} as const

export type SettleErrorCode = keyof typeof meanings

/** Why settling or refunding was not done. Nothing was sent to the gateway. */
export class SettleError extends Error {
  override readonly name = 'SettleError'
  readonly code: SettleErrorCode
  /** The HTTP status that says it. */
  readonly status: 404 | 409 | 503

  constructor(code: SettleErrorCode, what: string) {
    super(`${code}: ${what}: ${meanings[code].meaning}.`)
    this.code = code
    this.status = meanings[code].status
  }
}
