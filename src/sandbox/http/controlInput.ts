import type { Context } from 'hono'
import type { CardData } from '../billing/cardData.js'
import type { BuyerChoice, SdkGeneration } from '../sandbox.types.js'

/** A request to the control API that cannot be meant; its message says what is allowed. Answered with 400. */
export class ControlInputError extends Error {
  override readonly name = 'ControlInputError'
}

/** The JSON object of a control request; an empty body counts as `{}`. */
export async function readInput(context: Context): Promise<Record<string, unknown>> {
  const text = await context.req.text()
  try {
    const value: unknown = JSON.parse(text || '{}')
    if (isObject(value)) return value
  } catch {}
  throw new ControlInputError('Send a JSON object as the body.')
}

/** An object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An amount of money above 0, or undefined when the field is missing. */
export function readAmount(input: Record<string, unknown>): number | undefined {
  const { amount } = input
  if (amount === undefined) return undefined
  if (typeof amount === 'number' && Number.isFinite(amount) && amount > 0) return amount
  throw new ControlInputError(`amount is ${JSON.stringify(amount)}. Pass a number above 0, or leave it out.`)
}

/** A text, or undefined when the field is missing. */
export function readText(input: Record<string, unknown>, name: string): string | undefined {
  const value = input[name]
  if (value === undefined || typeof value === 'string') return value
  throw new ControlInputError(`${name} is ${JSON.stringify(value)}. Pass a text, or leave it out.`)
}

/** One of a few words; `otherwise` when the field is missing. */
export function readWord<Word extends string>(
  input: Record<string, unknown>,
  name: string,
  words: readonly [Word, ...Word[]],
  otherwise: Word,
): Word {
  const value = input[name] ?? otherwise
  const word = words.find((one) => one === value)
  if (word !== undefined) return word
  throw new ControlInputError(`${name} is ${JSON.stringify(value)}. Pass one of ${words.join(', ')}.`)
}

/** Which SDK a payment is opened with. */
export function readSdk(input: Record<string, unknown>, otherwise: SdkGeneration): SdkGeneration {
  return readWord(input, 'sdk', ['new', 'legacy'], otherwise)
}

/** The buyer's decision in `choice`. */
export function readChoice({ choice }: Record<string, unknown>): BuyerChoice {
  if (isObject(choice)) {
    const { method, cardCode, quota, bankCode, carrier } = choice
    if (method === 'card' && typeof cardCode === 'string' && typeof quota === 'number') {
      return { method, cardCode, quota }
    }
    if ((method === 'trans' || method === 'vbank') && typeof bankCode === 'string')
      return { method, bankCode }
    if (method === 'phone' && typeof carrier === 'string') return { method, carrier }
    if (method === 'other') return { method }
    if (method === 'billing' && isCard(choice.card)) {
      const { number, expiry, birth, pwd2digit } = choice.card
      return { method, card: { number, expiry, birth, pwd2digit } }
    }
  }
  // Never quoted: there may be a card in it.
  throw new ControlInputError(
    'choice is none of these. Pass {"method":"card","cardCode":"366","quota":0}, ' +
      '{"method":"trans" or "vbank","bankCode":"088"}, {"method":"phone","carrier":"SKT"}, {"method":"other"} or, where ' +
      'a card is registered, {"method":"billing","card":{"number":"1234-1234-1234-1234","expiry":"2099-12",' +
      '"birth":"820213","pwd2digit":"00"}}.',
  )
}

function isCard(value: unknown): value is CardData {
  if (!isObject(value)) return false
  const { number, expiry, birth, pwd2digit } = value
  const isText = (field: unknown) => typeof field === 'string'
  return isText(number) && isText(expiry) && [birth, pwd2digit].every((each) => each == null || isText(each))
}
