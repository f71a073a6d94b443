/** `executed` after the charge was tried, whether it was paid or declined. */
export type ScheduleStatusName = 'scheduled' | 'executed' | 'revoked'

/** A charge the gateway is to make at a time. Source: PortOne V1 REST definition, `ScheduleResult`. */
export interface Schedule {
  /** The order number the charge has. */
  merchantUid: string
  customerUid: string | null
  /** The payment, once executed. */
  impUid: string | null
  pgProvider: string | null
  pgId: string | null
  customerId: string | null
  scheduleAt: Date | null
  executedAt: Date | null
  revokedAt: Date | null
  amount: number | null
  currency: string | null
  name: string | null
  buyerName: string | null
  buyerEmail: string | null
  buyerTel: string | null
  buyerAddr: string | null
  buyerPostcode: string | null
  /** The gateway keeps it as a JSON string: what that says, or the text itself when it is no JSON. */
  customData: unknown
  scheduleStatus: ScheduleStatusName | null
  /** Null until executed. `executed` alone says nothing about money: this does, and `getPayment` in full. */
  paymentStatus: 'paid' | 'failed' | 'cancelled' | null
  failReason: string | null
  promotionId: string | null
  /** The answer as it came, in PortOne's spelling, with fields this version does not know. */
  raw: Readonly<Record<string, unknown>>
}

/** Which schedules of a period of at most 3 months; `from <= scheduleAt < to`. */
export interface ScheduleQuery {
  from: Date
  to: Date
  /** Only schedules of this status. */
  status?: ScheduleStatusName
  /** From 1. Default 1. */
  page?: number
}
