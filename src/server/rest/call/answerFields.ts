import { isRecord } from '../../../payment/plainData.js'
import { WrongShape } from './WrongShape.js'

/** The latest moment a `Date` can hold, seconds. */
const LAST_SECOND = 8_640_000_000_000

/** One object of an answer, read field by field under PortOne's names. Every reader throws `WrongShape`. */
export interface AnswerFields {
  /** The object itself, with whatever this version does not know. */
  readonly raw: Readonly<Record<string, unknown>>
  /** A text; what no database keeps (NUL, half a character) becomes U+FFFD. `raw` has it as it came. */
  text(name: string): string
  /** A text; null when null or missing (PortOne V1 docs: absent strings are null). */
  textOrNull(name: string): string | null
  /** A text; empty when null or missing, for what the definition gives no null. */
  textOrEmpty(name: string): string
  number(name: string): number
  /** A number; null when null or missing. */
  numberOrNull(name: string): number | null
  /** A whole number; 0 when null or missing (PortOne V1 docs: an absent card_quota is 0). */
  count(name: string): number
  boolean(name: string): boolean
  /** A boolean; false when null or missing. */
  flag(name: string): boolean
  /** Unix seconds as a `Date`; null when 0, null or missing (PortOne V1 docs: absent times are 0). */
  date(name: string): Date | null
  oneOf<Text extends string>(name: string, texts: readonly Text[]): Text
  /** A list, each item read by `readItem`, which gets the item and its path; empty when null or missing. */
  list<Item>(name: string, readItem: (item: unknown, at: string) => Item): Item[]
  /** An object inside, read by `readObject`. */
  object<Value>(name: string, readObject: (value: unknown, at: string) => Value): Value
}

/**
 * Opens an object of an answer for reading.
 *
 * @param at path of the object, which errors name
 */
export function answerFields(value: unknown, at = 'response'): AnswerFields {
  if (!isRecord(value)) throw new WrongShape(at, 'an object', value)
  const wrong = (name: string, expected: string) => new WrongShape(`${at}.${name}`, expected, value[name])
  const orElse = <T, E>(name: string, empty: E, read: (name: string) => T): T | E =>
    value[name] === null || value[name] === undefined ? empty : read(name)

  const text = (name: string): string => {
    const given = value[name]
    if (typeof given !== 'string') throw wrong(name, 'a string')
    return storable(given)
  }
  const number = (name: string): number => {
    const given = value[name]
    if (typeof given !== 'number' || !Number.isFinite(given)) throw wrong(name, 'a number')
    return given
  }
  const whole = (name: string): number => {
    const given = number(name)
    if (!Number.isSafeInteger(given) || given < 0) throw wrong(name, 'a whole number, 0 or more')
    return given
  }
  const seconds = (name: string): Date | null => {
    const given = whole(name)
    if (given > LAST_SECOND) throw wrong(name, 'unix seconds')
    return given === 0 ? null : new Date(given * 1000)
  }
  const boolean = (name: string): boolean => {
    const given = value[name]
    if (typeof given !== 'boolean') throw wrong(name, 'true or false')
    return given
  }

  return {
    raw: value,
    text,
    textOrNull: (name) => orElse(name, null, text),
    textOrEmpty: (name) => orElse(name, '', text),
    number,
    numberOrNull: (name) => orElse(name, null, number),
    count: (name) => orElse(name, 0, whole),
    boolean,
    flag: (name) => orElse(name, false, boolean),
    date: (name) => orElse(name, null, seconds),
    oneOf: (name, texts) => {
      const found = texts.find((each) => each === value[name])
      if (found === undefined) throw wrong(name, `one of ${texts.join(', ')}`)
      return found
    },
    list: (name, readItem) => orElse(name, [], () => answerList(value[name], readItem, `${at}.${name}`)),
    object: (name, readObject) => readObject(value[name], `${at}.${name}`),
  }
}

/** NUL and half characters are legal in JSON, and no database keeps them: a buyer who writes one loses no payment by it. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** A whole answer that is a list; each item is read with its path. */
export function answerList<Item>(
  value: unknown,
  readItem: (item: unknown, at: string) => Item,
  at = 'response',
): Item[] {
  if (!Array.isArray(value)) throw new WrongShape(at, 'an array', value)
  return value.map((item, index) => readItem(item, `${at}[${index}]`))
}
