import type { OrderLine, Words } from './goods.types.js'

/** Longest order name the gateway takes. */
const longest = 40

/** What an order is called in the language of whoever reads it: `작은 달항아리 외 1건`, `Small moon jar and 1 more`. */
export function orderName(lines: readonly Pick<OrderLine, 'name'>[], language: keyof Words): string {
  const more = lines.length - 1
  const rest = more < 1 ? '' : language === 'en' ? ` and ${more} more` : ` 외 ${more}건`
  return `${lines[0]?.name[language] ?? ''}`.slice(0, longest - rest.length) + rest
}
