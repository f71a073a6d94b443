import type { PayMethod, TossModule } from '../payment/order.js'
import type { GatewayReason } from '../payment/PaymentError.js'
import { classifyRefusal, type Refusal } from './classifyRefusal.js'
import { gatewayCodeGroups } from './gatewayCodeGroups.js'

const categories = { card: 'card', trans: 'transfer', phone: 'phone' } as const

/**
 * What a gateway's refusal means, by the full tables of both Toss modules. Meant to be imported when something has
 * failed: the tables are long. A legacy code is looked up among its pay method's codes first, then among the common
 * ones; leading zeros of numeric codes count for nothing, since the workbook lost them. A code that the module does not
 * have is looked for in the other module, whose names never collide. Unknown codes are `GATEWAY_SYSTEM`.
 *
 * @param payMethod default `card`, as for a payment
 */
export function explainGatewayCode(
  refusal: GatewayReason & { module?: TossModule; payMethod?: PayMethod | (string & {}) },
): Refusal {
  const { code, message, payMethod = 'card' } = refusal
  const told = classifyRefusal({ code, message })
  if (told) return told
  const { common, ...methods } = gatewayCodeGroups.uplus
  const category = Object.hasOwn(categories, payMethod)
    ? categories[payMethod as keyof typeof categories]
    : undefined
  const tables = [category ? methods[category] : common, common, gatewayCodeGroups.tosspayments]
  const bracketed = /^\s*\[(\w+)\]/.exec(message ?? '')?.[1]
  for (const name of [code, bracketed]) {
    const wanted = name?.trim().replace(/^0+(?=\d+$)/, '')
    // Sent for a declined approval and for a method that the shop has no contract for.
    if (wanted === 'PAY_PROCESS_ABORTED')
      return /계약/.test(message ?? '') ? 'GATEWAY_CONFIGURATION' : 'DECLINED'
    for (const table of tables) {
      for (const [meaning, codes] of Object.entries(table)) {
        if (wanted && codes.split(/\s+/).includes(wanted)) return meaning as Refusal
      }
    }
  }
  return 'GATEWAY_SYSTEM'
}
