import { type ChargeOperations, chargeOperations } from './chargeOperations.js'
import { type CustomerOperations, customerOperations } from './customerOperations.js'
import { type ScheduleOperations, scheduleOperations } from './scheduleOperations.js'
import type { SubscribeTools } from './subscribeTools.js'

/** Registered cards, charges of them, and charges to come (비인증 결제). */
export interface SubscribeOperations extends CustomerOperations, ChargeOperations, ScheduleOperations {}

export function subscribeOperations(
  call: SubscribeTools['call'],
  settings: SubscribeTools['settings'],
): SubscribeOperations {
  const tools = { call, settings }
  return { ...customerOperations(tools), ...chargeOperations(tools), ...scheduleOperations(tools) }
}
