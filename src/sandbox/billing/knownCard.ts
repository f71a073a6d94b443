import { sandboxCardCompanies } from '../rules/sandboxCardCompanies.js'
import type { TestCardName } from '../rules/testCards.js'

/** All that the sandbox keeps of a card. */
export interface KnownCard {
  /** Masked: digits 7 to 12 are stars. */
  number: string
  /** The card company's KFTC code. */
  code: string
  name: string
  test: TestCardName | null
}

/** The sandbox has no table of issuers: the first digits stand for a company, and any other is BC. */
const companies: readonly [start: RegExp, code: string][] = [
  [/^3[47]/, '10003'],
  [/^4/, '366'],
  [/^5/, '381'],
]

/** What is kept of a card with these 15 or 16 digits. */
export function knownCard(digits: string, test: TestCardName | null): KnownCard {
  const code = companies.find(([start]) => start.test(digits))?.[1] ?? '361'
  const name = sandboxCardCompanies.find((company) => company.code === code)?.nameKo ?? code
  return { number: `${digits.slice(0, 6)}******${digits.slice(12)}`, code, name, test }
}
