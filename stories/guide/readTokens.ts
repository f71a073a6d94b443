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

/** Every token of the kit's sheet, in its order, with what reads it. Nothing here is typed by hand. */
export function readTokens(sheet: string): Token[] {
  const tokens = new Map<string, Token>()
  const css = sheet.replace(/\/\*[\s\S]*?\*\//g, '')
  for (const [, selector = '', body = ''] of css.matchAll(/(:where\([^{}]*)\{([^{}]*)\}/g)) {
    for (const [, name = '', value = ''] of body.matchAll(/(--tc-[\w-]+):\s*([^;]+);/g)) {
      const token = tokens.get(name)
      if (!token) {
        if (selector.includes(':root')) {
          tokens.set(name, { name, light: value, variants: [], properties: [] })
        }
        continue
      }
      const attribute = /\[data-tc-(?:size|density)="\w+"\]/.exec(selector)?.[0]
      if (selector.includes('[data-theme="dark"]')) token.dark = value
      else if (attribute) token.variants.push({ attribute, value })
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
