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

/** What stands on every page that takes a payment: the provider, its words, and what they need. */
const shared = filesOf('TossCheckoutProvider')

const chooser = 'components/ChoiceGroup hooks/useChoice hooks/useWords'
/** Opening a window, with the checks before it; a production build leaves out what only advises the developer. */
const opening =
  'hooks/useAttempt hooks/usePayment payment/adviseDeveloper payment/cardCompany payment/checkOptionForms ' +
  'payment/checkOptions payment/checkOrder payment/installment payment/plainData payment/refuseUnless ' +
  'payment/showGiven payment/virtualAccountDue payment/warnAboutPayment payment/warnDeveloper payment/won ' +
  'portone/advanceAttempt portone/attempt portone/isPhone portone/toRequestPayParams'
const byWindow = 'components/BillingKeyButton hooks/billingKeyQuestion hooks/useBillingKey'
const byForm =
  'components/BillingKeyForm components/CardConsents components/CardFormField components/CardRegistered components/groupAsTyped components/useCardFields components/useConsents hooks/postCard hooks/useCardForm hooks/useCardFormWords ' +
  'payment/cardExpiry payment/cardNumber payment/checkCardForm payment/nameMonogram payment/registeredCardName'
const registering = 'hooks/useBillingWords hooks/useWords payment/billingKey'
const account =
  'components/VirtualAccountPanel hooks/accountSentences hooks/copyText hooks/useDeadline hooks/usePaymentStatus hooks/useVirtualAccount ' +
  'hooks/useWords payment/accountNumber payment/formatAmount payment/koreanTime payment/virtualAccountStatus payment/won'

// Written by hand, so that a file which comes along unnoticed is noticed here.
describe('a page that uses one component ships only that one', () => {
  it.each([
    [
      'InstallmentSelect',
      `${chooser} components/InstallmentSelect hooks/useInstallments payment/installment payment/installmentPlans payment/showGiven payment/warnDeveloper payment/won`,
      'installmentMessages',
    ],
    [
      'CardCompanySelect',
      `${chooser} components/CardCompanySelect hooks/useCardCompanies payment/cardCompany payment/installment payment/installmentPlans payment/matchesKorean payment/nameMonogram payment/searchCardCompanies`,
      'cardCompanyMessages',
    ],
    [
      'PaymentMethodSelect',
      `${chooser} components/PaymentMethodSelect hooks/usePaymentMethods payment/resolvePayMethods payment/showGiven payment/warnDeveloper`,
      'payMethodMessages',
    ],
    ['VirtualAccountPanel', account, 'bankName virtualAccountMessages'],
    [
      'PaymentResult',
      `${account} components/PaymentResult hooks/paymentFacts hooks/resultSentences hooks/useEarlierAttempt hooks/usePaymentResult payment/paymentResult portone/attempt`,
      'bankName cardName payMethodMessages paymentResultMessages virtualAccountMessages',
    ],
    [
      'TossCheckoutButton',
      `${opening} components/Slot components/TossCheckoutButton hooks/useEarlyOrder payment/payButtonWord portone/isLeftBehind`,
      '',
    ],
    ['BillingKeyButton', `${opening} ${registering} ${byWindow}`, 'billingMessages'],
    [
      'BillingKeyForm',
      `${registering} ${byForm}`,
      'billingMessages cardFormMessages cardName registeredCardMessages',
    ],
    [
      'BillingKeyRegister',
      `${opening} ${registering} ${byWindow} ${byForm} components/BillingKeyRegister`,
      'billingMessages cardFormMessages cardName registeredCardMessages',
    ],
    [
      'BillingKeyList',
      'components/BillingKeyCard components/BillingKeyList hooks/useBillingKeys hooks/useWords payment/billingKey payment/nameMonogram payment/registeredCardName',
      'billingListMessages cardName registeredCardMessages',
    ],
  ])('%s', async (name, own, words) => {
    const before = await shared
    const { atOnce, later } = await filesOf(name)
    const listed = (files: string, ending: string) =>
      files
        .split(' ')
        .filter(Boolean)
        .map((each) => each + ending)
    const korean = listed(words, '.ko.js').map((each) => `payment/${each}`)
    const english = listed(words, '.en.js').map((each) => `payment/${each}`)
    expect(atOnce.filter((file) => !before.atOnce.includes(file))).toEqual(
      [...new Set([...listed(own, '.js'), ...korean])].sort(),
    )
    expect(later.filter((file) => !before.later.includes(file))).toEqual(english)
  })

  it('the provider, which every page has, brings no component, nor another language', async () => {
    const { atOnce, later } = await shared
    expect(atOnce.filter((file) => /^(components|server|sandbox)\/|\.en\.js$/.test(file))).toEqual([])
    expect(later.filter((file) => file.endsWith('.en.js'))).toEqual(['payment/messages.en.js'])
  })
})
