/** One `--tc-*` variable as the sheet declares it. */
export interface Token {
  name: string
  light: string
  /** Undefined where it is the same in the dark. */
  dark?: string
  /** Other values, by the attribute that brings them: `[data-tc-size="small"]`. */
  variants: { attribute: string; value: string }[]
  /** CSS properties that read it, most often first. */
  properties: string[]
}

const twoValues = /^light-dark\((\S+) var\(--tc-or\) (\S+)\)$/

/** Every token of the kit's sheet, in its order, with what reads it. Nothing here is typed by hand. */
export function readTokens(sheet: string): Token[] {
  const tokens = new Map<string, Token>()
  const css = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@supports not[\s\S]*?\n {2}\}\n/g, '')
  for (const [, selector = '', body = ''] of css.matchAll(/(:where\([^{}]*)\{([^{}]*)\}/g)) {
    for (const [, name = '', value = ''] of body.matchAll(/(--tc-[\w-]+):\s*([^;]+);/g)) {
      const attribute = /\[data-tc-(?:size|density)="\w+"\]/.exec(selector)?.[0]
      const token = tokens.get(name)
      if (token && attribute) token.variants.push({ attribute, value })
      // A comma is nothing to design with.
      if (token || !selector.includes(':root') || value === ',') continue
      const [, light = value, dark] = twoValues.exec(value) ?? []
      tokens.set(name, { name, light, dark, variants: [], properties: [] })
    }
  }
  for (const token of tokens.values()) {
    const counts = new Map<string, number>()
    const reads = new RegExp(`([\\w-]+):[^;{}]*var\\(${token.name}[,)]`, 'g')
    for (const [, property = ''] of css.matchAll(reads)) {
      counts.set(property, (counts.get(property) ?? 0) + 1)
    }
    token.properties = [...counts].sort(([, one], [, other]) => other - one).map(([property]) => property)
  }
  return [...tokens.values()]
}
