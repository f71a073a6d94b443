const code = (retryable: boolean, meaning: string, todo: string) => ({ retryable, meaning, todo })

/**
 * Every code a `PortOneError` can have: what it means, what to do, and whether the very same call may simply be made
 * again. Where `retryable` is true, nothing was changed at the gateway.
 */
export const portOneErrorCodes = {
  /** An argument or option that cannot be sent. Nothing was. */
  INVALID_ARGUMENT: code(false, 'an argument cannot be sent', 'Correct the argument; nothing was sent.'),
  /** A virtual account was paid, and the refund names no account to pay back to. Nothing was sent. */
  REFUND_ACCOUNT_REQUIRED: code(
    false,
    'a virtual account payment is refunded by bank transfer',
    'Ask the buyer for an account and pass refundAccount: {holder, bank, account}; no cancel was sent.',
  ),
  /** HTTP 401: wrong keys, or a token refused even after it was renewed. */
  UNAUTHORIZED: code(
    false,
    'the gateway did not accept the keys or the token',
    'Check impKey and impSecret (and tierCode) in the console.',
  ),
  /** HTTP 404: the gateway knows no such thing. */
  NOT_FOUND: code(
    false,
    'the gateway knows no such thing',
    'Check the number, and that the keys belong to the same merchant account.',
  ),
  /** HTTP 200 with a code other than 0: the gateway or the PG said no, in `gateway.message`. */
  REFUSED: code(false, 'the gateway said no', 'Read gateway.message; nothing was changed.'),
  /** HTTP 4xx: a parameter or the state of the payment does not allow it. */
  BAD_REQUEST: code(
    false,
    'a parameter or the state of the payment does not allow it',
    'Read gateway.message and correct the call; nothing was changed.',
  ),
  /** HTTP 409: registered already, not registered yet, or not changeable. Also an order to charge that is paid already. */
  CONFLICT: code(false, 'the state at the gateway does not allow it', 'Read the present state first.'),
  /** HTTP 405 or 501: this PG does not offer the operation. */
  UNSUPPORTED: code(
    false,
    'this PG does not offer the operation',
    "Use the PG's own console; asking again will not help.",
  ),
  /** HTTP 429. */
  RATE_LIMITED: code(true, 'too many calls', 'Wait and call again; nothing was changed.'),
  /** No connection, or it broke. Only where nothing can have been changed; otherwise `UNKNOWN_RESULT`. */
  UNREACHABLE: code(true, 'the gateway could not be reached', 'Check the network and call again.'),
  /** No answer in time. Only where nothing can have been changed; otherwise `UNKNOWN_RESULT`. */
  TIMEOUT: code(true, 'the gateway did not answer in time', 'Call again, or raise the timeout option.'),
  /** HTTP 5xx. Only where nothing can have been changed; otherwise `UNKNOWN_RESULT`. */
  GATEWAY_ERROR: code(true, 'the gateway is unwell', 'Call again a little later.'),
  /** The answer has another shape than PortOne documents; `field` names where. */
  UNEXPECTED_ANSWER: code(
    false,
    'the answer is not what PortOne documents',
    'Check baseUrl and any proxy between; otherwise report the field.',
  ),
  /** The call was sent and its answer was lost or unreadable: it may have been carried out. Never just repeat it. */
  UNKNOWN_RESULT: code(
    false,
    'the call was sent and its answer was lost: it may have been carried out',
    'Find out before you call again.',
  ),
} as const satisfies Record<string, ReturnType<typeof code>>

/** A stable code. Branch on this, never on a message. */
export type PortOneErrorCode = keyof typeof portOneErrorCodes
