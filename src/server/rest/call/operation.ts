/** Query parameters: undefined ones are left out, arrays repeat their key, times become unix seconds. */
export type Query = Readonly<Record<string, string | number | boolean | Date | readonly string[] | undefined>>

/** One operation of the REST API, ready to be sent. */
export interface Operation<Answer> {
  /** The client's method, which errors name. */
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Starts with `/`; ids in it went through `idInPath`. */
  path: string
  query?: Query
  /** Sent as JSON, in PortOne's spelling. */
  body?: Readonly<Record<string, unknown>>
  /** Parses the envelope's `response`; throws `WrongShape`. */
  read(response: unknown): Answer
  /**
   * What to do when no answer came: send it `again`, because it reads or because twice does the same as once; or leave
   * it and tell the caller how to find out what happened.
   */
  whenLost: 'again' | { findOut: string }
  /** Takes out of a text what only this operation carries (card data), before the text goes into an error. */
  conceal?(text: string): string
}

/** Sends an operation with a token, and again where that is safe. Throws nothing but `PortOneError`. */
export type Call = <Answer>(operation: Operation<Answer>) => Promise<Answer>
