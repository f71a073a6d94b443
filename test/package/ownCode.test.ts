import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(root, 'node_modules/.own-code-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The files of the package that a page with this import fetches at once, and those it can fetch later. */
async function filesOf(name: string): Promise<{ atOnce: string[]; later: string[] }> {
  const page = join(folder, `${name}.js`)
  writeFileSync(page, `import { ${name} } from 'react-toss-checkout'; globalThis.used = ${name}`)
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      write: false,
      rolldownOptions: { input: page, external: /^(react|react-dom|@tanstack\/react-query)(\/|$)/ },
    },
  })
  const chunks = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const atOnce = new Set<string>()
  const later = new Set<string>()
  const seen = new Set<string>()
  const walk = (fileName: string, into: Set<string>) => {
    const chunk = chunks.find((each) => each.fileName === fileName)
    if (chunk?.type !== 'chunk' || seen.has(fileName)) return
    seen.add(fileName)
    for (const id of chunk.moduleIds) into.add(id.split('/dist/')[1] ?? '')
    for (const each of chunk.imports) walk(each, into)
    for (const each of chunk.dynamicImports) walk(each, later)
  }
  for (const chunk of chunks) if (chunk.type === 'chunk' && chunk.isEntry) walk(chunk.fileName, atOnce)
  const sorted = (files: Set<string>) => [...files].filter((file) => file.endsWith('.js')).sort()
  return { atOnce: sorted(atOnce), later: sorted(later) }
}

const isWords = (file: string) => /Messages\.(ko|en)\.js$|\/messages\.(ko|en)\.js$/.test(file)
const isComponent = (file: string) => file.startsWith('components/')

// The button's own words come with the provider, which every page has.
describe('a page that uses one component ships only that one', () => {
  it.each([
    ['InstallmentSelect', ['ChoiceGroup', 'InstallmentSelect'], ['installmentMessages']],
    ['CardCompanySelect', ['CardCompanySelect', 'ChoiceGroup'], ['cardCompanyMessages']],
    ['PaymentMethodSelect', ['ChoiceGroup', 'PaymentMethodSelect'], ['payMethodMessages']],
    ['VirtualAccountPanel', ['VirtualAccountPanel'], ['virtualAccountMessages']],
    ['BillingKeyList', ['BillingKeyList'], ['billingListMessages']],
    [
      'PaymentResult',
      ['PaymentResult', 'VirtualAccountPanel'],
      ['payMethodMessages', 'paymentResultMessages', 'virtualAccountMessages'],
    ],
    ['TossCheckoutButton', ['Slot', 'TossCheckoutButton'], []],
  ])('%s', async (name, components, words) => {
    const { atOnce, later } = await filesOf(name)
    expect(atOnce.filter(isComponent)).toEqual(components.map((each) => `components/${each}.js`))
    expect(atOnce.filter(isWords)).toEqual(words.map((each) => `payment/${each}.ko.js`))
    expect(later.filter(isWords)).toEqual(words.map((each) => `payment/${each}.en.js`))
    expect(atOnce.filter((file) => /^(server|sandbox)\//.test(file))).toEqual([])
  })
})
