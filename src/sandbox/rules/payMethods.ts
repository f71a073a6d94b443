import type { SandboxModule } from '../sandbox.types.js'

/** How a method behaves in the window, whatever its name. */
export type MethodKind = 'card' | 'trans' | 'vbank' | 'phone' | 'gift' | 'easyPay'

const basic: Record<string, MethodKind> = {
  card: 'card',
  trans: 'trans',
  vbank: 'vbank',
  phone: 'phone',
  cultureland: 'gift',
  smartculture: 'gift',
  booknlife: 'gift',
}

const easyPayOfNewModule = [
  'kakaopay',
  'naverpay',
  'payco',
  'lpay',
  'tosspay',
  'applepay',
  'samsungpay',
  'ssgpay',
]

/**
 * What the module offers under this name; null when it offers nothing. Easy pay exists in the new module only: the
 * legacy window does not support it. Source: PortOne V1 docs, Toss Payments pages (2022 and today).
 */
export function methodKind(module: SandboxModule, payMethod: string): MethodKind | null {
  if (Object.hasOwn(basic, payMethod)) return basic[payMethod] ?? null
  return module === 'tosspayments' && easyPayOfNewModule.includes(payMethod) ? 'easyPay' : null
}
