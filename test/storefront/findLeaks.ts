/** Somewhere that a card's data should not be, and everything that stands there. */
export interface Place {
  name: string
  text: string
}

/** What must not leave the one request it is for. */
export interface Secrets {
  /** Digits only. */
  number: string
  birth: string
  pwd: string
}

/**
 * Which of a card's data stands in which place. Numbers are found however they are grouped. Two digits stand everywhere, so
 * the password is looked for as a value of its own: a cell, a text in JSON, a field.
 */
export function findLeaks(places: readonly Place[], { number, birth, pwd }: Secrets): string[] {
  return places.flatMap(({ name, text }) => {
    const digits = text.replace(/[\s-]/g, '')
    const asValue = new RegExp(`(^|["'=>\\t])${pwd}($|["'<&\\t\\n])`, 'm')
    return [
      ...(digits.includes(number) ? [`${name}: card number`] : []),
      ...(digits.includes(birth) ? [`${name}: birth`] : []),
      ...(asValue.test(text) ? [`${name}: password`] : []),
    ]
  })
}
