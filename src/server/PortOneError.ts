import { type PortOneErrorCode, portOneErrorCodes } from './portOneErrorCodes.js'

/** What the gateway itself said: the envelope's `code` and `message`, untouched. */
export interface GatewayAnswer {
  code: number
  message: string | null
}

/** What is known about a failed call, besides its code. */
export interface PortOneErrorDetails {
  /** Name of the client's method. */
  operation?: string
  /** What was given or happened. Default: the code's meaning. */
  message?: string
  /** What to do about it. Default: the code's. */
  todo?: string
  /** HTTP status of the answer, when there was one. */
  status?: number
  gateway?: GatewayAnswer
  /** Where a shape was wrong, as a path: `response.cancel_history[0].amount`. */
  field?: string
  cause?: Error
}

/**
 * Why a call to PortOne's REST API failed. Holds no key, secret or token, neither in its message nor in its cause;
 * it may hold order and payment numbers.
 */
export class PortOneError extends Error {
  override readonly name = 'PortOneError'
  /** What kind of failure. See `portOneErrorCodes` for the meaning of each. */
  readonly code: PortOneErrorCode
  /** The client's method that failed; `getToken` when it was the token it needed first. */
  readonly operation?: string
  /** May the very same call simply be made again? True only where nothing can have been changed. */
  readonly retryable: boolean
  /** What to do about it, in one or two sentences. */
  readonly todo: string
  /** HTTP status of the answer, when there was one. */
  readonly status?: number
  /** The gateway's own words, when it had some. */
  readonly gateway?: GatewayAnswer
  /** The field whose shape was wrong (`UNEXPECTED_ANSWER`, sometimes `UNKNOWN_RESULT`). */
  readonly field?: string

  constructor(code: PortOneErrorCode, details: PortOneErrorDetails = {}) {
    const { operation, message = portOneErrorCodes[code].meaning, cause } = details
    const todo = details.todo ?? portOneErrorCodes[code].todo
    const sentence = `${code}: ${operation ? `${operation}: ` : ''}${message.replace(/[.\s]+$/, '')}. ${todo}`
    super(sentence, cause && { cause })
    this.code = code
    this.retryable = portOneErrorCodes[code].retryable
    this.todo = todo
    if (operation) this.operation = operation
    if (details.status !== undefined) this.status = details.status
    if (details.gateway) this.gateway = details.gateway
    if (details.field) this.field = details.field
  }

  /** For structured logs: the message too, which `JSON.stringify` leaves out of other errors. */
  toJSON(): Record<string, unknown> {
    const { name, code, operation, message, retryable, status, gateway, field } = this
    return { name, code, operation, message, retryable, status, gateway, field }
  }
}
