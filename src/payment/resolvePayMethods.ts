import type { PayMethod, TossModule } from './order.js'

/** What works without another contract and without `digital`, which carrier billing asks for. */
const usualMethods: readonly PayMethod[] = ['card', 'trans', 'vbank']

const easyPay = /pay(co)?$|^samsung$/

/**
 * The methods a module's window opens, in the merchant's order, without repeats. The legacy window has no easy pay
 * (`EASY_PAY_UNSUPPORTED`); Samsung Pay is `samsungpay` in the new module, so `samsung` becomes that. What the
 * merchant has a contract for only the merchant knows.
 * Source: PortOne V1 docs, both Toss pages, and their document of 2022.
 *
 * @example resolvePayMethods('uplus', ['card', 'kakaopay']) // ['card']
 */
export function resolvePayMethods(
  module: TossModule,
  methods: readonly PayMethod[] = usualMethods,
): PayMethod[] {
  const spelt = methods.map((method) => (method === 'samsung' ? 'samsungpay' : method))
  return [...new Set(spelt)].filter((method) => module !== 'uplus' || !easyPay.test(method))
}
