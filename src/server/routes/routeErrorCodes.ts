const code = (status: number, message: string) => ({ status, message })

/** Every code our routes answer with: its HTTP status and what it means. */
export const routeErrorCodes = {
  /** Not JSON (or a form, where one is taken), or without what the route needs. 415 for another content type. */
  INVALID_BODY: code(400, 'the body or query is not what this route takes'),
  BODY_TOO_LARGE: code(413, 'the body is larger than bodyLimit'),
  ORIGIN_REFUSED: code(403, 'pages of this Origin may not call; list it in the option origins'),
  ADDRESS_REFUSED: code(
    403,
    'only the gateway may call this, and this address is not one of gatewayAddresses',
  ),
  NOT_YOURS: code(403, 'neither the session cookie nor X-Checkout-Token fits this order'),
  NO_ORDER: code(404, 'no order has this number'),
  NO_PAYMENT: code(404, 'the gateway knows no such payment'),
  /**
   * `complete`: money came, or an account asks for money, that does not fit the order. Nothing was fulfilled; the order is
   * flagged, and a person has to look. The client tells the buyer that the money
   * does not match.
   */
  PAYMENT_DIFFERS: code(
    409,
    'what was paid is not what the order costs; it was not fulfilled and is flagged',
  ),
  NO_ROUTE: code(
    404,
    'the last segment of the path names no route: orders, complete, status, webhook, confirm',
  ),
  METHOD_NOT_ALLOWED: code(405, 'this route takes another method; see Allow'),
  /** `confirm`: the amount about to be charged is not the order's. */
  AMOUNT_DIFFERS: code(409, "the amount is not the order's"),
  /** `confirm`: the order has been paid. */
  ALREADY_PAID: code(409, 'the order has been paid already'),
  /** `confirm`: `onConfirm` said no. */
  CONFIRM_REFUSED: code(409, 'onConfirm stopped the payment'),
  /** `confirm`: no answer in time. */
  CONFIRM_TIMEOUT: code(503, 'onConfirm or the order store took too long; the payment was stopped'),
  /** The merchant's own code threw or answered what cannot be; `onError` has heard what. */
  INTERNAL_ERROR: code(500, 'the server failed; onError has the reason'),
  /** A body parser ran before the routes. */
  BODY_ALREADY_READ: code(
    500,
    'the body was read before it came here; mount the routes before body parsers (express.json()), or let the parser keep it as request.rawBody',
  ),
  /** Asking again helps: no answer, HTTP 5xx, too many calls. */
  GATEWAY_UNAVAILABLE: code(503, 'the gateway could not be asked; ask again'),
  /** Asking again alone does not help: wrong keys, an answer nobody documented. `onError` has heard what. */
  GATEWAY_REFUSED: code(502, 'the gateway refused; onError has the reason'),
  CONTENDED: code(503, 'the order is being changed by others; ask again'),
  STORE_UNAVAILABLE: code(503, 'the order store could not be asked; ask again'),
} as const satisfies Record<string, { status: number; message: string }>
