/**
 * The letter, or the Latin letters, that stand for a card company where a logo would. Two where one would be another
 * company's: 신협 beside 신한, 우체국 beside 우리.
 *
 * @example nameMonogram('신한카드') // '신'
 * @example nameMonogram('KB국민카드') // 'KB'
 */
export function nameMonogram(name: string): string {
  const own = name.replace(/^해외/, '')
  return /^([A-Z]+(?![a-z])|신협|우체)/.exec(own)?.[0] ?? own.slice(0, 1)
}
