/** A refusal of the REST half: HTTP 200 carries code 1, any other status code -1. */
export interface Refused {
  refused: string
  status: 200 | 400 | 404 | 405 | 409 | 501
}

/** Whether an operation refused instead of answering. */
export function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome
}

/** The gateway understood and said no: HTTP 200, code 1. */
export function gatewayRefuses(refused: string): Refused {
  return { refused, status: 200 }
}

/** A parameter is missing or misspelt: HTTP 400, code -1, as `POST /users/getToken` was seen to answer. */
export function badRequest(refused: string): Refused {
  return { refused, status: 400 }
}

/** There is no such thing: HTTP 404, code -1. */
export function notFound(refused: string): Refused {
  return { refused, status: 404 }
}
