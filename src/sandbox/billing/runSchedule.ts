import { unixSeconds } from '../clock.js'
import type { SandboxPayment } from '../gateway/sandboxPayment.js'
import type { GatewayParts } from '../gateway.js'
import type { SandboxState } from '../store.js'
import type { BillingSchedule } from './billingSchedule.js'
import { chargeKey } from './chargeCard.js'

/**
 * Makes a schedule's charge, in place, with whatever card is registered under its `customer_uid` then. A key that was
 * deleted, or an order number approved in the meantime, makes it fail.
 *
 * @param at Unix seconds.
 */
export function runSchedule(state: SandboxState, schedule: BillingSchedule, at: number): SandboxPayment {
  const { customerUid, order, mid } = schedule
  const channel = { module: 'tosspayments', mid } as const
  const payment = chargeKey(state, { customerUid, order, channel, usage: 'payment.scheduled', at })
  schedule.status = 'executed'
  schedule.executedAt = at
  schedule.impUid = payment.record.imp_uid
  return payment
}

/**
 * Makes every charge the sandbox clock has passed, once and in the order of their times, each dated to the moment it
 * was scheduled for. There is no timer here: the REST half calls this before every call and whenever the state has changed
 * (the clock moved forward is such a change), and the sandbox over HTTP once a second.
 */
export function chargeDueSchedules({ store, clock, announce }: GatewayParts): void {
  const now = unixSeconds(clock)
  if (dueIn(store.read(), now).length === 0) return
  const attempted = store.transact((state) =>
    dueIn(state, now).map((schedule) => runSchedule(state, schedule, schedule.scheduleAt).record),
  )
  for (const record of attempted) announce?.(record.imp_uid, { status: record.status })
}

function dueIn(state: SandboxState, now: number): BillingSchedule[] {
  return state.schedules
    .filter(({ status, scheduleAt }) => status === 'scheduled' && scheduleAt <= now)
    .sort((a, b) => a.scheduleAt - b.scheduleAt)
}
